import type { MetadataDocument } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { showToast, useShortcut } from '../../ui/index.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { useSaveDraft, type DraftEdit } from './use-draft-edits.js';
import { useDraftUndo } from './use-draft-undo.js';

export interface DocumentEditorWish<Draft> {
  readonly kind: MetadataDocument['kind'];
  readonly name: string;
  readonly start: () => Draft;
  readonly write: (draft: Draft) => unknown;
  /** Whether what was typed can be read at all. */
  readonly isReadable?: (draft: Draft) => boolean;
  readonly titleOf: (draft: Draft) => string;
  /** Said when it was saved. */
  readonly saved: (title: string) => string;
  /** The list that is gone back to when it was removed. */
  readonly list: string;
}

/** A document that is edited as a whole: its draft, saving, removing, and the guard against leaving it unsaved. */
export function useDocumentEditor<Draft>({ kind, name, start, write, isReadable = () => true, titleOf, saved, list }: DocumentEditorWish<Draft>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [initial, setInitial] = useState(start);
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isRemoving, setRemoving] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const guard = useLeaveGuard(isDirty);
  const canSave = isDirty && isReadable(draft);

  const attempt = async (edit: DraftEdit): Promise<boolean> => {
    const found = await save(edit);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    if (!canSave || !await attempt({ documents: [write(draft)] })) return;
    setInitial(draft);
    showToast({ message: saved(titleOf(draft)), tone: 'success', onUndo: undo });
  };
  const remove = async () => {
    const isDone = await attempt({ remove: [{ kind, name }] });
    setRemoving(false);
    if (!isDone) return;
    setDraft(initial);
    showToast({ message: t('setup.remove.done', { name: titleOf(draft) }), tone: 'success', onUndo: undo });
    void navigate({ href: list });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), worksWhileTyping: true, run: () => void submit() });
  return { draft, setDraft, title: titleOf(draft) || name, problems, canSave, isPending, submit, isRemoving, setRemoving, remove, guard };
}
