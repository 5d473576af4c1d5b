import { fieldType } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import type { Place } from '../planned-change.js';
import { createSequence, nextNumber, sequenceLiteral, tableSql, type Sql } from './table-sql.js';

/** Makes the sequence of an auto-number field and numbers the rows without a value, oldest first. */
export function numberRows(object: ObjectModel, field: FieldModel, place: Place): readonly Sql[] {
  const generated = fieldType(field.type).generated;
  if (!generated) return [];
  const table = tableSql(object, place);
  const column = sql.id(field.column);
  const day = sql`(created_at at time zone ${sql.lit(place.timeZone ?? 'UTC')})`;
  return [
    createSequence(object, field, place),
    startAfterExisting(object, field, place),
    sql`update ${table} as target set ${column} = numbered.value
      from (select id, ${generated.next(field.settings, nextNumber(object, field, place), day)} as value
        from (select id, created_at from ${table} where ${column} is null order by created_at, id) as oldest_first) as numbered
      where target.id = numbered.id`,
  ];
}

/** Values that were there before keep their numbers: counting begins after the greatest that a value ends in. */
function startAfterExisting(object: ObjectModel, field: FieldModel, place: Place): Sql {
  return sql`select setval(${sequenceLiteral(object, field, place)}::regclass,
    coalesce(max(substring(${sql.id(field.column)} from '([0-9]{1,15})[^0-9]*$')::bigint), 0) + 1, false) from ${tableSql(object, place)}`;
}
