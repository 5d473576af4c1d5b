import type { SignedInPerson } from './signed-in.js';

/** Of the person, and of the org that they work in: their own, or one of its sandboxes. */
export interface FoundPerson {
  readonly userId: string;
  readonly active: boolean;
  readonly permissionSets: readonly string[];
  readonly kind: 'internal' | 'partner';
  readonly locale: string;
  readonly timeZone: string;
  readonly orgId: string;
  /** The person's own org. */
  readonly homeId: string;
}

export interface FoundSession extends FoundPerson {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
}

export interface FoundKey extends FoundPerson {
  readonly id: string;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedAddress: string | null;
  readonly within: readonly string[] | null;
}

// One statement each: everybody who asks for something for the first time in two seconds waits for it.
const person = `u.id as "userId", u.active, u.permission_sets as "permissionSets", u.kind, coalesce(u.locale, box.locale, home.locale) as locale,
  coalesce(u.time_zone, box.time_zone, home.time_zone) as "timeZone", coalesce(box.id, home.id) as "orgId", home.id as "homeId"`;
const ownOrg = 'join guanxi.org home on home.id = u.org_id';
const sandbox = (id: string) => `left join guanxi.org box on box.id = ${id} and box.sandbox_of = u.org_id`;

/** `$1` is the hash of a token, `$2` the moment. */
export const BY_SESSION = `select ${person}, x.id, x.created_at as "createdAt", x.expires_at as "expiresAt", x.last_seen_at as "lastSeenAt"
  from guanxi.session x join guanxi."user" u on u.id = x.user_id ${ownOrg} ${sandbox('x.org_id')}
  where x.token_hash = $1 or (x.previous_hash = $1 and x.previous_until > $2)`;

/** `$1` is the hash of a key, `$2` the moment. */
export const BY_KEY = `select ${person}, x.id, x.expires_at as "expiresAt", x.last_used_at as "lastUsedAt", x.last_used_address as "lastUsedAddress", x.permission_sets as "within"
  from guanxi.api_key x join guanxi."user" u on u.id = x.user_id ${ownOrg} ${sandbox('x.org_id')}
  where x.key_hash = $1 or (x.previous_hash = $1 and x.previous_until > $2)`;

/** `$1` is an org or one of its sandboxes, `$2` a person of that org. */
export const BY_USER = `select ${person}
  from guanxi.org x join guanxi."user" u on u.id = $2 and u.org_id = coalesce(x.sandbox_of, x.id) ${ownOrg} ${sandbox('x.id')}
  where x.id = $1`;

/** Undefined for somebody who is switched off. */
export function personOf({ userId, active, permissionSets, kind, locale, timeZone, orgId }: FoundPerson): SignedInPerson | undefined {
  return active ? { orgId, userId, permissionSets, partner: kind === 'partner', locale, timeZone } : undefined;
}
