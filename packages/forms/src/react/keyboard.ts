import type { KeyboardEvent } from 'react';

/** While an input method is open, Enter and Escape belong to it. 229 is what Safari sends for the Enter that ends composing. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
}

/** Cmd or Ctrl with Enter or S saves. */
export function asksToSave(event: KeyboardEvent): boolean {
  return (event.metaKey || event.ctrlKey) && !event.altKey && (event.key === 'Enter' || event.key.toLowerCase() === 's');
}
