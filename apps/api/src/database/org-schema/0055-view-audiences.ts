import { sql, type RawBuilder } from 'kysely';

/** Whom a saved list is shown to, and who may change it, beside its owner: principals as `_principal` has them, `user:<id>` or `team:<name>`. */
export function viewAudiences(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_list_view')} add column readers text[] not null default '{}', add column editors text[] not null default '{}'`];
}
