import { sql, type RawBuilder } from 'kysely';

/** Runs cost less to write: what is looked for by its record is found in the index that makes runs unique, and a step is only ever written with its run. */
export function runsWrittenOnce(schema: string): RawBuilder<unknown>[] {
  const run = sql.id(schema, '_run');
  return [
    sql`alter table ${run} add constraint ${sql.id('_run_occasion')} unique (record_id, workflow_id, occasion)`,
    sql`alter table ${run} drop constraint ${sql.id('_run_workflow_id_record_id_occasion_key')}`,
    sql`drop index ${sql.id(schema, '_run_record')}`,
    sql`alter table ${sql.id(schema, '_run_step')} drop constraint ${sql.id('_run_step_run_id_fkey')}`,
  ];
}
