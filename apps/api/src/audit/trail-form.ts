import { createHash } from 'node:crypto';

/** An entry as it is kept, hashes in hexadecimal. */
export interface KeptEntry {
  readonly chain: string;
  readonly seq: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly kind: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  /** The JSON as it is kept, to the letter. */
  readonly detail: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly previous: string;
  readonly hash: string;
}

/** What the first entry of a chain has before it. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** The same text that the database hashes when an entry is written (migration 0011): a JSON array with ", " between its members. */
export function trailForm({ chain, seq, at, actorId, kind, subjectKind, subjectId, subjectName, detail, address, userAgent, previous }: Omit<KeptEntry, 'hash'>): string {
  const members = [chain, seq, at.toISOString(), actorId, kind, subjectKind, subjectId, subjectName, detail, address, userAgent, previous];
  return `[${members.map((member) => JSON.stringify(member)).join(', ')}]`;
}

export function hashEntry(entry: Omit<KeptEntry, 'hash'>): string {
  return createHash('sha256').update(trailForm(entry)).digest('hex');
}
