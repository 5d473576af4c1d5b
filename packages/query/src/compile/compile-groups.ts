import { type ColumnType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import { placeOf, type AggregateField, type CalendarPart, type GroupField, type GroupKey, type GroupOrder, type GroupsRequest, type KeyField } from '../request/group-request.js';
import { InputError } from '../statement/slot.js';
import { AggregateColumns } from './aggregate-columns.js';
import { allOf, type Compilation, type Table } from './compilation.js';
import { targetOf } from './compile-condition.js';
import { compileReferred } from './compile-row.js';
import { Joins, type PathValue } from './joins.js';
import { momentOf } from './moment.js';

/** What is worked out over all records that fulfil the filter, as a JSON object. */
export function compileAggregates(select: readonly AggregateField[], table: Table, compilation: Compilation, filter: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  const columns = new AggregateColumns(table, compilation);
  const members = select.map((field) => sql`${aggregateJson(field, columns)} as ${sql.id(field.key)}`);
  return sql`(select row_to_json(n.*) from (select ${sql.join(members)} from (select ${columns.list()} from ${table.from} where ${allOf(filter)}) g) n)`;
}

/** A key of the groups as the table of groups `g` has it. */
interface Key extends PathValue {
  readonly name: RawBuilder<unknown>;
  readonly made: RawBuilder<unknown>;
}

/** The groups of the records that fulfil the filter, as a JSON list. */
export function compileGroups(groups: GroupsRequest, table: Table, compilation: Compilation, filter: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  const joins = new Joins(table, compilation);
  const keys = new Map(groups.by.map((key, index): [string, Key] => [placeOf(key), makeKey(key, sql.id('g', `k${index}`), joins, compilation)]));
  const columns = new AggregateColumns(table, compilation);
  const members = groups.select.map((field) => sql`${groupJson(field, keys, columns, compilation)} as ${sql.id(field.key)}`);
  const having = groups.having.map(({ aggregate, ...comparison }) => columns.compare(aggregate, comparison));
  const order = [...groups.orderBy.map((term) => groupOrder(term, keys, columns)), ...[...keys.values()].map(({ name }) => name)];
  const made = [...keys.values()].map((key, index) => sql`${key.made} as ${sql.id(`k${index}`)}`);
  const places = sql.join(made.map((_, index) => sql.lit(index + 1)));
  const grouped = sql`select ${sql.join(made)}, ${columns.list()} from ${joins.from} where ${allOf(filter)} group by ${places}`;
  const rows = sql`select ${sql.join(members)} from (${grouped}) g where ${allOf(having)} order by ${sql.join(order)} limit ${sql.lit(groups.limit)}`;
  return sql`(select coalesce(json_agg(n.*), '[]') from (${rows}) n)`;
}

function makeKey({ path, part, unit }: GroupKey, name: RawBuilder<unknown>, joins: Joins, compilation: Compilation): Key {
  const value = joins.find(path);
  const calendar = unit === undefined && part === undefined ? undefined : CALENDARS[value.column.name];
  if (!calendar) {
    if (unit !== undefined || part !== undefined) throw new InputError(`${path.join('.')} has no place in the calendar: "unit" and "part" are for days and instants.`);
    return { ...value, name, made: value.expression };
  }
  const { timeZone } = momentOf(compilation);
  if (part === undefined) return { ...value, name, made: calendar.begin(value.expression, sql`${sql.lit(unit)}::text`, timeZone) };
  if (part === 'hour' && value.column.name === 'date') throw new InputError(`${path.join('.')} is a day: it has no hour.`);
  return { ...value, name, made: sql`extract(${CALENDAR_PARTS[part]} from ${calendar.local(value.expression, timeZone)})::integer`, json: (given) => given };
}

interface Calendar {
  begin(value: RawBuilder<unknown>, unit: RawBuilder<unknown>, timeZone: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The value as a clock on the wall of the person who asks has it. */
  local(value: RawBuilder<unknown>, timeZone: RawBuilder<unknown>): RawBuilder<unknown>;
}

const CALENDARS: Partial<Record<ColumnType['name'], Calendar>> = {
  date: { begin: (value, unit) => sql`date_trunc(${unit}, ${value}::timestamp)::date`, local: (value) => value },
  timestamptz: { begin: (value, unit, timeZone) => sql`date_trunc(${unit}, ${value}, ${timeZone})`, local: (value, timeZone) => sql`(${value} at time zone ${timeZone})` },
};

const CALENDAR_PARTS: Record<CalendarPart, RawBuilder<unknown>> = { hour: sql`hour`, weekday: sql`isodow`, month: sql`month`, quarter: sql`quarter` };

function groupJson(field: GroupField, keys: ReadonlyMap<string, Key>, columns: AggregateColumns, compilation: Compilation): RawBuilder<unknown> {
  return field.kind === 'key' ? keysJson(field.select, keys, compilation) : aggregateJson(field, columns);
}

function keysJson(select: readonly KeyField[], keys: ReadonlyMap<string, Key>, compilation: Compilation): RawBuilder<unknown> {
  const members = select.map((field) => sql`${keyJson(field, keys, compilation)} as ${sql.id(field.key)}`);
  return sql`(select row_to_json(n.*) from (select ${sql.join(members)}) n)`;
}

function keyJson(field: KeyField, keys: ReadonlyMap<string, Key>, compilation: Compilation): RawBuilder<unknown> {
  if (field.kind === 'typename') return sql`${sql.lit(field.name)}::text`;
  if (field.kind === 'within') {
    const json = keysJson(field.select, keys, compilation);
    const needed = field.needs.map((place) => sql<boolean>`${keyAt(placeOf(place), keys).name} is not null`);
    return needed.length === 0 ? json : sql`case when ${allOf(needed)} then ${json} end`;
  }
  const key = keyAt(placeOf(field.place), keys);
  return field.kind === 'value' ? key.json(key.name) : compileReferred(field.select, key.name, targetOf(key.field), compilation);
}

function keyAt(place: string, keys: ReadonlyMap<string, Key>): Key {
  const key = keys.get(place);
  if (!key) throw new Error(`${place} is no key of the groups.`);
  return key;
}

function groupOrder(term: GroupOrder, keys: ReadonlyMap<string, Key>, columns: AggregateColumns): RawBuilder<unknown> {
  const expression = 'key' in term ? keyAt(placeOf(term.key), keys).name : columns.find(term.aggregate);
  return term.direction === 'asc' ? expression : sql`${expression} desc nulls last`;
}

function aggregateJson(field: AggregateField, columns: AggregateColumns): RawBuilder<unknown> {
  if (field.kind === 'typename') return sql`${sql.lit(field.name)}::text`;
  if (field.kind === 'count') return columns.find({ of: 'count' });
  const { kind: of } = field;
  const members = field.select.map((part) => {
    const json = part.kind === 'typename' ? sql`${sql.lit(part.name)}::text` : columns.json({ of, field: part.field });
    return sql`${json} as ${sql.id(part.key)}`;
  });
  return sql`(select row_to_json(a.*) from (select ${sql.join(members)}) a)`;
}
