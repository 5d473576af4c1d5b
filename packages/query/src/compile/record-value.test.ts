import { parseDocuments, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { compileStatement } from '../statement/statement.js';
import { recordValue } from './record-value.js';

const property = (serial: number, type: string, keywords: object, guanxi: object = {}) =>
  ({ title: `Field ${serial}`, ...keywords, guanxi: { id: `50000000-0000-4000-8000-00000000000${serial}`, type, ...guanxi } });

const parsed = parseDocuments([
  {
    kind: 'object', name: 'Visit', title: 'Visit', type: 'object',
    properties: {
      name: property(1, 'text', { type: 'string', maxLength: 80 }),
      on: property(2, 'date', { type: 'string', format: 'date' }),
      place: property(3, 'address', { type: 'object' }),
      earlier: property(4, 'lookup', { type: 'string', format: 'uuid' }, { target: 'Visit', inverse: { name: 'later' } }),
      isPast: property(5, 'formula', { type: 'boolean', readOnly: true }, { formula: 'on < TODAY()', result: 'boolean' }),
      way: property(6, 'formula', { type: 'string', readOnly: true }, { formula: 'earlier.place.city & " – " & place.city', result: 'text' }),
      followed: property(7, 'rollUp', { readOnly: true }, { relation: 'later', operation: 'count', filter: 'on >= TODAY()' }),
    },
    guanxi: { id: '50000000-0000-4000-8000-0000000000aa', nameField: 'name' },
  },
]);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const model = parsed.value;
const visit = model.objectByName.get('Visit') as ObjectModel;

function valueOf(name: string): { text: string; parameters: readonly unknown[] } {
  const place = { model, schema: 'org_0', now: sql`now()`, timeZone: sql`${'Asia/Taipei'}::text` };
  return compileStatement(sql`select ${recordValue(visit, 'record', visit.fieldByName.get(name) as FieldModel, place)} from visit as record`);
}

it('reads what has a column from it', () => {
  expect(valueOf('on').text).toBe('select "record"."on" from visit as record');
});

it.each(['isPast', 'way', 'followed'])('works %s out from the moment that is given, without anything that a run would have to bring', (name) => {
  const { text, parameters } = valueOf(name);
  expect(text).toContain('"record".');
  expect(parameters.every((parameter) => typeof parameter === 'string')).toBe(true);
});
