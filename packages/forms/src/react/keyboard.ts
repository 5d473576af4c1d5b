import type { KeyboardEvent } from 'react';

/** While an input method is open, Enter and Escape belong to it. 229 is what Safari sends for the Enter that ends composing. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
}

/** Cmd or Ctrl with Enter or S saves; with Shift and Enter the next record follows. */
export function asksToSave(event: KeyboardEvent): 'save' | 'next' | null {
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return null;
  if (event.key === 'Enter') return event.shiftKey ? 'next' : 'save';
  return event.key.toLowerCase() === 's' ? 'save' : null;
}
