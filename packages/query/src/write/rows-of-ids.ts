import { sql } from 'kysely';
import { columnType } from '../compile/column-types.js';
import { variable, type RowSource } from './write-parts.js';

/** The records of the run's variable `ids`, all with the values of the one row in `rows`. */
export const rowsOfIds: RowSource = (fields) => {
  const typed = fields.map((field) => sql`${sql.id(field.column)} ${columnType(field)}`);
  const same = fields.length === 0 ? sql`` : sql` cross join jsonb_to_record(${variable('rows')}::jsonb -> 0) as v(${sql.join(typed)})`;
  const values = fields.map((field) => sql.id('v', field.column));
  const columns = [sql`(k.place - 1)::integer as "_row"`, sql`k.id as "_id"`, sql`null::bigint as "_version"`, sql`null::jsonb as "_set"`, sql`null::jsonb as "_changes"`, ...values];
  return sql`select ${sql.join(columns)} from unnest(${variable('ids')}::uuid[]) with ordinality as k(id, place)${same}`;
};
