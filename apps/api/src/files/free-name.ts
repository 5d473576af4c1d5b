import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';

interface Naming {
  readonly name: string;
  readonly objectId?: string;
  readonly recordId?: string;
  /** Whose file it is where it hangs on no record. */
  readonly ownerId: string;
}

/** `offer.pdf`, or `offer (2).pdf` where the place has one of that name. */
export async function freeName(tx: OrgTransaction, { name, objectId, recordId, ownerId }: Naming): Promise<string> {
  const place = recordId === undefined ? sql`record_id is null and owner_id = ${ownerId}::uuid` : sql`object = ${objectId} and record_id = ${recordId}::uuid`;
  const [stem, ending] = splitName(name);
  const rows = await tx.run<{ name: string }>(sql`select lower(name) as name from ${orgTable(tx.org.schema, 'attachment')} where ${place} and deleted_at is null and starts_with(lower(name), lower(${stem}))`);
  const taken = new Set(rows.map((row) => row.name));
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

function splitName(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
}
