import { fieldType } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '@guanxi/metadata';
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
  const kept = object.fields.filter((field) => isKept(field) && (fields === undefined || fields.has(field.name)));
  const known = kept.map((field) => sql`(${field.name}::text, ${field.column}::text, ${fieldType(field.value.type).column(field.value.settings).name}::text)`);
  const earlier = kept.length === 0 ? sql`select null::jsonb as "values"` : sql`
    select jsonb_object_agg(field.name_of_column, later.changes -> field.name -> 0 order by later.id desc) as "values"
    from ${orgTable(schema, 'history')} as later join (values ${sql.join(known)}) as field(name, name_of_column, type_of_column) on later.changes ? field.name
    where later.record_id = ${now}.id and later.kind = 'updated' and later.at > ${at} and ${fitsColumn}`;
  const values = sql`coalesce(${past}."values", '{}')${laidOver === undefined ? sql`` : sql` || coalesce(${laidOver}, '{}')`}`;
  return sql`left join ${recordTable(schema, object)} as ${now} on ${now}.id = ${id}
    left join lateral (${earlier}) as ${past} on true
    left join lateral jsonb_populate_record(${now}, ${values}) as ${sql.id(alias)} on ${now}.id is not null`;
}

/** Whether the record called `alias` was there, out of the bin, at the instant. */
export function wasThere({ schema, alias, at }: Pick<PastRecord, 'schema' | 'alias' | 'at'>): RawBuilder<unknown> {
  const next = sql`select later.kind = 'deleted' from ${orgTable(schema, 'history')} as later
    where later.record_id = ${sql.id(alias, 'id')} and later.at > ${at} and later.kind in ('deleted', 'restored') order by later.id limit 1`;
  return sql`coalesce((${next}), ${sql.id(alias, 'deleted_at')} is null)`;
}

function isKept({ storage }: FieldModel): boolean {
  return storage === 'column';
}

/** A value of a kind that the field had before, and that its column does not take, is passed over. */
const fitsColumn = sql`(later.changes -> field.name -> 0 = 'null' or case field.type_of_column when 'jsonb' then true
    when 'text[]' then jsonb_typeof(later.changes -> field.name -> 0) = 'array'
    else pg_input_is_valid(later.changes -> field.name ->> 0, field.type_of_column) end)`;
