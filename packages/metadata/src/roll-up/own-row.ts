import { fieldType } from '@guanxi/field-types';
import { compileFormula, compileStored, type SqlScope, type StoredScope, type TypedFormula } from '@guanxi/formula';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, ObjectModel } from '../model/model.js';
import { rollUpSumColumn } from '../naming/index.js';

type Sql = RawBuilder<unknown>;

/** What formulas over a row lean on besides the row. */
export interface RowMoment {
  /** timestamptz */
  readonly now: Sql;
  /** IANA name as text */
  readonly timeZone: Sql;
}

/**
 * The names of a formula as expressions over one row that has all columns of `object` under `alias`. Formula fields are
 * worked out from what they read, whether they are stored or not: so the same expression serves a row as it was, as it is
 * and as it will be, and nothing on the way is rounded to what a column shows.
 */
export function ownRowScope(object: ObjectModel, alias: string, moment: RowMoment): SqlScope {
  const scope: SqlScope = { ...moment, column: (path) => readPath(object, path, (field) => readField(field, alias, scope)) };
  return scope;
}

/** The exact value of a field of the row. */
export function ownRowValue(object: ObjectModel, field: FieldModel, alias: string, moment: RowMoment): Sql {
  return readField(field, alias, ownRowScope(object, alias, moment));
}

/** The same as the expression of a generated column: without parameters and sub-selects. `timeZone`: IANA name. */
export function storedValue(object: ObjectModel, field: FieldModel, timeZone: string): Sql {
  const read = (one: FieldModel): Sql => (one.formula ? compileStored(one.formula, scope) : readColumn(one, object.table));
  const scope: StoredScope = { timeZone, column: (path) => readPath(object, path, read) };
  return read(field);
}

/** Every field with a column that a formula over its own row reads in the end, through formula fields. */
export function fieldsRead(object: ObjectModel, formula: TypedFormula, seen: Set<string> = new Set()): ReadonlySet<string> {
  for (const [name = ''] of formula.references) {
    if (seen.has(name)) continue;
    seen.add(name);
    const read = object.fieldByName.get(name)?.formula;
    if (read) fieldsRead(object, read, seen);
  }
  return seen;
}

/** The column with the value of a field that is no formula: of a sum the one that is not rounded. */
export function exactColumn({ storage, column, rollUp, formula }: FieldModel): string | undefined {
  if (formula || column === '') return undefined;
  return storage === 'maintained' && rollUp?.operation === 'sum' ? rollUpSumColumn(column) : column;
}

function readPath(object: ObjectModel, [name = '', ...rest]: readonly string[], read: (field: FieldModel) => Sql): Sql {
  const field = object.fieldByName.get(name);
  if (!field) throw new Error(`${object.name} has no field ${name} of its own.`);
  const value = read(field);
  if (rest.length === 0) return value;
  const part = fieldType(field.type).parts?.[rest.join('.')];
  if (!part) throw new Error(`${object.name}.${name}.${rest.join('.')} is a value of another record.`);
  return part.extract(value);
}

function readField(field: FieldModel, alias: string, scope: SqlScope): Sql {
  return field.formula ? compileFormula(field.formula, scope) : readColumn(field, alias);
}

function readColumn(field: FieldModel, alias: string): Sql {
  const column = exactColumn(field);
  if (column === undefined) throw new Error(`${field.name} has no value in its own row.`);
  return sql.id(alias, column);
}
