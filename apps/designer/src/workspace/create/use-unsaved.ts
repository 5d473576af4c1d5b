import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';

/** Work that must not be lost by accident. */
export interface Unsaved {
  readonly isDirty: boolean;
  readonly mark: (dirty: boolean) => void;
  /** Leaves at once where there is nothing to lose, and asks otherwise. */
  readonly leave: () => void;
  /** Somebody is about to leave. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly go: () => void;
}

/** Watches over closing, over other addresses and over the window. `onLeave` closes; `onLose` is told that the work is thrown away. */
export function useUnsaved(onLeave: () => void, onLose: () => void): Unsaved {
  const [isDirty, setDirty] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  // The router asks before React has drawn again, so the answer cannot wait for the state.
  const unsaved = useRef(false);
  const mark = useCallback((dirty: boolean) => {
    unsaved.current = dirty;
    setDirty(dirty);
  }, []);
  const blocker = useBlocker({ shouldBlockFn: () => unsaved.current, withResolver: true, enableBeforeUnload: () => unsaved.current });
  return {
    isDirty, mark,
    leave: () => (unsaved.current ? setLeaving(true) : onLeave()),
    isAsking: isLeaving || blocker.status === 'blocked',
    stay: () => {
      setLeaving(false);
      blocker.reset?.();
    },
    go: () => {
      setLeaving(false);
      mark(false);
      onLose();
      if (blocker.status === 'blocked') blocker.proceed();
      else onLeave();
    },
  };
}
