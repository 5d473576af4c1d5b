import type { JsonValue } from '@guanxi/field-types';
import type { RecordValues } from './record-values.js';
import { createRecords, findRecords, updateRecords, type WriteOutcome, type WritePlace, type WriteWish } from './write-records.js';

/** Changes the record that has the key in an external-id field, or creates it. Needs a transaction around it. */
export async function upsertRecord(
  place: WritePlace,
  object: string,
  key: { readonly field: string; readonly value: JsonValue },
  values: RecordValues,
  wish: WriteWish,
): Promise<WriteOutcome> {
  const found = await findRecords(place, object, key.field, [key.value]);
  const [id] = found.values();
  const all = { [key.field]: key.value, ...values };
  return id === undefined ? createRecords(place, object, [all], wish) : updateRecords(place, object, [{ id, values: all }], wish);
}
