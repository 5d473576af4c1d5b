import { say, type JsonValue } from '@guanxi/field-types';
import { fieldWord, objectWord, valueName } from '@guanxi/metadata';
import { sql } from 'kysely';
import { allOrNothing } from './all-or-nothing.js';
import { faults } from './fault-wording.js';
import { findObject, told, unknownObject } from './find-object.js';
import type { RecordValues, WriteFault } from './record-values.js';
import { NO_WISH, type WriteOutcome, type WritePlace, type WriteWish } from './write-place.js';
import { createRecords, findRecords, updateRecords } from './write-records.js';

/** Changes the record that has the key in an external-id field, or creates it. Needs a transaction around it. */
export async function upsertRecord(
  place: WritePlace,
  object: string,
  key: { readonly field: string; readonly value: JsonValue },
  values: RecordValues,
  wish: WriteWish,
): Promise<WriteOutcome> {
  await lockKeys(place, object, key.field, [key.value]);
  const found = await findRecords(place, object, key.field, [key.value]);
  const [id] = found.values();
  const all = { [key.field]: key.value, ...values };
  return id === undefined ? createRecords(place, object, [all], wish) : updateRecords(place, object, [{ id, values: all }], wish);
}

/** The same for many, each with its key among its values. Answers no records. Needs a transaction around it. */
export async function upsertRecords(place: WritePlace, objectName: string, by: string, rows: readonly RecordValues[], partial: boolean): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  const field = object?.fieldByName.get(by);
  if (!object || !field) return { problems: [unknownObject(objectName, place.actor)] };
  const wish: WriteWish = { ...NO_WISH, partial };
  const keys = rows.map((row) => (row[valueName(field)] ?? null) as JsonValue);
  const refused = wrongKeys(keys, { object: objectWord(object), field: fieldWord(field) }, `/${valueName(field)}`, place.actor.locale);
  if (refused.length > 0 && !partial) return { problems: refused };
  const bad = new Set(refused.map(({ path }) => path.split('/')[1]));
  const good = rows.map((_, row) => row).filter((row) => !bad.has(String(row)));
  await lockKeys(place, objectName, by, good.map((row) => keys[row] ?? null));
  const found = await findRecords(place, objectName, by, good.map((row) => keys[row] ?? null));
  const known = good.filter((row) => found.has(String(keys[row])));
  const fresh = good.filter((row) => !found.has(String(keys[row])));
  const write = async (): Promise<WriteOutcome> => {
    const ids = rows.map(() => '');
    const problems: WriteFault[] = [];
    const left: WriteFault[] = [...refused];
    let written = 0;
    const take = (outcome: WriteOutcome, part: readonly number[]): void => {
      const place = (row: number) => `/${part[row] ?? 0}`;
      if ('problems' in outcome) return void problems.push(...told(outcome.problems, place));
      part.forEach((row, index) => (ids[row] = outcome.ids[index] ?? ''));
      left.push(...told(outcome.refused ?? [], place));
      written += outcome.written;
    };
    if (known.length > 0) take(await updateRecords(place, objectName, known.map((row) => ({ id: found.get(String(keys[row])) ?? '', values: rows[row] ?? {} })), wish), known);
    if (fresh.length > 0) take(await createRecords(place, objectName, fresh.map((row) => rows[row] ?? {}), wish), fresh);
    if (problems.length > 0) return { problems };
    return { ids, records: null, written, ...(left.length > 0 && { refused: left }) };
  };
  return allOrNothing(place.session, write);
}

/** Further than this the locks of single keys would fill the lock table. */
const MOST_LOCKS = 200;

/** Two that bring the same new key at once: the second waits, and finds what the first has made. Many at once wait for everybody. */
export async function lockKeys({ session, actor }: Pick<WritePlace, 'session' | 'actor'>, object: string, field: string, keys: readonly JsonValue[]): Promise<void> {
  const all = [actor.org.schema, object, field].join(' ');
  if (keys.length > MOST_LOCKS) {
    await session.run(sql`select pg_advisory_xact_lock(hashtextextended(${all}, 0))`);
    return;
  }
  const each = keys.map((key) => `${all} ${String(key)}`);
  await session.run(sql`select pg_advisory_xact_lock_shared(hashtextextended(${all}, 0))`);
  await session.run(sql`select pg_advisory_xact_lock(k.hash) from (select distinct hashtextextended(name, 0) as hash from unnest(${each}::text[]) name order by 1) k`);
}

function wrongKeys(keys: readonly JsonValue[], words: { object: ReturnType<typeof objectWord>; field: ReturnType<typeof fieldWord> }, pointer: string, locale: string): WriteFault[] {
  const seen = new Set<string>();
  return keys.flatMap((key, row): WriteFault[] => {
    if (key === null) return [{ path: `/${row}${pointer}`, code: 'required', message: say({ ...faults.required, words }, locale) }];
    if (seen.has(String(key))) return [{ path: `/${row}`, code: 'duplicate-row', message: say({ ...faults.changedTwice, words: { ...words, id: String(key) } }, locale) }];
    seen.add(String(key));
    return [];
  });
}
