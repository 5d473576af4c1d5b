import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast, useShortcut } from '../../ui/index.js';
import { isUntouched, type DraftHistory } from './draft-history.js';
import { changeHistory, getHistory, useHistory } from './draft-history-store.js';
import { draftedDocuments } from './setup-queries.js';
import { useSaveDraft } from './use-draft-edits.js';

/** Undo and redo of the draft's edits by their keys, while the page that asks for it is on the screen. */
export function useUndoKeys(): void {
  const { t } = useTranslation();
  const { undo, redo, canUndo, canRedo } = useDraftUndo();
  const section = t('shell.setup');
  // A key pressed while a step is under way is for what there will be after it.
  const isDisabled = !canUndo && !canRedo;
  useShortcut({ keys: 'mod+z', label: t('ui.undo'), section, worksWhileTyping: false, isDisabled, run: undo });
  useShortcut({ keys: 'shift+mod+z', label: t('model.undo.redo'), section, worksWhileTyping: false, isDisabled, run: redo });
}

/** Steps are taken one after the other. */
let latest: Promise<void> = Promise.resolve();

export function useDraftUndo() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutateAsync: save } = useSaveDraft();
  const history = useHistory();

  const perform = useCallback(async (direction: 'undo' | 'redo') => {
    const { done, undone } = getHistory();
    const entry = direction === 'undo' ? done.at(-1) : undone.at(-1);
    if (!entry) return;
    const documents = await client.fetchQuery({ ...draftedDocuments, staleTime: 0 });
    if (direction === 'undo' && !isUntouched(entry, documents)) {
      changeHistory((before) => ({ ...before, done: [] }));
      showToast({ message: t('model.undo.overtaken'), tone: 'danger' });
      return;
    }
    const problems = await save({ ...(direction === 'undo' ? entry.back : entry.again), isReplay: true });
    const [first] = problems;
    if (first) return void showToast({ message: first.message, tone: 'danger' });
    changeHistory((before) => moveEntry(before, direction));
    showToast({ message: t(direction === 'undo' ? 'model.undo.undone' : 'model.undo.redone') });
  }, [client, save, t]);

  const step = useCallback((direction: 'undo' | 'redo') => {
    latest = latest.then(() => perform(direction)).catch((failure: Error) => void showToast({ message: failure.message, tone: 'danger' }));
  }, [perform]);
  const undo = useCallback(() => step('undo'), [step]);
  const redo = useCallback(() => step('redo'), [step]);
  return { undo, redo, canUndo: history.done.length > 0, canRedo: history.undone.length > 0 };
}

function moveEntry({ done, undone }: DraftHistory, direction: 'undo' | 'redo'): DraftHistory {
  const entry = direction === 'undo' ? done.at(-1) : undone.at(-1);
  if (!entry) return { done, undone };
  return direction === 'undo' ? { done: done.slice(0, -1), undone: [...undone, entry] } : { done: [...done, entry], undone: undone.slice(0, -1) };
}
