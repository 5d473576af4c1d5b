import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

interface FileState {
  readonly chain: string;
  readonly entries: number;
  readonly seq: string;
  readonly hash: string;
  readonly removedUpTo: string | null;
  readonly brokenAt: string | null;
  readonly fault: string | null;
}

type Entry = Readonly<Record<string, string | null>>;

/** In this order they are hashed, as a JSON array with ", " between its members. */
const HASHED = ['chain', 'seq', 'at', 'actorId', 'kind', 'subjectKind', 'subjectId', 'subjectName', 'detail', 'address', 'userAgent', 'previous'] as const;

/**
 * Works out the chains of an exported NDJSON file again. The file may begin anywhere: what is before its first entry is
 * not in it, and neither is the head, so that entries missing at its end cannot be told.
 */
export async function verifyTrailFile(file: string): Promise<readonly FileState[]> {
  const states = new Map<string, FileState>();
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const entry = JSON.parse(line) as Entry;
    const chain = String(entry['chain']);
    const before = states.get(chain);
    if (before?.brokenAt == null) states.set(chain, goOn(entry, chain, before));
  }
  return [...states.values()];
}

function goOn(entry: Entry, chain: string, before: FileState | undefined): FileState {
  const seq = String(entry['seq']);
  const text = `[${HASHED.map((name) => JSON.stringify(entry[name] ?? null)).join(', ')}]`;
  const hash = createHash('sha256').update(text).digest('hex');
  const state = { chain, entries: before?.entries ?? 0, seq: before?.seq ?? seq, hash: before?.hash ?? '', removedUpTo: null };
  if (before && BigInt(seq) !== BigInt(before.seq) + 1n) return { ...state, brokenAt: seq, fault: 'missing' };
  if (hash !== entry['hash']) return { ...state, brokenAt: seq, fault: 'changed' };
  if (before && entry['previous'] !== before.hash) return { ...state, brokenAt: seq, fault: 'inserted' };
  return { ...state, entries: state.entries + 1, seq, hash, brokenAt: null, fault: null };
}
