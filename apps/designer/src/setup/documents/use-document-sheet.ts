import type { MetadataDocument, Translations } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { matchProblems } from '../form/match-problems.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import type { StatedDocument } from './document-types.js';
import { suggestFieldName } from './suggest-name.js';
import { useSaveDraft, type DraftEdit } from './use-draft-edits.js';
import { useDraftUndo } from './use-draft-undo.js';

/** What every document that is edited in a panel has. */
export interface SheetDraft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
}

export interface DocumentSheetWish<Draft extends SheetDraft, Part extends string> {
  readonly kind: MetadataDocument['kind'];
  readonly stated: StatedDocument | null;
  readonly start: () => Draft;
  /** Nothing while something is missing. */
  readonly write: (draft: Draft) => unknown;
  /** Parts of the document, beside title and name, whose problems stand at their fields. */
  readonly parts: readonly Part[];
  readonly texts: { readonly saved: string; readonly removed: string };
  readonly onClose: () => void;
}

/** A document that is edited in a panel: its draft, what is wrong with it, saving, removing, and the guard against closing it unsaved. */
export function useDocumentSheet<Draft extends SheetDraft, Part extends string = never>({ kind, stated, start, write, parts, texts, onClose }: DocumentSheetWish<Draft, Part>) {
  const { t } = useTranslation();
  const [initial] = useState(start);
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const name = stated?.name ?? (draft.name || suggestFieldName(draft.label.text));
  const fields: readonly (Part | 'label' | 'name')[] = ['label', 'name', ...parts];
  const places = Object.fromEntries(fields.map((field) => [field, [`/${kind}:${name}/${field === 'label' ? 'title' : field}`]])) as Record<Part | 'label' | 'name', string[]>;
  const { byField, rest } = matchProblems(problems, places);
  const missing = (isMissing: boolean, words: string) => (wasTried && isMissing ? t(words) : undefined);

  const attempt = async (edit: DraftEdit, done: string) => {
    const found = await save(edit);
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: done, tone: 'success', onUndo: undo });
    onClose();
  };
  const submit = () => {
    setTried(true);
    const document = write({ ...draft, name });
    if (document && draft.label.text.trim() !== '' && name !== '') void attempt({ documents: [document] }, texts.saved);
  };
  const remove = () => void attempt({ remove: [{ kind, name }] }, texts.removed);
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  return { draft, set, name, byField, rest, missing, isNew: stated === null, isDirty, isPending, submit, remove, requestClose, dialog };
}
