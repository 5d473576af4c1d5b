import { fieldType, operandTypeSql, operators, type ColumnType, type JsonValue, type Operator } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Condition, FieldCondition, Quantifier } from '../request/condition.js';
import { toParameter, type ConvertOperand } from '../request/operand.js';
import { InputError, type StatementInput } from '../statement/slot.js';
import { allOf, column, readableField, visible, type Compilation, type Table } from './compilation.js';

/** Stands for the person who asks wherever a user is compared. */
export const ME_WORD = 'me';

export function compileCondition(condition: Condition, table: Table, compilation: Compilation): RawBuilder<boolean> {
  if ('and' in condition) return combine(condition.and, table, compilation, sql` and `, sql<boolean>`true`);
  if ('or' in condition) return combine(condition.or, table, compilation, sql` or `, sql<boolean>`false`);
  // "is not true" keeps to two values: what is unknown about a blank counts as not fulfilled.
  if ('not' in condition) return sql<boolean>`(${compileCondition(condition.not, table, compilation)}) is not true`;
  if ('one' in condition) return compileOne(condition.one, condition.where, table, compilation);
  if ('relation' in condition) return compileMany(condition, table, compilation);
  return compileField(condition, table);
}

function combine(
  parts: readonly Condition[],
  table: Table,
  compilation: Compilation,
  word: RawBuilder<unknown>,
  empty: RawBuilder<boolean>,
): RawBuilder<boolean> {
  if (parts.length === 0) return empty;
  return sql<boolean>`(${sql.join(parts.map((part) => compileCondition(part, table, compilation)), word)})`;
}

function compileOne(name: string, where: Condition, table: Table, compilation: Compilation): RawBuilder<boolean> {
  const field = readableField(table, name);
  const target = compilation.table(targetOf(field));
  const link = sql<boolean>`${sql.id(target.alias, 'id')} = ${column(table, field)}`;
  const predicates = [link, ...visible(target), compileCondition(where, target, compilation)];
  return sql<boolean>`exists (select from ${target.from} where ${allOf(predicates)})`;
}

function compileMany(
  { relation: name, quantifier, where }: { relation: string; quantifier: Quantifier; where: Condition },
  table: Table,
  compilation: Compilation,
): RawBuilder<boolean> {
  const related = relatedTable(table, name, compilation);
  const among = [related.link, ...visible(related.table)];
  return QUANTIFIERS[quantifier](related.table.from, among, compileCondition(where, related.table, compilation));
}

type Quantify = (from: RawBuilder<unknown>, among: readonly RawBuilder<boolean>[], test: RawBuilder<boolean>) => RawBuilder<boolean>;

const QUANTIFIERS: Record<Quantifier, Quantify> = {
  some: (from, among, test) => sql<boolean>`exists (select from ${from} where ${allOf([...among, test])})`,
  none: (from, among, test) => sql<boolean>`not exists (select from ${from} where ${allOf([...among, test])})`,
  every: (from, among, test) => sql<boolean>`not exists (select from ${from} where ${allOf(among)} and (${test}) is not true)`,
};

/** The table of a to-many relation's records and the predicate that ties them to a record of `table`. */
export function relatedTable(table: Table, name: string, compilation: Compilation): { table: Table; link: RawBuilder<boolean> } {
  const relation = table.object.relationByName.get(name);
  if (!relation) throw new Error(`${table.object.name} has no relation ${name}.`);
  const related = compilation.table(relation.object);
  const link = sql<boolean>`${column(related, readableField(related, relation.field))} = ${sql.id(table.alias, 'id')}`;
  return { table: related, link };
}

export function targetOf(field: FieldModel): string {
  if (field.target === undefined) throw new Error(`The field ${field.name} does not point to a record.`);
  return field.target;
}

function compileField({ field: name, operator: operatorName, operand }: FieldCondition, table: Table): RawBuilder<boolean> {
  const field = readableField(table, name);
  const operator = operators[operatorName];
  const { column: columnOf } = fieldType(field.type);
  const type = operandTypeSql(operator.operand, columnOf(field.settings));
  return operator.sql(column(table, field), sql`${toParameter(operand, conversion(field, operator))}::${type}`);
}

/** The way of an operand: its canonical form, what only the moment knows, the parameter. */
function conversion(field: FieldModel, operator: Operator): ConvertOperand {
  const kind = fieldType(field.type);
  const columnOf = kind.column(field.settings);
  const canonical = CANONICAL[columnOf.name]?.(field) ?? ((value: JsonValue) => value);
  const shaped = SHAPES[operator.operand](canonical);
  return (value, input) => operator.toParameter(operator.resolveOperand(shaped(value, input), input, columnOf));
}

/** Text is compared in the form it is kept in. Numbers are not rounded to the field's scale: 10.005 is no value of a price, but greater than 10. */
const CANONICAL: Partial<Record<ColumnType['name'], (field: FieldModel) => Shape>> = {
  uuid: () => toRecordId,
  text: (field) => (value) => fieldType(field.type).normalize(value === null ? null : checkText(value), field.settings),
};

type Shape = (value: JsonValue, input: StatementInput) => JsonValue;

const SHAPES: Record<Operator['operand'], (canonical: Shape) => Shape> = {
  value: (canonical) => canonical,
  list: (canonical) => (value, input) => (Array.isArray(value) ? value : [value]).map((item: JsonValue) => canonical(item, input)),
  text: () => (value) => checkText(value),
  boolean: () => (value) => value,
  period: () => (value) => value,
};

function checkText(value: JsonValue): string {
  const text = String(value);
  if (text.includes('\0')) throw new InputError('Text may not contain the character NUL.');
  return text;
}

const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && RECORD_ID.test(value);
}

function toRecordId(value: JsonValue, { me }: StatementInput): JsonValue {
  if (value === ME_WORD) return me;
  if (value === null || isRecordId(value)) return value;
  throw new InputError(`${JSON.stringify(value)} is not the id of a record. Ids look like 0192f0c1-2b3c-7d4e-8f50-123456789abc.`);
}
