import { sql, type RawBuilder } from 'kysely';

/** A delivery log also says what happened to its webhook: such an entry is a note, nothing was sent. */
export function deliveryNotes(schema: string): RawBuilder<unknown>[] {
  const delivery = sql.id(schema, '_delivery');
  const check = sql.id('_delivery_status_check');
  return [
    sql`alter table ${delivery} drop constraint ${check}`,
    sql`alter table ${delivery} add constraint ${check} check (status in ('delivered', 'retrying', 'failed', 'note'))`,
  ];
}
