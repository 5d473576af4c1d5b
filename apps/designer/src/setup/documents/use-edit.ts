import { useCallback } from 'react';
import { showToast } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import { useSaveDraft, type DraftEdit } from './use-draft-edits.js';
import { useDraftUndo } from './use-draft-undo.js';

/**
 * Saves an edit that is made in place, and says so with a way back; what stands in its way is said instead. Answers whether
 * the draft holds it now.
 */
export function useEdit() {
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const edit = useCallback(async (change: DraftEdit, message: string, description?: string): Promise<boolean> => {
    const problems = await save(change);
    const [first] = problems;
    if (first) showToast({ message: sayProblem(first), tone: 'danger' });
    else showToast({ message, tone: 'success', onUndo: undo, ...(description !== undefined && { description }) });
    return !first;
  }, [save, undo]);
  return { edit, isPending };
}
