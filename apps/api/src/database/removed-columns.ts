import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Org } from '../orgs/org.js';
import type { SqlSession } from './sql-session.js';

/** The columns of one type in what was removed and can still be brought back: of a field its own, of an object all of them. */
export function removedColumns(session: SqlSession & { readonly org: Org }, type: 'uuid' | 'text'): Promise<{ readonly table: string; readonly column: string }[]> {
  const { schema } = session.org;
  return session.run(sql`
    select removed.table_name as "table", attribute.attname as "column"
    from ${orgTable(schema, 'removed')} as removed
    join pg_catalog.pg_class as class on class.relname = removed.table_name and class.relnamespace = ${schema}::regnamespace
    join pg_catalog.pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    where attribute.atttypid = ${type}::regtype and attribute.attname = coalesce(removed.column_name, attribute.attname)
    order by 1, 2`);
}
