import { sql, type RawBuilder } from 'kysely';
import { orgTable } from '../../org-tables.js';
import type { Slot } from '../../statement/slot.js';

/** Rows of the table of saved views and lists that a person sees: their own, what everybody has, and what is shown to them or to something that they count as. */
export function isListSeenBy(person: Slot | string, schema: string): RawBuilder<boolean> {
  const principals = sql`array(select principal from ${orgTable(schema, 'principal')} where user_id = ${person}::uuid)`;
  return sql<boolean>`(owner_id = ${person}::uuid or is_shared or (readers || editors) && ${principals})`;
}

/** The ids of the records on a list, as far as the person sees the list. */
export function recordsOnList(list: Slot, person: Slot, schema: string): RawBuilder<unknown> {
  return sql`(select record_id from ${orgTable(schema, 'listMember')} join ${orgTable(schema, 'listView')} on id = list_id where list_id = ${list}::uuid and ${isListSeenBy(person, schema)})`;
}
