const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const appleNames: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵', esc: 'esc', up: '↑', down: '↓', left: '←', right: '→', space: 'space', delete: '⌦' };
const otherNames: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵', esc: 'Esc', up: '↑', down: '↓', left: '←', right: '→', space: 'Space', delete: 'Del' };

/** `mod+shift+k` → ⌘, ⇧, K; a sequence `g h` → G, H. */
export function keyNames(keys: string): readonly string[] {
  const names = isApple ? appleNames : otherNames;
  return keys.split(/[+ ]/).map((key) => names[key] ?? (/^(.|f\d+)$/.test(key) ? key.toUpperCase() : key));
}

/** Whether the platform's command key is held: ⌘ on a Mac, Ctrl elsewhere. */
export function hasModKey(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }): boolean {
  return isApple ? event.metaKey : event.ctrlKey;
}
