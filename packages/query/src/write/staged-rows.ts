import { sql, type RawBuilder } from 'kysely';
import { toJson } from '../compile/column-types.js';
import { Slot } from '../statement/slot.js';
import type { RowSource } from './write-parts.js';

/** Rows that wait in a table of their own, and what has come of them so far. */
export interface StagedRows {
  /** Has `"_row"` (ascending), `"_id"`, `"_set"` and the columns of the fields. */
  readonly table: RawBuilder<unknown>;
  /** Has `"row"`, `kind` and `record_id`: one entry for each row that is not to become a new record. */
  readonly outcomes: RawBuilder<unknown>;
  /** `new`: rows without an outcome. `matched`: those that change the record of their outcome. */
  readonly which: 'new' | 'matched';
  readonly references: readonly StagedReference[];
}

/** A lookup whose rows may name the record by a key of its own instead of its id. */
export interface StagedReference {
  readonly field: string;
  /** The column of `table` with the keys. */
  readonly keys: string;
  readonly target: RawBuilder<unknown>;
  readonly keyColumn: string;
  readonly keyType: RawBuilder<unknown>;
  /** Which records may be meant, over `t`. */
  readonly alive: RawBuilder<unknown>;
}

/** Reads a stretch of staged rows; the run's variables `after` and `to` say which: positions, the first one not included. */
export function stagedRows({ table, outcomes, which, references }: StagedRows): RowSource {
  return (fields) => {
    const columns = fields.map((field) => {
      const reference = references.find((one) => one.field === field.name);
      return sql`${reference ? targetId(reference, sql.id('s', field.column)) : sql.id('s', field.column)} as ${sql.id(field.column)}`;
    });
    const head = sql`s."_row", ${which === 'new' ? sql`s."_id"` : sql`o.record_id`} as "_id", null::bigint as "_version", s."_set"`;
    const from = which === 'new' ? sql`${table} s` : sql`${table} s join ${outcomes} o on o."row" = s."_row" and o.kind = 'matched'`;
    const free = which === 'new' ? sql` and not exists (select from ${outcomes} o where o."row" = s."_row")` : sql``;
    const rows = sql`select ${sql.join([head, ...columns])} from ${from} where ${between('s')}${free}`;
    if (which === 'matched') return sql`select r.*, null::jsonb as "_changes" from (${rows}) r`;
    const changes = fields.map((field) => {
      const value = sql.id('r', field.column);
      return sql`${field.name}::text, case when ${value} is not null then jsonb_build_array(null, ${toJson(field, value)}) end`;
    });
    return sql`select r.*, ${strip(changes)} as "_changes" from (${rows}) r`;
  };
}

/** The stretch that a run is about. */
export function between(alias: string): RawBuilder<boolean> {
  const row = sql.id(alias, '_row');
  return sql<boolean>`${row} > ${variable('after')}::integer and ${row} <= ${variable('to')}::integer`;
}

const variable = (name: string) => new Slot(({ variables }) => variables[name]);

/** No function of PostgreSQL takes more than a hundred arguments. */
const PAIRS_AT_ONCE = 40;

function strip(pairs: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS_AT_ONCE) parts.push(sql`jsonb_build_object(${sql.join(pairs.slice(start, start + PAIRS_AT_ONCE))})`);
  return parts.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_strip_nulls(${sql.join(parts, sql` || `)})`;
}

/** The record that a staged row points to, by its id or else by the key. */
export function targetId({ keys, target, keyColumn, keyType, alive }: StagedReference, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(${id}, (select t.id from ${target} t where ${sql.id('t', keyColumn)} = ${sql.id('s', keys)}::${keyType} and ${alive} limit 1))`;
}
