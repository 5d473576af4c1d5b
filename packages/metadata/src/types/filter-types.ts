import { fieldType, operators, type FieldType, type FieldTypeName, type OperandShape, type OperatorName, type ScalarName } from '@guanxi/field-types';
import { valueName } from '../naming/index.js';
import type { FieldModel, Model, ObjectModel } from '../model/model.js';

/** The filters of the kinds in use, and for each object what a `where` takes. */
export function filterTypes(model: Model): readonly string[] {
  const kinds = [...new Set(model.objects.flatMap(({ fields }) => fields.filter(isFiltered).map(({ value }) => value.type)))].sort();
  return [PERIOD, ...kinds.map(kindFilter), ...model.objects.map((object) => objectWhere(object, model))];
}

const PERIOD = [
  '',
  '/** A period that moves with the calendar of whoever asks: exactly one of them. */',
  "type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';",
  'type PeriodSpan = { days: number } | { weeks: number } | { months: number } | { quarters: number } | { years: number };',
  'export type Period = { last: PeriodSpan } | { next: PeriodSpan } | { this: CalendarUnit } | { previous: CalendarUnit } | { following: CalendarUnit };',
].join('\n');

const SCALARS: Record<ScalarName, string> = {
  ID: 'string', String: 'string', Boolean: 'boolean', Integer: 'number', Decimal: 'string', Date: 'string', Time: 'string', DateTime: 'string', JSON: 'unknown',
};

const OPERANDS: Record<OperandShape, (value: string) => string> = {
  value: (value) => `${value} | null`,
  list: (value) => `readonly (${value})[] | null`,
  members: (value) => `readonly (${value})[] | null`,
  text: () => 'string | null',
  boolean: () => 'boolean | null',
  period: () => 'Period | null',
  recordList: () => 'string | null',
  people: () => "'myTeams' | 'belowMe' | null",
};

function isFiltered({ storage }: FieldModel): boolean {
  return storage !== 'members' && storage !== 'through';
}

/** Kinds whose values stand in a list take the values of their field. */
function takesValues({ name }: Pick<FieldType, 'name'>): boolean {
  return name === 'picklist' || name === 'multiPicklist';
}

function filterName(kind: FieldTypeName): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Filter`;
}

function kindFilter(name: FieldTypeName): string {
  const kind = fieldType(name);
  const value = takesValues(kind) ? 'Value' : SCALARS[kind.scalar];
  const words = kind.operators.map((word) => filterWord(word, value, kind.list));
  const parts = Object.entries(kind.parts ?? {}).map(([part, { scalar, operators: names }]) => `${part}?: { ${names.map((word) => filterWord(word, SCALARS[scalar])).join('; ')} } | null`);
  return ['', `export interface ${filterName(name)}${takesValues(kind) ? '<Value extends string = string>' : ''} {`, ...[...words, ...parts].map((line) => `  ${line};`), '}'].join('\n');
}

function filterWord(name: OperatorName, value: string, list = false): string {
  const shape = operators[name].operand;
  return `${name}?: ${OPERANDS[shape === 'value' && list ? 'list' : shape](value)}`;
}

function objectWhere(object: ObjectModel, model: Model): string {
  const self = `${object.name}Where`;
  const known = (name: string | undefined): name is string => name !== undefined && model.objectByName.has(name);
  const values = object.fields.filter(isFiltered).map((field) => `${valueName(field)}?: ${valueFilter(object, field)} | null`);
  const references = object.fields.filter(isFiltered).flatMap(({ name, target }) => (known(target) ? [`${name}?: ${target}Where | null`] : []));
  const unions = object.fields.filter(({ storage }) => storage === 'members').map((field) => `${field.name}?: ${unionWhere(object, field)} | null`);
  const relations = object.relations.map(({ name, object: listed }) => `${name}?: { some?: ${listed}Where | null; none?: ${listed}Where | null; every?: ${listed}Where | null } | null`);
  const groups = [`AND?: readonly ${self}[] | null`, `OR?: readonly ${self}[] | null`, `NOT?: ${self} | null`, 'FORMULA?: string | null'];
  return ['', `/** Which records of ${object.name} are meant; everything that is said has to hold. */`, `export interface ${self} {`, ...[...groups, ...values, ...references, ...unions, ...relations].map((line) => `  ${line};`), '}'].join('\n');
}

function valueFilter({ name }: ObjectModel, field: FieldModel): string {
  const kind = fieldType(field.value.type);
  if (!takesValues(kind)) return filterName(kind.name);
  const value = `(${name}['${valueName(field)}'] & {})`;
  return `${filterName(kind.name)}<${kind.list ? `${value}[number]` : value}>`;
}

function unionWhere({ fields }: ObjectModel, { name }: FieldModel): string {
  const members = fields.filter(({ memberOf, target }) => memberOf === name && target !== undefined);
  return `{ isBlank?: boolean | null; ${members.map(({ target = '' }) => `${target.charAt(0).toLowerCase()}${target.slice(1)}?: ${target}Where | null`).join('; ')} }`;
}
