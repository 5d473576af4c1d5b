import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { KeptEntry } from './trail-form.js';

interface EntryRow {
  readonly id: number | string;
  readonly seq: number | string | null;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly kind: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly subject_name: string | null;
  readonly detail: string;
  readonly address: string | null;
  readonly user_agent: string | null;
  readonly previous: string | null;
  readonly hash: string | null;
}

export const INSTALLATION = 'installation';
const BATCH = 2_000;

/** The columns of an entry, its hashes as text. */
export const entryColumns = sql`id, seq, at, actor_id, kind, subject_kind, subject_id, subject_name, detail::text as detail, address, user_agent, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash`;

export function chainOf(orgId: string | null): string {
  return orgId ?? INSTALLATION;
}

export function readEntry(chain: string, row: EntryRow): KeptEntry {
  return {
    chain, seq: String(row.seq), at: row.at, actorId: row.actor_id, kind: row.kind, subjectKind: row.subject_kind, subjectId: row.subject_id, subjectName: row.subject_name,
    detail: row.detail, address: row.address, userAgent: row.user_agent, previous: row.previous ?? '', hash: row.hash ?? '',
  };
}

/** Entries of a chain after a place in it and up to another, in the chain's order, piece by piece. */
export async function* readChain(session: SqlSession, chain: string, after: string, upTo: string): AsyncGenerator<readonly KeptEntry[]> {
  for (let last = after; ; ) {
    const rows = await session.run<EntryRow>(sql`select ${entryColumns} from guanxi.trail where chain = ${chain} and seq > ${last}::bigint and seq <= ${upTo}::bigint order by seq limit ${BATCH}`);
    if (rows.length > 0) yield rows.map((row) => readEntry(chain, row));
    if (rows.length < BATCH) return;
    last = String(rows.at(-1)?.seq);
  }
}
