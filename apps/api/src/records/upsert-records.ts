import type { JsonValue } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { RecordValues } from './record-values.js';
import type { WriteOutcome, WritePlace, WriteWish } from './write-place.js';
import { createRecords, findRecords, updateRecords } from './write-records.js';

/** Changes the record that has the key in an external-id field, or creates it. Needs a transaction around it. */
export async function upsertRecord(
  place: WritePlace,
  object: string,
  key: { readonly field: string; readonly value: JsonValue },
  values: RecordValues,
  wish: WriteWish,
): Promise<WriteOutcome> {
  // Two that bring the same new key at once: the second waits, and finds what the first has made.
  const lock = [place.actor.org.schema, object, key.field, String(key.value)].join(' ');
  await place.session.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const found = await findRecords(place, object, key.field, [key.value]);
  const [id] = found.values();
  const all = { [key.field]: key.value, ...values };
  return id === undefined ? createRecords(place, object, [all], wish) : updateRecords(place, object, [{ id, values: all }], wish);
}
