import { fieldType } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';

export interface PastRecord {
  readonly schema: string;
  /** As the tables have it now. */
  readonly object: ObjectModel;
  /** What the record is called in the statement. */
  readonly alias: string;
  readonly id: RawBuilder<unknown>;
  /** The instant it is wanted of. */
  readonly at: RawBuilder<unknown>;
  /** Names of the fields that the statement reads; others are left as they are now. Undefined: all. */
  readonly fields?: ReadonlySet<string> | undefined;
  /** Values by column that are laid over it, as jsonb: what a step that was only thought of has set. */
  readonly laidOver?: RawBuilder<unknown>;
}

/**
 * A record as it was at an instant, as a join: what its history says was changed since is put back. Of the time before the
 * record was entered it tells what was entered. An alias without a record has nulls, as behind a left join.
 */
export function joinRecordAsOf({ schema, object, alias, id, at, fields, laidOver }: PastRecord): RawBuilder<unknown> {
  const [now, past] = [sql.id(`${alias}_now`), sql.id(`${alias}_past`)];
  const kept = keptFields(object, fields);
  const known = kept.map(({ name, column, type }) => sql`(${name}::text, ${column}::text, ${type}::text)`);
  const earlier = kept.length === 0 ? sql`select null::jsonb as "values"` : sql`
    select jsonb_object_agg(field.name_of_column, later.changes -> field.name -> 0 order by later.id desc) as "values"
    from ${orgTable(schema, 'history')} as later join (values ${sql.join(known)}) as field(name, name_of_column, type_of_column) on later.changes ? field.name
    where later.record_id = ${now}.id and later.kind = 'updated' and later.at > ${at} and ${fitsColumn(sql.id('later'), sql.id('field', 'name'), sql.id('field', 'type_of_column'))}`;
  const values = sql`coalesce(${past}."values", '{}')${laidOver === undefined ? sql`` : sql` || coalesce(${laidOver}, '{}')`}`;
  return sql`left join ${recordTable(schema, object)} as ${now} on ${now}.id = ${id}
    left join lateral (${earlier}) as ${past} on true
    left join lateral jsonb_populate_record(${now}, ${values}) as ${sql.id(alias)} on ${now}.id is not null`;
}

export interface RecordsAtChanges extends Pick<PastRecord, 'schema' | 'object' | 'alias' | 'fields'> {
  /** Which rows of history are asked for, as SQL over `history`. */
  readonly condition: RawBuilder<unknown>;
}

/**
 * Rows of an object's history, called `history`, each with its record as the change left it: the same that `joinRecordAsOf` tells of
 * the instant of the row, from one pass over the history instead of a look at what came later for each row. For a FROM.
 */
export function recordsAtChanges({ schema, object, alias, fields, condition }: RecordsAtChanges): RawBuilder<unknown> {
  const [now, row] = [sql.id(`${alias}_now`), sql.id('history')];
  const kept = keptFields(object, fields).map((field, index) => ({ ...field, next: sql.id('history', `next_${index}`), as: sql.id(`next_${index}`) }));
  // The first change that came later, by id: least of texts that begin with it.
  const nexts = kept.map(({ name, type, as }) => sql`min((case when ${row}.kind = 'updated' and ${row}.changes ? ${name}::text and ${fitsColumn(row, sql`${name}::text`, sql`${type}::text`)}
    then lpad(${row}.id::text, ${ID_DIGITS}, '0') || (${row}.changes -> ${name}::text -> 0)::text end) collate "C") over later as ${as}`);
  const put = kept.map(({ column, next }) => sql`case when ${next} is null then '{}' else jsonb_build_object(${column}::text, substr(${next}, ${ID_DIGITS + 1})::jsonb) end`);
  return sql`(select ${sql.join([sql`${row}.*`, sql`(${condition}) as is_asked`, ...nexts])} from ${orgTable(schema, 'history')} as ${row} where ${row}.object = ${object.id}
      window later as (partition by ${row}.record_id order by ${row}.at desc range between unbounded preceding and interval '1 microsecond' preceding)) as ${row}
    join ${recordTable(schema, object)} as ${now} on ${now}.id = ${row}.record_id and ${row}.is_asked
    cross join lateral jsonb_populate_record(${now}, ${put.length > 0 ? sql.join(put, sql` || `) : sql`'{}'::jsonb`}) as ${sql.id(alias)}`;
}

/** Whether the record called `alias` was there, out of the bin, at the instant. */
export function wasThere({ schema, alias, at }: Pick<PastRecord, 'schema' | 'alias' | 'at'>): RawBuilder<unknown> {
  const next = sql`select later.kind = 'deleted' from ${orgTable(schema, 'history')} as later
    where later.record_id = ${sql.id(alias, 'id')} and later.at > ${at} and later.kind in ('deleted', 'restored') order by later.id limit 1`;
  return sql`coalesce((${next}), ${sql.id(alias, 'deleted_at')} is null)`;
}

const ID_DIGITS = 19;

/** Fields whose values are in columns of their own, of those that the statement reads. */
function keptFields({ fields }: ObjectModel, read: ReadonlySet<string> | undefined): readonly { readonly name: string; readonly column: string; readonly type: string }[] {
  const kept = fields.filter(({ name, storage }) => storage === 'column' && (read === undefined || read.has(name)));
  return kept.map(({ name, column, value }) => ({ name, column, type: fieldType(value.type).column(value.settings).name }));
}

/** A value of a kind that the field had before, and that its column does not take, is passed over. */
function fitsColumn(change: RawBuilder<unknown>, name: RawBuilder<unknown>, type: RawBuilder<unknown>): RawBuilder<unknown> {
  const was = sql`${change}.changes -> ${name} -> 0`;
  return sql`(${was} = 'null' or case ${type} when 'jsonb' then true
    when 'text[]' then jsonb_typeof(${was}) = 'array'
    else pg_input_is_valid(${change}.changes -> ${name} ->> 0, ${type}) end)`;
}
