import { readSnapshot, type Snapshot } from './snapshot.js';

/**
 * How far somebody has read. Everything that `seen` shows has been told (nothing where it is absent); and of what
 * `window.snapshot` shows beyond it, everything up to the history row `window.id`.
 */
export interface FeedPosition {
  readonly seen?: Snapshot;
  readonly window?: { readonly snapshot: Snapshot; readonly id: string };
}

/** Before everything that was ever told. */
export const BEGINNING: FeedPosition = {};

/** Text for the outside; nobody out there is to read anything into it. */
export function writeCursor(epoch: string, { seen, window }: FeedPosition): string {
  return Buffer.from([epoch, seen?.text ?? '', ...(window ? [window.snapshot.text, window.id] : [])].join(' ')).toString('base64url');
}

/** Undefined for what is no cursor of a feed. */
export function readCursor(text: string): { readonly epoch: string; readonly position: FeedPosition } | undefined {
  const parts = Buffer.from(text, 'base64url').toString().split(' ');
  const [epoch = '', seenText, windowText, id] = parts;
  if (!/^[0-9a-f]{8}$/.test(epoch) || (parts.length !== 2 && parts.length !== 4)) return undefined;
  const [seen, snapshot] = [seenText, windowText].map((one) => (one ? readSnapshot(one) : undefined));
  if ((seenText !== '' && !seen) || (parts.length === 4 && (!snapshot || !/^\d{1,18}$/.test(id ?? '')))) return undefined;
  return { epoch, position: { ...(seen && { seen }), ...(snapshot && id !== undefined && { window: { snapshot, id } }) } };
}
