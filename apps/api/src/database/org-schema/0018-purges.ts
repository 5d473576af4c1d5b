import { sql, type RawBuilder } from 'kysely';

/** Emptying the recycle bin is an operation too: it is told of, and cannot be taken back. */
export function purges(schema: string): RawBuilder<unknown>[] {
  const operation = sql.id(schema, '_operation');
  const check = sql.id('_operation_kind_check');
  return [
    sql`alter table ${operation} drop constraint ${check}`,
    sql`alter table ${operation} add constraint ${check} check (kind in ('bulk', 'import', 'run', 'merge', 'convert', 'undo', 'purge'))`,
  ];
}
