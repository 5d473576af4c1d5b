/** What a key asks a grid to do, besides moving. */
export type GridCommand =
  | 'edit' | 'enter' | 'open' | 'openElsewhere' | 'toggle' | 'selectRow' | 'selectAll' | 'fillDown' | 'clear' | 'undo' | 'redo' | 'collapse' | 'menu'
  | 'moveLeft' | 'moveRight' | 'wider' | 'narrower' | { readonly type: string };

interface GridKey {
  readonly key: string;
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly hasMod: boolean;
}

interface Place {
  readonly isHead: boolean;
  readonly isGroup: boolean;
  /** The cell takes typed text: letters are its own then, and no commands. */
  readonly takesText: boolean;
  readonly singleKeys: boolean;
}

const byMod: Readonly<Record<string, GridCommand>> = { a: 'selectAll', d: 'fillDown', z: 'undo', y: 'redo' };
const byLetter: Readonly<Record<string, GridCommand>> = { e: 'edit', o: 'open', x: 'selectRow' };
const byName: Readonly<Record<string, GridCommand>> = { F2: 'edit', Enter: 'enter', Delete: 'clear', Backspace: 'clear', Escape: 'collapse', ' ': 'toggle', ContextMenu: 'menu' };
const onHead: Readonly<Record<string, GridCommand>> = { ArrowLeft: 'moveLeft', ArrowRight: 'moveRight', ArrowDown: 'menu' };
const onHeadWithShift: Readonly<Record<string, GridCommand>> = { ArrowLeft: 'narrower', ArrowRight: 'wider' };

/** Reads a key; null where it means nothing here. Moving keys are read by `moveCell` before. */
export function readGridKey({ key, keyCode, shiftKey, altKey, hasMod }: GridKey, { isHead, isGroup, takesText, singleKeys }: Place): GridCommand | null {
  if (isHead && altKey) return (shiftKey ? onHeadWithShift : onHead)[key] ?? null;
  if (hasMod && !altKey) return shiftKey && key.toLowerCase() === 'z' ? 'redo' : shiftKey ? null : (byMod[key.toLowerCase()] ?? (key === 'Enter' ? 'openElsewhere' : null));
  if (altKey) return null;
  if (key === 'F10' && shiftKey) return 'menu';
  if (key === ' ' && shiftKey) return 'selectRow';
  const named = byName[key];
  if (named !== undefined) return isHead && named === 'clear' ? null : named;
  // An input method has begun on a cell that is no field yet: its editor opens under it.
  if (takesText && keyCode === composingKeyCode) return { type: '' };
  if ([...key].length !== 1) return null;
  if (takesText) return { type: key };
  return singleKeys && !isHead && !isGroup ? (byLetter[key.toLowerCase()] ?? null) : null;
}

const composingKeyCode = 229;
