import { type RawBuilder, sql } from 'kysely';
import { columnTypeSql, operandTypeSql } from '../column-type-sql.js';
import type { ColumnType, FieldSettings, FieldType, FieldTypeName, ScalarName } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import { type OperatorName, operators } from '../operators/index.js';
import type { Moment, Operator } from '../operators/operator.js';
import { fieldTypes } from '../registry.js';
import { fixtures } from './fixtures.js';
import { openSqlRunner, type SqlRunner } from './run-sql.js';

const names = (Object.keys(fieldTypes) as FieldTypeName[]).filter((name) => (fixtures[name].storage ?? 'column') === 'column');
const moment: Moment = { now: '2026-11-22T04:30:00.000Z', timeZone: 'Europe/Berlin' };
const table = (name: FieldTypeName) => sql.id(`kind_${name}`);

/** The kinds that have the order and the JSON of each scalar that a piece may be. */
const partKinds: Readonly<Record<ScalarName, FieldType>> = {
  ID: fieldTypes.recordId,
  String: fieldTypes.text,
  Boolean: fieldTypes.boolean,
  Integer: fieldTypes.integer,
  Decimal: fieldTypes.decimal,
  Date: fieldTypes.date,
  Time: fieldTypes.time,
  DateTime: fieldTypes.dateTime,
  JSON: fieldTypes.text,
};

let database: SqlRunner;
beforeAll(async () => {
  database = await openSqlRunner('field_types');
});
afterAll(() => database.close());

describe.each(names)('%s, in PostgreSQL', (name) => {
  const type = fieldTypes[name];
  const [settings] = fixtures[name].settings;
  const values: readonly JsonValue[] = [...fixtures[name].accepted, null];

  beforeAll(() => createFilledTable(name));

  it('makes the column it asks for, and every settings example is a column too', async () => {
    for (const given of fixtures[name].settings) {
      await database.run(sql`select cast(null as ${columnTypeSql(type.column(given))})`);
    }
  });

  it('gives back every value as it was written', async () => {
    const rows = await database.run<{ value: JsonValue }>(
      sql`select json_build_object('v', ${type.toJson(sql.ref('v'))}) -> 'v' as value from ${table(name)} order by id`,
    );
    expect(rows.map(({ value }) => value)).toEqual(values);
  });

  if (type.sortable) it('orders values as it compares them', async () => {
    const order = type.text?.(sql.ref('v')) ?? sql.ref('v');
    const rows = await database.run<{ value: JsonValue }>(
      sql`select json_build_object('v', ${type.toJson(sql.ref('v'))}) -> 'v' as value from ${table(name)} where v is not null order by ${order}, id`,
    );
    expect(rows.map(({ value }) => value)).toEqual([...fixtures[name].accepted].sort((left, right) => type.compare(left, right)));
  });

  it.each(type.operators)('finds with %s in SQL what it finds in memory', async (word) => {
    const asText = operators[word].operand === 'text' && type.text !== undefined;
    const searched = asText ? values.map((value) => (value === null ? null : (type.display?.(value) ?? null))) : values;
    const column = asText ? type.text?.(sql.ref('v')) : sql.ref('v');
    await checkOperator(word, table(name), { column: type.column(settings), sql: column ?? sql.ref('v'), values: searched, compare: (left, right) => type.compare(left, right) });
  });

  if (type.text) it('is written in SQL as it is in memory', async () => {
    const rows = await database.run<{ text: string | null }>(sql`select ${type.text?.(sql.ref('v'))} as text from ${table(name)} order by id`);
    expect(rows.map(({ text }) => text)).toEqual(values.map((value) => (value === null ? null : type.display?.(value))));
  });

  if (type.parts) describe.each(Object.entries(type.parts))('the piece %s', (_, part) => {
    const piece = part.extract(sql.ref('v'));
    const read = values.map((value) => (value === null ? null : part.read(value)));
    const kind = partKinds[part.scalar];

    it('is the same out of SQL and in memory', async () => {
      const rows = await database.run<{ value: JsonValue }>(
        sql`select json_build_object('v', ${kind.toJson(sql`cast(${piece} as ${columnTypeSql(part.column)})`)}) -> 'v' as value from ${table(name)} order by id`,
      );
      expect(rows.map(({ value }) => value)).toEqual(read);
    });

    it.each(part.operators)('is found with %s in SQL as it is in memory', async (word) => {
      await checkOperator(word, table(name), { column: part.column, sql: piece, values: read, compare: (left, right) => kind.compare(left, right) });
    });
  });

  if (!type.generated) return;
  const { generated } = type;

  it('generates different values for the rows of one statement', async () => {
    await database.run(sql`create sequence numbers`);
    for (const given of fixtures[name].settings) {
      const next = generated.next(given, sql`nextval('numbers')`, sql`timestamp '2026-11-22 04:30'`);
      const rows = await database.run<{ value: string }>(sql`select ${next} as value from generate_series(1, 3)`);
      expect(new Set(rows.map(({ value }) => value)).size).toBe(3);
    }
  });
});

describe.each(names.filter((name) => Object.keys(fieldTypes[name].castFrom).length > 0))('%s, cast from other kinds', (name) => {
  const to = fieldTypes[name];
  const sources = Object.keys(to.castFrom) as FieldTypeName[];
  it.each(sources)('keeps what fits and loses nothing else: from %s', async (source) => {
    await createFilledTable(source);
    for (const target of fixtures[name].settings) await checkCast(source, to, target);
  });
});

interface Searched {
  readonly column: ColumnType;
  readonly sql: RawBuilder<unknown>;
  /** By the row's id. */
  readonly values: readonly JsonValue[];
  readonly compare: (left: JsonValue, right: JsonValue) => number;
}

async function checkOperator(word: OperatorName, from: RawBuilder<unknown>, { column, sql: searched, values, compare }: Searched): Promise<void> {
  const operator = operators[word];
  for (const operand of operandsFor(operator, values.filter((value) => value !== null))) {
    const resolved = operator.resolveOperand(operand, moment, column);
    const condition = operator.sql(searched, bind(operator, resolved, column));
    const rows = await database.run<{ id: number }>(sql`select id from ${from} where ${condition} order by id`);
    const expected = values.flatMap((value, id) => (operator.test(value, resolved, compare) ? [id] : []));
    expect({ operand, found: rows.map(({ id }) => id) }).toEqual({ operand, found: expected });
  }
}

async function checkCast(source: FieldTypeName, to: FieldType, settings: FieldSettings): Promise<void> {
  const cast = to.castFrom[source];
  const context = { from: fixtures[source].settings[0], to: settings, timeZone: 'Asia/Shanghai' };
  const column = sql.ref('v');
  const fits = cast?.fits?.(column, context) ?? sql<boolean>`true`;
  const converted = cast?.convert(column, context) ?? column;
  const stored = sql`cast(${converted} as ${columnTypeSql(to.column(settings))})`;
  const rows = await database.run<{ present: boolean; fits: boolean | null; value: JsonValue }>(
    sql`select v is not null as present, ${fits} as fits, json_build_object('v', ${to.toJson(stored)}) -> 'v' as value from ${table(source)} order by id`,
  );
  for (const { present, fits: fit, value } of rows) {
    if (present) expect({ fit, kept: value !== null }).toEqual({ fit, kept: fit });
    else expect({ fit: fit ?? true, value }).toEqual({ fit: true, value: null });
    if (value !== null && to.name !== 'phone') expect(to.normalize(value, settings)).toEqual(value);
  }
}

async function createFilledTable(name: FieldTypeName): Promise<void> {
  const type = fieldTypes[name];
  const columnType = type.column(fixtures[name].settings[0]);
  const column = columnTypeSql(columnType);
  await database.run(sql`create table if not exists ${table(name)} (id int primary key, v ${column})`);
  const rows = [...fixtures[name].accepted, null].map((value, id) => sql`(${id}::int, cast(${toParameter(value, columnType)} as ${column}))`);
  await database.run(sql`insert into ${table(name)} values ${sql.join(rows)} on conflict do nothing`);
}

function toParameter(value: JsonValue, column: ColumnType): unknown {
  return column.name === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}

function bind(operator: Operator, resolved: JsonValue, column: ColumnType): RawBuilder<unknown> {
  return sql`cast(${operator.toParameter(resolved)} as ${operandTypeSql(operator.operand, column)})`;
}

/** Operands of every shape, made of the kind's own values. */
function operandsFor({ operand }: Operator, values: readonly JsonValue[]): readonly JsonValue[] {
  const pieces = values.flatMap((value) => {
    const characters = [...String(value)];
    return [String(value).toUpperCase(), characters.slice(0, 2).join(''), characters.slice(-3).join('').toLowerCase()];
  });
  const lists = [[], [values[0] ?? null], values.slice(1), values];
  const shapes: Record<Operator['operand'], readonly JsonValue[]> = {
    value: values,
    members: [[], ...values, values.flat()],
    list: lists,
    // As the ids of the people that a word means, or of the records on a list.
    people: lists,
    recordList: lists,
    text: [...pieces, '%', '_', '\\', 'i', 'ς', 'Zoe\u0308', '王'],
    boolean: [true, false],
    period: [
      { last: { days: 1 } },
      { last: { days: 30 } },
      { last: { years: 100 } },
      { next: { days: 1 } },
      { next: { weeks: 6 } },
      { next: { months: 1 } },
      { this: 'day' },
      { this: 'week' },
      { this: 'month' },
      { this: 'quarter' },
      { this: 'year' },
    ],
  };
  return shapes[operand];
}
