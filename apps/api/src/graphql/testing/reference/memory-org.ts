import { fieldType, type JsonValue } from '@guanxi/field-types';
import { checkFormula, evaluateFormula, type FormulaValue, type TypedFormula } from '@guanxi/formula';
import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { readableScope, resolveAccess, type Access } from '@guanxi/query';
import { addUpDecimals, averageOf, divide, roundTo } from './decimals.js';
import { evaluateCondition, isSharedWith, type MemorySharing } from './sharing-in-memory.js';

/** A record in memory: the values that were written, by field name, as the API carries them. */
export interface Row {
  readonly object: string;
  readonly id: string;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly deleted: boolean;
}

export interface CurrencyRate {
  readonly code: string;
  readonly startsOn: string;
  readonly rate: string;
}

/** What an org holds, and who asks. */
export interface MemoryOrg {
  readonly model: Model;
  readonly access: Access;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly rates: readonly CurrencyRate[];
  readonly me: string;
  /** ISO instant. */
  readonly now: string;
  readonly timeZone: string;
  readonly currency: string;
  /** Nobody counts as anything where it is absent. */
  readonly sharing?: MemorySharing;
}

export function rowsOf(org: MemoryOrg, object: string): readonly Row[] {
  return org.rows.get(object) ?? [];
}

export function objectOf(org: MemoryOrg, name: string): ObjectModel {
  const object = org.model.objectByName.get(name);
  if (!object) throw new RangeError(name);
  return object;
}

/** Whether the person sees a record. */
export function isVisible(org: MemoryOrg, row: Row): boolean {
  return !row.deleted && isWithin(org, row);
}

function isWithin(org: MemoryOrg, row: Row): boolean {
  const object = objectOf(org, row.object);
  if (object.platform) return true;
  const scope = org.access.objects.get(row.object)?.read ?? 'none';
  const masters = object.fields.filter(({ type }) => type === 'masterDetail');
  if (scope === 'none') return false;
  if (masters.length > 0) return masters.every(({ name, target = '' }) => rowsOf(org, target).some((one) => one.id === row.values[name] && isWithin(org, one)));
  if (scope === 'shared') return isShared(org, row, object);
  return scope === 'all' || row.values['owner'] === org.me;
}

function isShared(org: MemoryOrg, row: Row, { name: object, document }: ObjectModel): boolean {
  const sharing = document?.guanxi.sharing ?? { default: 'private' };
  if (sharing.default === 'parent' && sharing.parent !== undefined) {
    const target = objectOf(org, object).fieldByName.get(sharing.parent)?.target ?? '';
    const parentId = row.values[sharing.parent] ?? null;
    return parentId === null ? row.values['owner'] === org.me : rowsOf(org, target).some((one) => one.id === parentId && org.access.objects.has(target) && isWithin(org, one));
  }
  const { principals = new Map(), below = new Map(), shares = [] } = org.sharing ?? {};
  const asPlatform = { ...org, access: resolveAccess(org.model, [], { userId: org.me, admin: true }) };
  const holds = (condition: string) => evaluateCondition(org.model, object, condition, (path) => readPath(asPlatform, row, path), org);
  return isSharedWith(row, { principals, below, shares, rules: org.model.sharingRules, queues: org.model.queues, me: org.me, partner: org.access.partner, now: org.now, sharing, holds });
}

/** The record that an id leads to, or undefined where it is gone or hidden. */
export function findRow(org: MemoryOrg, object: string, id: JsonValue): Row | undefined {
  return rowsOf(org, object).find((row) => row.id === id && isVisible(org, row));
}

/** The records of a to-many side. */
export function relatedRows(org: MemoryOrg, row: Row, name: string): readonly Row[] {
  const relation = objectOf(org, row.object).relationByName.get(name);
  if (!relation) throw new RangeError(name);
  const { object, field, through } = relation;
  const visible = rowsOf(org, object).filter((one) => isVisible(org, one));
  if (!through) return visible.filter((one) => one.values[field] === row.id);
  const between = rowsOf(org, through.object).filter((one) => isVisible(org, one) && one.values[through.near] === row.id);
  return visible.filter((one) => between.some((link) => link.values[through.far] === one.id));
}

/** The value of a field as it is read. */
export function valueOf(org: MemoryOrg, row: Row, field: FieldModel): JsonValue {
  if (field.storage === 'column') return field.name === 'id' ? row.id : (row.values[field.name] ?? null);
  const exact = exactValueOf(org, row, field);
  const { name, arguments: [precision, scale = 0] = [] } = fieldType(field.value.type).column(field.value.settings);
  if (exact === null) return null;
  if (name === 'bigint') return Number(roundTo(String(exact), 0));
  return name === 'numeric' && precision !== undefined ? roundTo(String(exact), scale) : exact;
}

/** The value that formulas go on with: nothing is rounded on the way. */
export function exactValueOf(org: MemoryOrg, row: Row, field: FieldModel): JsonValue {
  if (field.formula) return evaluate(org, row, field.formula) as JsonValue;
  if (field.conversion) return convert(org, row, field.conversion);
  if (field.rollUp) return rollUp(org, row, field);
  return valueOf(org, row, field);
}

/** Whether a formula holds that people filter by: it goes on with what they see of the fields that it names. */
export function holdsFormula(org: MemoryOrg, row: Row, text: string): boolean {
  const checked = checkFormula(text, readableScope(org.model, org.access, row.object), 'boolean');
  if (!checked.ok) throw new RangeError(`${text}: ${checked.problems.map(({ message }) => message).join(' ')}`);
  return evaluateFormula(checked.formula, (path) => readPath(org, row, path, valueOf), { now: org.now, timeZone: org.timeZone }) === true;
}

function evaluate(org: MemoryOrg, row: Row, formula: TypedFormula): FormulaValue {
  return evaluateFormula(formula, (path) => readPath(org, row, path), { now: org.now, timeZone: org.timeZone });
}

function readPath(org: MemoryOrg, row: Row, path: readonly string[], read = exactValueOf): FormulaValue {
  if (path[0] === '$User') return readPath(org, findRow(org, 'User', org.me) as Row, path.slice(1), read);
  const [name = '', ...rest] = path;
  const field = objectOf(org, row.object).fieldByName.get(name);
  if (!field) throw new RangeError(path.join('.'));
  const value = read(org, row, field);
  if (rest.length > 0 && field.target !== undefined) {
    const target = findRow(org, field.target, value);
    return target ? readPath(org, target, rest, read) : null;
  }
  if (value === null) return null;
  const kind = fieldType(field.value.type);
  if (rest.length > 0) return (kind.parts?.[rest.join('.')]?.read(value) ?? null) as FormulaValue;
  if (kind.parts && kind.formulaType === 'text') return kind.display?.(value) ?? null;
  return (typeof value === 'number' ? String(value) : value) as FormulaValue;
}

function convert(org: MemoryOrg, row: Row, { field, currency, codeFrom, rateOn }: NonNullable<FieldModel['conversion']>): JsonValue {
  const own = (name: string) => valueOf(org, row, objectOf(org, row.object).fieldByName.get(name) as FieldModel);
  const amount = own(field);
  const code = codeFrom === undefined ? (currency ?? '') : (own(codeFrom) ?? org.currency);
  if (amount === null || code === org.currency) return amount;
  const day = (rateOn === undefined ? null : own(rateOn)) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: org.timeZone }).format(new Date(org.now));
  const rate = org.rates.filter((one) => one.code === code && one.startsOn <= String(day)).toSorted((left, right) => (left.startsOn < right.startsOn ? 1 : -1))[0];
  return rate === undefined ? null : divide(String(amount), rate.rate);
}

function rollUp(org: MemoryOrg, row: Row, { rollUp, storage }: FieldModel): JsonValue {
  if (!rollUp) return null;
  // What is maintained is kept over all records; what is worked out on reading is over those that the person sees.
  const seen = storage === 'maintained' ? rowsOf(org, rollUp.object).filter(({ deleted }) => !deleted) : rowsOf(org, rollUp.object).filter((one) => isVisible(org, one));
  const children = seen.filter((one) => one.values[rollUp.field] === row.id && (!rollUp.filter || evaluate(org, one, rollUp.filter) === true));
  const { value: formula, orderBy } = rollUp;
  const valueFor = (child: Row) => (formula ? evaluate(org, child, formula) : '1');
  if (rollUp.operation === 'count') return children.length;
  if (rollUp.operation === 'first' || rollUp.operation === 'last') {
    const ordered = children
      .map((child) => ({ child, place: orderBy === undefined ? child.values['createdAt'] : (child.values[orderBy] ?? null) }))
      .filter(({ place }) => place !== null)
      .toSorted((left, right) => compareTexts(`${String(left.place)} ${left.child.id}`, `${String(right.place)} ${right.child.id}`));
    const chosen = rollUp.operation === 'first' ? ordered[0] : ordered.at(-1);
    return chosen ? (valueFor(chosen.child) as JsonValue) : null;
  }
  const numbers = children.flatMap((child) => valueFor(child) ?? []).map(String);
  if (rollUp.operation === 'sum') return numbers.length === 0 ? '0' : addUpDecimals(numbers);
  return rollUp.operation === 'avg' && numbers.length > 0 ? averageOf(numbers, 20) : null;
}

export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
