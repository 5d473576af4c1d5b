import { sql, type RawBuilder } from 'kysely';

/** Orgs with tables of an earlier version lack the indexes of the search: a note that tables are to be finished has them built, online. */
export function search(schema: string): RawBuilder<unknown>[] {
  return [
    sql`insert into ${sql.id(schema, '_pending_work')} (revision, kind, object, name, since)
      select published_revision, 'index', '', 'search', now() from guanxi.org where schema = ${schema} and published_revision > 0`,
  ];
}
