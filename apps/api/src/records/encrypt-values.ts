import type { ObjectModel } from '@guanxi/metadata';
import { isRecordId, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { PreparedRow, WritePlace } from './write-place.js';
import { writeTraits } from './write-traits.js';

/** The same for changes: what a record has already keeps the cipher that it has, so that writing it again is no change. */
export async function encryptChanges(rows: readonly PreparedRow[], ids: readonly string[], object: ObjectModel, place: WritePlace): Promise<readonly PreparedRow[]> {
  const { session, actor, cipher } = place;
  const secret = writeTraits(object).encrypted.filter(({ name }) => rows.some((row) => typeof row[name] === 'string'));
  if (secret.length === 0 || !cipher) return encryptValues(rows, object, place);
  const columns = secret.map(({ name, column }) => sql`${sql.id(column)} as ${sql.id(name)}`);
  const known = ids.filter(isRecordId);
  const found = await session.run<{ id: string } & Record<string, string | null>>(sql`select id as id, ${sql.join(columns)} from ${recordTable(actor.org.schema, object)} where id = any(${known}::uuid[])`);
  const present = new Map(found.map((row) => [row.id, row]));
  return encryptValues(rows, object, place).map((row, index) => {
    const kept = secret.flatMap(({ name }) => {
      const before = present.get(ids[index]?.toLowerCase() ?? '')?.[name];
      return typeof before === 'string' && cipher.decrypt(before) === rows[index]?.[name] ? [[name, before] as const] : [];
    });
    return kept.length === 0 ? row : { ...row, ...Object.fromEntries(kept) };
  });
}

/** Rows with the values of encrypted fields as the database keeps them: it never sees another form. */
export function encryptValues(rows: readonly PreparedRow[], object: ObjectModel, { cipher }: WritePlace): readonly PreparedRow[] {
  const { encrypted } = writeTraits(object);
  if (encrypted.length === 0) return rows;
  const secret = encrypted.map(({ name }) => name);
  return rows.map((row) => {
    const values = secret.filter((name) => typeof row[name] === 'string');
    if (values.length === 0) return row;
    if (!cipher) throw new Error(`${object.name} has encrypted fields, but there is nothing to encrypt them with.`);
    return { ...row, ...Object.fromEntries(values.map((name) => [name, cipher.encrypt(String(row[name]))])) };
  });
}
