import { fieldType, type FieldTypeName, type JsonValue } from '@guanxi/field-types';
import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { ADA, BOB, org } from '../people.js';
import type { Choices } from './choices.js';
import type { CurrencyRate, Row } from './memory-org.js';

/** Owns records, and never asks. */
export const CEM = '00000000-0000-7000-8000-00000000ce30';

export const people: readonly Row[] = [[ADA, 'Ada'], [BOB, 'Bob'], [CEM, 'Cem']].map(([id = '', name = '']) => ({ object: 'User', id, deleted: false, values: { id, name, email: `${name.toLowerCase()}@example.com`, active: true } }));

export const rates: readonly CurrencyRate[] = [{ code: 'USD', startsOn: '2026-01-01', rate: '0.032' }, { code: 'USD', startsOn: '2026-02-01', rate: '0.04' }];

export const texts = ['Ann', 'ann', 'Anna', '王小明', '臺北市', 'a%_b', 'Zoë', 'x'] as const;
export const days = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-29', '2026-11-01'] as const;
export const instants = ['2025-12-31T15:59:59.000Z', '2025-12-31T16:00:00.000Z', '2026-03-01T00:30:00.000Z', '2026-03-01T08:00:00.000Z', '2026-03-29T00:59:59.999Z', '2026-10-25T01:30:00.000Z'] as const;

/** A few values of each kind, so that many records have the same. */
const VALUES: Partial<Record<FieldTypeName, readonly JsonValue[]>> = {
  text: texts,
  longText: [...texts, 'two\nlines'],
  richText: ['<p>Ann</p>'],
  email: ['ann@example.com', 'bob@example.com'],
  phone: ['+886223456789', '+15551234567'],
  url: ['https://example.com/', 'https://example.org/a'],
  integer: [-1, 0, 1, 2, 9_007_199_254_740_991],
  decimal: ['-1.5', '0', '0.005', '10'],
  currency: ['0', '0.05', '33.33', '50', '200.5', '-7'],
  percent: ['0', '5', '33.33'],
  boolean: [true, false],
  date: days,
  dateTime: instants,
  time: ['00:00:00', '14:30:00'],
  duration: [60, 5400],
  address: [{ city: 'London', country: 'GB' }, { street: '忠孝東路 1', city: '臺北市', country: 'TW' }, { country: 'GB' }],
  personName: [{ first: 'Ada', last: 'Lovelace' }, { first: '小明', last: '王' }, { last: 'Zuse' }],
  geolocation: [{ latitude: '51.5', longitude: '-0.13' }, { latitude: '25.03', longitude: '121.56' }],
  json: [{ a: 1 }, [1, 'x'], true],
  multiPicklist: [['call'], ['call', 'mail'], ['call', 'mail', 'visit']],
};

/** Between none and `most` records of every object, with blanks, equal values and references that lead nowhere any more. */
export function makeRows(model: Model, choices: Choices, most: number): ReadonlyMap<string, readonly Row[]> {
  const objects = model.objects.filter(({ platform }) => !platform);
  const ids = new Map([...objects.map(({ name }, index) => [name, idsOf(index, choices.below(most + 1))] as const), ['User', people.map(({ id }) => id)] as const]);
  const rows = new Map<string, readonly Row[]>([['User', people]]);
  const made = objects.map(({ name, fields }) => {
    const masters = fields.filter(({ type }) => type === 'masterDetail');
    // A detail without a master cannot be.
    const possible = masters.every(({ target = '' }) => (ids.get(target)?.length ?? 0) > 0) ? (ids.get(name) ?? []) : [];
    return [name, possible] as const;
  });
  for (const [name, possible] of made) ids.set(name, possible);
  for (const object of objects) rows.set(object.name, (ids.get(object.name) ?? []).map((id) => makeRow(object, id, ids, choices)));
  return rows;
}

function idsOf(object: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `00000000-0000-7000-8000-${String((object + 1) * 1000 + index).padStart(12, '0')}`);
}

function makeRow(object: ObjectModel, id: string, ids: ReadonlyMap<string, readonly string[]>, choices: Choices): Row {
  const values: Record<string, JsonValue> = { id, version: 1 + choices.below(2), createdAt: choices.pick(instants), updatedAt: choices.pick(instants), createdBy: choices.pick([ADA, BOB]), updatedBy: ADA, owner: choices.pick([ADA, BOB, CEM]) };
  const taken = new Set<string>();
  for (const field of object.fields) {
    if (field.system || field.storage !== 'column') continue;
    const value = makeValue(field, ids, choices);
    if (field.memberOf !== undefined && taken.has(field.memberOf)) continue;
    if (field.memberOf !== undefined && value !== null) taken.add(field.memberOf);
    values[field.name] = field.unique ? `${object.name} ${id}` : value;
  }
  return { object: object.name, id, values, deleted: object.fields.every(({ type }) => type !== 'masterDetail') && choices.once(8) };
}

function makeValue(field: FieldModel, ids: ReadonlyMap<string, readonly string[]>, choices: Choices): JsonValue {
  const { type, settings } = field.value;
  if (field.type !== 'masterDetail' && choices.once(4)) return null;
  if (field.target !== undefined) {
    const targets = ids.get(field.target) ?? [];
    return targets.length === 0 ? null : choices.pick(targets);
  }
  const words = type === 'picklist' ? ((settings['values'] ?? []) as unknown as readonly { value: string }[]).map(({ value }) => value) : undefined;
  const possible = words ?? VALUES[type];
  return possible === undefined ? null : fieldType(type).normalize(choices.pick<JsonValue>(possible), settings);
}

export const CURRENCY = org.currency;
