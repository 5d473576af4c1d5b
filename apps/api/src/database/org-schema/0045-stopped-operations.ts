import { sql, type RawBuilder } from 'kysely';

/** What somebody stopped has not failed. */
export function stoppedOperations(schema: string): RawBuilder<unknown>[] {
  const operation = sql.id(schema, '_operation');
  return [
    sql`alter table ${operation} drop constraint ${sql.id('_operation_status_check')}, add constraint ${sql.id('_operation_status_check')} check (status in ('running', 'done', 'failed', 'cancelled'))`,
  ];
}
