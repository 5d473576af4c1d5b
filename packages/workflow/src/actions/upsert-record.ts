import { fieldType, type JsonValue } from '@guanxi/field-types';
import { nearMissHint, type ObjectModel, type Problem } from '@guanxi/metadata';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { checkFieldValues, checkRequired, fieldValuesSchema, isTextRecord } from './field-values.js';
import { checkKeepAs, keepAsSchema, keptAs } from './left-value.js';
import { skipped } from './skipped.js';
import { checkTarget } from './target.js';

const MOST_KEYS = 5;

export const upsertRecord: Action = {
  name: 'upsertRecord',
  title: 'Create or update a record',
  description: 'Changes the record of an object that has the same values in the fields it is found by, or makes one.',
  inputSchema: {
    type: 'object',
    properties: {
      object: { type: 'string', title: 'Object', format: 'object-name' },
      by: {
        type: 'array',
        title: 'Found by',
        description: 'Fields that say together which record is meant. Each has a value below.',
        format: 'field-names',
        items: { type: 'string' },
        minItems: 1,
        maxItems: MOST_KEYS,
      },
      values: fieldValuesSchema,
      as: keepAsSchema,
    },
    required: ['object', 'by', 'values'],
    additionalProperties: false,
  },

  leaves: ({ as }) => keptAs(as, 'reference' as const),

  check(input, context) {
    const target = checkTarget(input['object'], context.model);
    if (!target.ok) return [...target.problems];
    return [
      ...checkBy(input['by'], input['values'], target.value),
      ...checkFieldValues(input['values'], target.value, context),
      ...checkRequired(input['values'], target.value),
      ...checkKeepAs(input['as'], 'reference', context),
    ];
  },

  async run({ input, object, runs }, ports) {
    const { object: target, by, values: formulas, as } = input as { object: string; by: readonly string[]; values: Record<string, string>; as?: string };
    const values = await ports.evaluate(object.name, formulas, runs);
    const rows = runs.flatMap(({ runId }) => {
      const found = values.get(runId);
      return found ? [{ runId, values: found }] : [];
    });
    const written = await ports.upsert(target, by, rows);
    if (!written.ok) return written;
    const notes = rows.map(({ runId, values: set }, index): StepNote => {
      const id = written.ids[index] ?? '';
      const output: JsonValue = written.created.has(runId) ? { created: { object: target, id } } : { updated: { object: target, ids: [id] } };
      return { runId, input: { object: target, by: [...by], values: set }, output, leaves: keptAs(as, id) };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};

function checkBy(by: unknown, values: unknown, target: ObjectModel): Problem[] {
  if (!Array.isArray(by) || by.length === 0) return [{ path: '/by', code: 'key.missing', message: `The step does not say by which fields it finds the record of ${target.label}.` }];
  if (by.length > MOST_KEYS) return [{ path: '/by', code: 'key.many', message: `The step finds the record by ${by.length} fields; ${MOST_KEYS} is the most.` }];
  return by.flatMap((name: unknown, index): Problem[] => {
    const path = `/by/${index}`;
    const field = typeof name === 'string' ? target.fieldByName.get(name) : undefined;
    if (!field) {
      const hint = nearMissHint(String(name), target.fields.filter((one) => one.writable).map((one) => one.name));
      return [{ path, code: 'field.unknown', message: `${target.label} has no field ${String(name)}.`, ...(hint && { hint }) }];
    }
    if (by.indexOf(name) < index) return [{ path, code: 'key.twice', message: `${field.label} stands twice among the fields that the record is found by.` }];
    const kind = fieldType(field.type);
    if (!comparable.has(kind.formulaType) || kind.encrypted) return [{ path, code: 'key.kind', message: `A record cannot be found by ${field.label}: its values cannot be compared.` }];
    if (isTextRecord(values) && field.name in values) return [];
    return [{ path, code: 'key.value', message: `The record is found by ${field.label}, but the step gives it no value.`, hint: 'Give it a formula among the values.' }];
  });
}

const comparable: ReadonlySet<string> = new Set(['text', 'picklist', 'number', 'date', 'datetime', 'reference']);
