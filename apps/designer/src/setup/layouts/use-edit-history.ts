import { useState } from 'react';

interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

const MOST_STEPS = 200;

/** A value with undo and redo. */
export function useEditHistory<T>(start: T) {
  const [{ past, present, future }, setHistory] = useState<History<T>>({ past: [], present: start, future: [] });
  return {
    value: present,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    /** Nothing happens where nothing differs. */
    edit: (next: T) => setHistory((before) => (next === before.present ? before : { past: [...before.past, before.present].slice(-MOST_STEPS), present: next, future: [] })),
    undo: () => setHistory((before) => {
      const last = before.past.at(-1);
      return last === undefined ? before : { past: before.past.slice(0, -1), present: last, future: [before.present, ...before.future] };
    }),
    redo: () => setHistory((before) => {
      const [next, ...rest] = before.future;
      return next === undefined ? before : { past: [...before.past, before.present], present: next, future: rest };
    }),
    /** Begins anew, as after saving. */
    reset: (value: T) => setHistory({ past: [], present: value, future: [] }),
  };
}
