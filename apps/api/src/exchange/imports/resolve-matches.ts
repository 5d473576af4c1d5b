import { columnTypeSql, fieldTypes, say } from '@guanxi/field-types';
import { fieldWord, objectWord, pluralWord, type CheckedImportColumn, type CheckedImportPlan } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { RecordWriter } from '../../records/record-writer.js';
import type { ConvertedRow, RowProblem } from './convert-row.js';
import { rowFaults } from './import-wording.js';

type Match = NonNullable<CheckedImportColumn['match']>;

/** The ids found or made so far, per column, so that a target that many rows name is looked up once. */
export class KnownTargets {
  private readonly idsByColumn = new Map<string, Map<string, string>>();
  /** Records made because a row named them, by object name. */
  readonly made: Record<string, number> = {};

  ids(column: string): Map<string, string> {
    const ids = this.idsByColumn.get(column) ?? new Map<string, string>();
    this.idsByColumn.set(column, ids);
    return ids;
  }
}

export interface ResolvedRow {
  readonly source: ConvertedRow;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Resolution {
  readonly rows: readonly ResolvedRow[];
  readonly rejected: readonly { readonly source: ConvertedRow; readonly problems: readonly RowProblem[] }[];
}

interface Place {
  readonly tx: OrgTransaction;
  readonly actor: Actor;
  readonly writer: RecordWriter;
}

/** Turns external ids into record ids for a batch of rows, making targets that are missing where the plan says so. */
export async function resolveMatches(batch: readonly ConvertedRow[], { columns }: CheckedImportPlan, known: KnownTargets, place: Place): Promise<Resolution> {
  const matched = columns.filter((column): column is CheckedImportColumn & { match: Match } => column.match !== undefined);
  const refusals = new Map<string, RowProblem>();
  for (const column of matched) await lookUpTargets(column, batch, known, place, refusals);
  const pointing = columns.filter(({ pointers }) => pointers !== undefined);
  for (const column of pointing) await lookUpPointers(column, batch, known, place.tx);

  const rows: ResolvedRow[] = [];
  const rejected: { source: ConvertedRow; problems: RowProblem[] }[] = [];
  for (const source of batch) {
    const values: Record<string, unknown> = { ...source.values };
    const problems: RowProblem[] = [];
    for (const column of matched) {
      const key = source.matches[column.field.name];
      if (key === undefined) continue;
      const id = known.ids(column.column).get(key);
      if (id === undefined) problems.push(refusals.get(refusalKey(column, key)) ?? notFound(column, key, place.actor.locale));
      else values[column.field.name] = id;
    }
    for (const column of pointing) {
      const key = source.matches[column.field.name];
      if (key === undefined) continue;
      const id = known.ids(column.column).get(key);
      if (id === undefined) problems.push(lostPointer(column, key, place.actor.locale));
      else values[column.field.name] = { [`${key.charAt(0).toLowerCase()}${key.slice(1, key.indexOf(':'))}`]: id };
    }
    if (problems.length > 0) rejected.push({ source, problems });
    else rows.push({ source, values });
  }
  return { rows, rejected };
}

async function lookUpTargets(
  column: CheckedImportColumn & { match: Match },
  batch: readonly ConvertedRow[],
  known: KnownTargets,
  place: Place,
  refusals: Map<string, RowProblem>,
): Promise<void> {
  const ids = known.ids(column.column);
  const wanted = new Set(batch.flatMap(({ matches }) => matches[column.field.name] ?? []).filter((key) => !ids.has(key)));
  if (wanted.size === 0) return;
  const { field, target } = column.match;
  const type = columnTypeSql(fieldTypes[field.type].column(field.settings));
  const name = sql.id(field.column);
  const live = target.platform ? sql`active` : sql`deleted_at is null`;
  const found = await place.tx.run<{ id: string; key: string }>(
    sql`select id, ${name}::text as key from ${sql.id(place.tx.org.schema, target.table)} where ${name} = any(${[...wanted]}::${type}[]) and ${live}`,
  );
  for (const { id, key } of found) ids.set(key, id);
  const missing = [...wanted].filter((key) => !ids.has(key));
  if (column.match.createMissing && missing.length > 0) await makeTargets(column, missing, known, place, refusals);
}

/** The records that `Customer:C-1` and the like name, by any external id of their object. */
async function lookUpPointers({ column, field, pointers = [] }: CheckedImportColumn, batch: readonly ConvertedRow[], known: KnownTargets, tx: OrgTransaction): Promise<void> {
  const ids = known.ids(column);
  const wanted = new Set(batch.flatMap(({ matches }) => matches[field.name] ?? []).filter((key) => !ids.has(key)));
  for (const { target, by } of pointers) {
    const keys = [...wanted].filter((key) => key.startsWith(`${target.name}:`)).map((key) => key.slice(target.name.length + 1));
    if (keys.length === 0) continue;
    for (const external of by) {
      const value = sql.id(external.column);
      const found = await tx.run<{ id: string; key: string }>(
        sql`select id, ${value}::text as key from ${sql.id(tx.org.schema, target.table)} where ${value}::text = any(${keys}::text[]) and deleted_at is null`,
      );
      for (const { id, key } of found) ids.set(`${target.name}:${key}`, id);
    }
  }
}

function lostPointer({ column, pointers = [] }: CheckedImportColumn, key: string, locale: string): RowProblem {
  const colon = key.indexOf(':');
  const pointer = pointers.find(({ target }) => target.name === key.slice(0, colon));
  const field = pointer?.by[0];
  if (!pointer || !field) throw new Error(`${key} names no record that an import looked for.`);
  const words = { target: objectWord(pointer.target), targets: pluralWord(pointer.target), field: fieldWord(field), value: key.slice(colon + 1) };
  return { column, value: key, code: 'target_not_found', message: say({ ...rowFaults.noTarget, words }, locale), hint: say({ ...rowFaults.importFirst, words }, locale) };
}

async function makeTargets(
  column: CheckedImportColumn & { match: Match },
  keys: readonly string[],
  known: KnownTargets,
  { tx, actor, writer }: Place,
  refusals: Map<string, RowProblem>,
): Promise<void> {
  const { target, field } = column.match;
  const nameField = target.fieldByName.get(target.nameField);
  // People know the record by its external id until somebody gives it a better name.
  const rows = keys.map((key) => ({ ...(nameField?.writable ? { [nameField.name]: key } : {}), [field.name]: key }));
  const result = await writer.create(tx, actor, target.name, rows);
  if ('problems' in result) {
    for (const problem of result.problems) {
      const key = keys[Number(problem.path.split('/')[1])] ?? '';
      refusals.set(refusalKey(column, key), { column: column.column, value: key, code: problem.code, message: say({ ...rowFaults.cannotMake, words: { target: objectWord(target), value: key, reason: problem.message } }, actor.locale) });
    }
    const good = keys.filter((key) => !refusals.has(refusalKey(column, key)));
    if (good.length > 0 && good.length < keys.length) await makeTargets(column, good, known, { tx, actor, writer }, refusals);
    return;
  }
  const ids = known.ids(column.column);
  keys.forEach((key, index) => ids.set(key, result.ids[index] ?? ''));
  known.made[target.name] = (known.made[target.name] ?? 0) + keys.length;
}

function refusalKey({ column }: CheckedImportColumn, key: string): string {
  return JSON.stringify([column, key]);
}

function notFound({ column, match }: CheckedImportColumn & { match: Match }, key: string, locale: string): RowProblem {
  const { target, field } = match;
  const words = { target: objectWord(target), targets: pluralWord(target), field: fieldWord(field), value: key };
  return {
    column,
    value: key,
    code: 'target_not_found',
    message: say({ ...rowFaults.noTarget, words }, locale),
    hint: say({ ...(target.platform ? rowFaults.invite : rowFaults.importFirst), words }, locale),
  };
}
