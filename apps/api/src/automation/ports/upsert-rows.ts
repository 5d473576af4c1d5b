import { say, type Wording } from '@guanxi/field-types';
import { objectWord, type ObjectModel, type Problem } from '@guanxi/metadata';
import { columnType, recordTable } from '@guanxi/query';
import { storedField, storedObject, type EvaluatedValues, type RowToCreate, type RowToUpdate, type UpsertResult, type WriteResult } from '@guanxi/workflow';
import { sql } from 'kysely';
import { lockKeys } from '../../records/upsert-records.js';
import type { StepTransaction } from '../transaction-ports.js';

interface Doors {
  create(rows: readonly RowToCreate[]): Promise<WriteResult>;
  update(changes: readonly RowToUpdate[]): Promise<WriteResult>;
}

/** The rows that mean the same record; the last has the last word on each of its fields. */
interface Meant {
  readonly key: readonly string[];
  readonly first: number;
  readonly runIds: readonly string[];
  readonly values: EvaluatedValues;
}

/** Changes the records that rows find by their own values, and makes those that are not there, each set in one statement. */
export async function upsertRows(object: ObjectModel, by: readonly string[], rows: readonly RowToCreate[], step: StepTransaction, doors: Doors): Promise<UpsertResult> {
  const blank = rows.flatMap(({ values }, row) => by.filter((name) => (values[name] ?? '') === '').map((name) => problemOf(row, 'blank', object, step, labelOf(object, name))));
  if (blank.length > 0) return { ok: false, problems: blank };
  const meant = groupRows(rows, by);
  const found = await findMeant(object, by, meant, step);
  const several = meant.flatMap(({ first, key }, index) => ((found[index]?.length ?? 0) > 1 ? [problemOf(first, 'several', object, step, key.join(', '))] : []));
  if (several.length > 0) return { ok: false, problems: several };

  const fresh = meant.filter((_, index) => found[index]?.length === 0);
  const known = meant.flatMap((one, index) => (found[index]?.[0] === undefined ? [] : [{ ...one, id: found[index][0] }]));
  const made = await doors.create(fresh.map(({ runIds, values }) => ({ runId: runIds[0] ?? '', values })));
  if (!made.ok) return made;
  const changed = await doors.update(known.map(({ runIds, values, id }) => ({ runId: runIds[0] ?? '', id, values })));
  if (!changed.ok) return changed;
  const idOf = new Map([...fresh.flatMap(({ runIds }, index) => runIds.map((runId) => [runId, made.ids[index] ?? ''] as const)), ...known.flatMap(({ runIds, id }) => runIds.map((runId) => [runId, id] as const))]);
  return { ok: true, ids: rows.map(({ runId }) => idOf.get(runId) ?? ''), created: new Set(fresh.flatMap(({ runIds }) => runIds[0] ?? [])) };
}

function groupRows(rows: readonly RowToCreate[], by: readonly string[]): readonly Meant[] {
  const groups = new Map<string, Meant>();
  rows.forEach(({ runId, values }, row) => {
    const key = by.map((name) => String(values[name]));
    const before = groups.get(JSON.stringify(key));
    groups.set(JSON.stringify(key), { key, first: before?.first ?? row, runIds: [...(before?.runIds ?? []), runId], values: { ...before?.values, ...values } });
  });
  return [...groups.values()];
}

/** Ids of the live records of each, held against others who bring the same key until the transaction ends. */
async function findMeant(object: ObjectModel, by: readonly string[], meant: readonly Meant[], { tx, place, actor }: StepTransaction): Promise<readonly (readonly string[])[]> {
  const stored = storedObject(place, object);
  const fields = by.map((name) => {
    const named = object.fieldByName.get(name);
    if (!named) throw new RangeError(`${object.name} has no field ${name} in the workflow's revision.`);
    return storedField(place, object, named);
  });
  const keys = meant.map(({ key }) => (key.length === 1 ? (key[0] ?? '') : JSON.stringify(key)));
  await lockKeys({ session: tx, actor }, stored.name, fields.map(({ name }) => name).join('+'), keys);
  const isSame = fields.map((field, index) => sql`record.${sql.id(field.column)} = (wanted.key ->> ${index}::int)::${columnType(field)}`);
  const rows = await tx.run<{ position: number; id: string }>(sql`
    select wanted.position::int as position, record.id
    from unnest(${meant.map(({ key }) => JSON.stringify(key))}::jsonb[]) with ordinality as wanted(key, position)
    join ${recordTable(place.schema, stored)} as record on ${sql.join(isSame, sql` and `)} and record.deleted_at is null order by 1, 2`);
  const found: string[][] = meant.map(() => []);
  for (const { position, id } of rows) found[position - 1]?.push(id);
  return found;
}

function labelOf(object: ObjectModel, name: string): string {
  return object.fieldByName.get(name)?.label ?? name;
}

function problemOf(row: number, kind: keyof typeof faults, object: ObjectModel, { actor }: StepTransaction, what: string): Problem {
  return { path: `/${row}`, code: `upsert.${kind}`, message: say({ ...faults[kind], words: { object: objectWord(object), what } }, actor.locale) };
}

const faults = {
  blank: {
    en: '{what} is blank, so nobody knows which record of {object} is meant.',
    'zh-TW': '{what}是空白的，無法得知指的是哪一筆{object}記錄。',
    'zh-CN': '{what}为空，无法得知指的是哪一条{object}记录。',
  },
  several: {
    en: 'There are several records of {object} with {what}; which one is meant nobody knows.',
    'zh-TW': '有多筆{object}記錄符合 {what}，無法得知指的是哪一筆。',
    'zh-CN': '有多条{object}记录符合 {what}，无法得知指的是哪一条。',
  },
} satisfies Readonly<Record<string, Wording>>;
