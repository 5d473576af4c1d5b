import { sql, type RawBuilder } from 'kysely';

/** How many batches a workflow gets each time it is its turn; null: one. */
export function workflowWeights(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_workflow_control')} add column weight smallint check (weight between 1 and 10)`];
}
