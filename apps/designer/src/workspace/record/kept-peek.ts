/** How a person has set the panel beside lists up, on this device. */
export interface KeptPeek {
  /** Pixels. */
  readonly width: number;
  /** Stays open when another view is chosen. */
  readonly isPinned: boolean;
}

const storageKey = 'guanxi.peek';
const usual: KeptPeek = { width: 440, isPinned: false };

export function readPeek(): KeptPeek {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Record<keyof KeptPeek, unknown>>;
    return { width: typeof kept.width === 'number' ? kept.width : usual.width, isPinned: kept.isPinned === true };
  } catch {
    return usual;
  }
}

export function keepPeek(kept: KeptPeek): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Without storage it is as usual next time.
  }
}
