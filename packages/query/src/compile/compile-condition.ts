import {
  fieldType, operandTypeSql, operators, type ColumnType, type FieldSettings, type FieldType, type JsonValue, type Operator, type OperatorName,
} from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Condition, FieldCondition, Quantifier } from '../request/condition.js';
import { peopleAround } from '../access/sharing/principals.js';
import { recordsOnList } from '../access/sharing/seen-lists.js';
import { toParameter, type ConvertOperand, type Operand } from '../request/operand.js';
import { InputError, ME, type StatementInput } from '../statement/slot.js';
import { allOf, column, readableField, visible, type Compilation, type Table } from './compilation.js';
import { fieldExpression } from './field-expression.js';

/** Stands for the person who asks wherever a user is compared. */
export const ME_WORD = 'me';

export function compileCondition(condition: Condition, table: Table, compilation: Compilation): RawBuilder<boolean> {
  if ('and' in condition) return combine(condition.and, table, compilation, sql` and `, sql<boolean>`true`);
  if ('or' in condition) return combine(condition.or, table, compilation, sql` or `, sql<boolean>`false`);
  // "is not true" keeps to two values: what is unknown about a blank counts as not fulfilled.
  if ('not' in condition) return sql<boolean>`(${compileCondition(condition.not, table, compilation)}) is not true`;
  if ('formula' in condition) return compilation.inner.test(condition.formula, table);
  if ('one' in condition) return compileOne(condition.one, condition.where, table, compilation);
  if ('relation' in condition) return compileMany(condition, table, compilation);
  return compileField(condition, table, compilation);
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
  const link = sql<boolean>`${sql.id(target.alias, 'id')} = ${fieldExpression(table, field, compilation)}`;
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
  const own = sql.id(table.alias, 'id');
  if (!relation.through) {
    return { table: related, link: sql<boolean>`${column(related, readableField(related, relation.field))} = ${own}` };
  }
  const { object, near, far } = relation.through;
  const between = compilation.table(object);
  const here = sql<boolean>`${column(between, readableField(between, near))} = ${own}`;
  const there = column(between, readableField(between, far));
  const link = sql<boolean>`${sql.id(related.alias, 'id')} in (select ${there} from ${between.from} where ${allOf([here, ...visible(between)])})`;
  return { table: related, link };
}

export function targetOf(field: FieldModel): string {
  if (field.target === undefined) throw new Error(`The field ${field.name} does not point to a record.`);
  return field.target;
}

function compileField(condition: FieldCondition, table: Table, compilation: Compilation): RawBuilder<boolean> {
  const field = readableField(table, condition.field);
  const value = fieldExpression(table, field, compilation);
  const part = condition.part === undefined ? undefined : fieldType(field.value.type).parts?.[condition.part];
  const { schema } = compilation.ground;
  const operator = operators[condition.operator];
  if (operator.operand === 'people') return operator.sql(value, peopleAround(condition.operand, schema));
  if (operator.operand === 'recordList') return operator.sql(value, recordsOnList(toParameter(condition.operand, toRecordId), ME, schema));
  if (condition.part !== undefined && !part) throw new Error(`${table.object.name}.${field.name} has no part ${condition.part}.`);
  return part ? compare(condition, part.extract(value), part.column, (given) => given) : compareField(condition, value, field);
}

/** A value of a field's kind beside an operand. */
export function compareField(comparison: Comparison, value: RawBuilder<unknown>, { value: { type, settings } }: FieldModel): RawBuilder<boolean> {
  const kind = fieldType(type);
  const columnOf = kind.column(settings);
  const searched = operators[comparison.operator].operand === 'text' ? (kind.text?.(value) ?? value) : value;
  return compare(comparison, searched, columnOf, CANONICAL[columnOf.name]?.(kind, settings) ?? ((given: JsonValue) => given));
}

export interface Comparison {
  readonly operator: OperatorName;
  readonly operand: Operand;
}

/** The way of an operand: its canonical form, what only the moment knows, the parameter. */
export function compare({ operator: name, operand }: Comparison, value: RawBuilder<unknown>, columnOf: ColumnType, canonical: Shape): RawBuilder<boolean> {
  const operator = operators[name];
  const shaped = SHAPES[operator.operand](canonical);
  const convert: ConvertOperand = (given, input) => operator.toParameter(operator.resolveOperand(shaped(given, input), input, columnOf));
  return operator.sql(value, sql`${toParameter(operand, convert)}::${operandTypeSql(operator.operand, columnOf)}`);
}

/** Text is compared in the form it is kept in. Numbers are not rounded to the field's scale: 10.005 is no value of a price, but greater than 10. */
const CANONICAL: Partial<Record<ColumnType['name'], (kind: FieldType, settings: FieldSettings) => Shape>> = {
  uuid: () => toRecordId,
  text: (kind, settings) => (value) => kind.normalize(value === null ? null : checkText(value), settings),
  'text[]': (kind, settings) => (value) => kind.normalize(value, settings),
};

type Shape = (value: JsonValue, input: StatementInput) => JsonValue;

const SHAPES: Record<Operator['operand'], (canonical: Shape) => Shape> = {
  value: (canonical) => canonical,
  list: (canonical) => (value, input) => (Array.isArray(value) ? value : [value]).map((item: JsonValue) => canonical(item, input)),
  members: () => (value) => (Array.isArray(value) ? value : [value]).map(checkText),
  text: () => (value) => checkText(value),
  boolean: () => (value) => value,
  period: () => (value) => value,
  people: () => (value) => value,
  recordList: () => (value) => value,
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

/** Also of the word for the person who asks. */
export function toRecordId(value: JsonValue, { me }: StatementInput): JsonValue {
  if (value === ME_WORD) return me;
  if (value === null || isRecordId(value)) return value;
  throw new InputError(`${JSON.stringify(value)} is not the id of a record. Ids look like 0192f0c1-2b3c-7d4e-8f50-123456789abc.`);
}
