import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Problem } from '../../../api/index.js';
import { draftedDocuments, isKind } from '../../documents/setup-queries.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import type { WorkflowDraft } from '../automation-types.js';
import { noEdits, noteEdit, redoEdit, undoEdit, type EditHistory } from './edit-history.js';
import { keepProblems } from './keep-problems.js';
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-workflows.js';

/** A workflow being edited: what the draft holds, with what is not saved yet laid over it. */
export function useWorkflowEditor(name: string) {
  const documents = useQuery(draftedDocuments);
  const stated = documents.data?.filter(isKind('workflow')).find((one) => one.name === name && one.state !== 'REMOVED') ?? null;
  const [unsaved, setUnsaved] = useState<WorkflowDraft | null>(() => readUnsaved(name));
  const [history, setHistory] = useState<EditHistory>(noEdits);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync, isPending: isSaving } = useSaveDraft();
  const saved = stated?.document as WorkflowDraft | undefined;
  const workflow = unsaved ?? saved ?? null;
  const isDirty = unsaved !== null && JSON.stringify(unsaved) !== JSON.stringify(saved);

  const lay = useCallback((next: WorkflowDraft) => {
    setUnsaved(next);
    keepUnsaved(next);
  }, []);
  const change = useCallback((next: WorkflowDraft) => {
    if (workflow) {
      setHistory((before) => noteEdit(before, workflow, next, Date.now()));
      setProblems((known) => keepProblems(known, workflow, next));
    }
    lay(next);
  }, [lay, workflow]);
  const step = (to: typeof undoEdit) => {
    const found = workflow && to(history, workflow);
    if (!found) return;
    setHistory(found.history);
    setProblems((known) => keepProblems(known, workflow, found.workflow));
    lay(found.workflow);
  };
  const forget = useCallback(() => {
    setUnsaved(null);
    setHistory(noEdits);
    setProblems([]);
    forgetUnsaved(name);
  }, [name]);

  /** True when the draft holds the workflow as it is on the page. */
  const save = async (): Promise<boolean> => {
    if (!workflow) return false;
    if (!isDirty) return true;
    const found = await mutateAsync({ documents: [workflow] });
    if (found.length === 0) {
      setUnsaved(null);
      setProblems([]);
      forgetUnsaved(name);
    } else setProblems(found);
    return found.length === 0;
  };

  const others = useMemo(() => (documents.data ?? []).filter((one) => one.state !== 'PUBLISHED' && !(one.kind === 'workflow' && one.name === name)), [documents.data, name]);
  return {
    workflow, isDirty, isSaving, problems, change, save, forget, others,
    undo: () => step(undoEdit), redo: () => step(redoEdit), canUndo: history.done.length > 0, canRedo: history.undone.length > 0,
    /** How the draft's version stands to what is published; null while it was never saved. */
    state: stated?.state ?? null,
    isPending: documents.isPending, error: documents.error, retry: () => void documents.refetch(),
  };
}
