import { sql, type RawBuilder } from 'kysely';

/** Whom people report to, beside what they are called, so that formulas and filters find it from every owner. Without a key: a sandbox may lack the person. */
export function managers(schema: string): RawBuilder<unknown>[] {
  const person = sql.id(schema, '_user');
  return [
    sql`alter table ${person} add column manager_id uuid`,
    sql`update ${person} p set manager_id = m.id from guanxi."user" u join ${person} m on m.id = u.manager_id where u.id = p.id`,
  ];
}
