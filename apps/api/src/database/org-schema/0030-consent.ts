import { sql, type RawBuilder } from 'kysely';

/** Why a mail is sent, where its receiver has to agree to that: looked at again when it is handed over. */
export function consent(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_mail')} add column purpose text`];
}
