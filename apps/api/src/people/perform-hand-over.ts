import { recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Performer } from '../operations/performers.js';
import { updateFound } from '../records/bulk/change-found.js';
import { platformPlace } from '../records/platform-place.js';
import { ownedObjects } from './holdings.js';

/** Gives the records that somebody owns to another person, of all objects or of some. */
export interface HandOverRequest {
  readonly handOver: { readonly from: string; readonly to: string; readonly objects?: readonly string[] };
}

const MOST_TOLD = 3;

/**
 * Whoever manages people may do it, whatever records they may change themselves; and since nothing but the owner changes,
 * records are taken as they are, also those that rules would refuse by now.
 */
export const performHandOver: Performer = async (operation, place, report) => {
  const { from, to, objects } = (operation.request as HandOverRequest).handOver;
  const within = platformPlace(place);
  for (const object of ownedObjects(place.model)) {
    if (objects && !objects.includes(object.name)) continue;
    const owned = await place.session.run<{ id: string }>(sql`select id from ${recordTable(place.actor.org.schema, object)} where owner_id = ${from}::uuid and deleted_at is null order by id`);
    if (owned.length === 0) continue;
    const outcome = await updateFound(within, object.name, owned.map(({ id }) => id), { owner: to }, report);
    if ('problems' in outcome) return { ok: false, error: outcome.problems.slice(0, MOST_TOLD).map(({ message }) => message).join(' ') };
  }
  return { ok: true };
};
