import type { JsonValue } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import type { PreparedRow } from './write-place.js';

/** A reference to one of several objects is kept in a lookup per object: `{ regarding: { customer: id } }` fills one and empties the others. */
export function spreadMembers(values: PreparedRow, object: ObjectModel): PreparedRow {
  const facades = Object.keys(values).flatMap((name) => {
    const field = object.fieldByName.get(name);
    return field?.members ? [{ field, members: field.members }] : [];
  });
  if (facades.length === 0) return values;
  const spread: Record<string, JsonValue> = Object.fromEntries(Object.entries(values).filter(([name]) => facades.every(({ field }) => field.name !== name)));
  for (const { field, members } of facades) {
    const [key = '', id = null] = Object.entries((values[field.name] ?? {}) as Record<string, string>)[0] ?? [];
    for (const name of members) {
      const target = object.fieldByName.get(name)?.target ?? '';
      spread[name] = target.charAt(0).toLowerCase() + target.slice(1) === key ? id : null;
    }
  }
  return spread;
}
