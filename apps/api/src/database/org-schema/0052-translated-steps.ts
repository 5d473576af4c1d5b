import { sql, type RawBuilder } from 'kysely';

/** What approvals, forms and milestones are called in other languages, by BCP 47 tag, as their step said it when it asked. */
export function translatedSteps(schema: string): RawBuilder<unknown>[] {
  return ['_approval', '_form_task', '_milestone'].map((table) => sql`alter table ${sql.id(schema, table)} add column titles jsonb not null default '{}'`);
}
