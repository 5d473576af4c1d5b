import { isListSeenBy, orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../access/actor.js';
import { mayUseSetup } from '../access/setup-rights.js';
import type { PartyKey } from '../people/share-party.js';

/** Somebody a saved list is shown to, beside its owner. */
export interface ViewParty extends PartyKey {
  /** Columns, filters, order and name; not whom it is shown to. */
  readonly mayEdit: boolean;
}

/** Lists that others have, too: they stay when their owner goes. */
export const isHandedOut = sql<boolean>`(is_shared or readers <> '{}' or editors <> '{}')`;

/** What the person counts as: themselves, their role, the roles above whose people they are below, their teams. */
function principalsOf({ org, userId }: Actor): RawBuilder<unknown> {
  return sql`array(select principal from ${orgTable(org.schema, 'principal')} where user_id = ${userId}::uuid)`;
}

/** Views of the table that the person sees. */
export function seenBy(actor: Actor): RawBuilder<boolean> {
  return isListSeenBy(actor.userId, actor.org.schema);
}

/** Views that are theirs to delete, and to show to others: their own; of those with the area `objects` also what everybody has. */
export function heldBy(actor: Actor): RawBuilder<boolean> {
  return mayUseSetup(actor.access, ['objects']) ? sql<boolean>`(${ownedBy(actor)} or is_shared)` : ownedBy(actor);
}

/** Views whose columns, filters and name they may change. */
export function editableBy(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${heldBy(actor)} or editors && ${principalsOf(actor)})`;
}

function ownedBy({ userId }: Actor): RawBuilder<boolean> {
  return sql<boolean>`owner_id = ${userId}::uuid`;
}
