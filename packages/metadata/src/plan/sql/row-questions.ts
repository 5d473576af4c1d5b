import { fieldType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import type { Place, PlannedChange } from '../planned-change.js';
import { tableSql, type Sql } from './table-sql.js';

const EXAMPLES = 5;

/** How many records there are for which the condition holds, and some of them. Those in the recycle bin count: their rows change too. */
export function askRows(object: ObjectModel, place: Place, condition?: Sql): Required<Pick<PlannedChange, 'count' | 'examples'>> {
  const where = condition ? sql`where ${condition}` : sql``;
  return {
    count: sql`select count(*)::int as count from ${tableSql(object, place)} ${where}` as RawBuilder<{ count: number }>,
    examples: sql`select id, ${nameSql(object)} as name from ${tableSql(object, place)} ${where} order by id limit ${sql.lit(EXAMPLES)}` as RawBuilder<{ id: string; name: string | null }>,
  };
}

/** Records that share their value with another; those in the recycle bin may. */
export function askDuplicates(object: ObjectModel, field: Pick<FieldModel, 'column'>, place: Place): Required<Pick<PlannedChange, 'count' | 'examples'>> {
  const column = sql.id(field.column);
  const living = sql`from ${tableSql(object, place)} where deleted_at is null and ${column} is not null`;
  const shared = sql`select ${column} as value, count(*) as same ${living} group by ${column} having count(*) > 1`;
  return {
    count: sql`select coalesce(sum(same), 0)::int as count from (${shared}) as shared` as RawBuilder<{ count: number }>,
    examples: sql`select id, ${nameSql(object)} as name ${living} and ${column} in (select value from (${shared} limit ${sql.lit(EXAMPLES)}) as shared)
      order by name, id limit ${sql.lit(EXAMPLES)}` as RawBuilder<{ id: string; name: string | null }>,
  };
}

/** What people know a record by, as text; `alias` names its table where the statement has several. */
export function nameSql(object: ObjectModel, alias?: string): Sql {
  const field = object.fieldByName.get(object.nameField);
  const column = field?.column || 'id';
  const place = alias === undefined ? sql.id(column) : sql.id(alias, column);
  return (field && fieldType(field.type).text?.(place)) ?? sql`${place}::text`;
}
