import { stepsOf } from '@guanxi/metadata';
import type { WorkflowDraft } from '../automation-types.js';

/** What an edited workflow was like before, and what it was like before that was undone. */
export interface EditHistory {
  readonly done: readonly WorkflowDraft[];
  readonly undone: readonly WorkflowDraft[];
  /** Milliseconds; when the last edit was noted. */
  readonly lastAt: number;
}

export const noEdits: EditHistory = { done: [], undone: [], lastAt: 0 };

const mostEdits = 200;
/** Letters typed one after the other are undone together. */
const typingPause = 900;

/** Notes that `before` became `after` at the time `now`. */
export function noteEdit(history: EditHistory, before: WorkflowDraft, after: WorkflowDraft, now: number): EditHistory {
  const goesOn = history.done.length > 0 && history.undone.length === 0 && now - history.lastAt < typingPause && stepsOf(before).length === stepsOf(after).length;
  return { done: goesOn ? history.done : [...history.done, before].slice(-mostEdits), undone: [], lastAt: now };
}

/** The workflow as it was before the last edit; null where there was none. */
export function undoEdit(history: EditHistory, present: WorkflowDraft): { readonly history: EditHistory; readonly workflow: WorkflowDraft } | null {
  const workflow = history.done.at(-1);
  return workflow ? { workflow, history: { done: history.done.slice(0, -1), undone: [...history.undone, present], lastAt: 0 } } : null;
}

export function redoEdit(history: EditHistory, present: WorkflowDraft): { readonly history: EditHistory; readonly workflow: WorkflowDraft } | null {
  const workflow = history.undone.at(-1);
  return workflow ? { workflow, history: { done: [...history.done, present], undone: history.undone.slice(0, -1), lastAt: 0 } } : null;
}
