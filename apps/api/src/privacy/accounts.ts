import { say } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction, SqlSession } from '../database/sql-session.js';
import { isHandedOut } from '../list-views/view-audience.js';
import { erasedUser } from './privacy-wording.js';

/** How much of what hangs on an account is kept. */
export type AccountCounts = Readonly<Record<AccountTrace, number>>;

type AccountTrace = 'sessions' | 'signIns' | 'devices' | 'credentials' | 'keys' | 'identities' | 'preferences';

/** Tables of the installation by the column that names the user: what they came in with, and from where. */
const tables: Readonly<Record<Exclude<AccountTrace, 'preferences'>, readonly string[]>> = {
  sessions: ['session', 'ticket'],
  signIns: ['sign_in'],
  devices: ['device'],
  credentials: ['passkey', 'totp', 'recovery_code', 'challenge'],
  keys: ['api_key'],
  identities: ['identity_link', 'scim_user', 'scim_member'],
};

/** What only the user made use of, in the tables of the org. Lists that they share with others stay. */
function preferences(schema: string, id: string) {
  return {
    listView: sql`${orgTable(schema, 'listView')} where owner_id = ${id}::uuid and not ${isHandedOut}`,
    favourite: sql`${orgTable(schema, 'favourite')} where owner_id = ${id}::uuid`,
    notification: sql`${orgTable(schema, 'notification')} where user_id = ${id}::uuid`,
    notificationChoice: sql`${orgTable(schema, 'notificationChoice')} where user_id = ${id}::uuid`,
    notificationMute: sql`${orgTable(schema, 'notificationMute')} where user_id = ${id}::uuid`,
    follower: sql`${orgTable(schema, 'follower')} where user_id = ${id}::uuid`,
    absence: sql`${orgTable(schema, 'absence')} where user_id = ${id}::uuid`,
  };
}

export async function countAccount(session: SqlSession, schema: string, id: string): Promise<AccountCounts> {
  const count = async (from: ReturnType<typeof sql>): Promise<number> => (await session.run<{ count: number }>(sql`select count(*)::int as count from ${from}`))[0]?.count ?? 0;
  return tallied(async (trace) => {
    let sum = 0;
    const all = trace === 'preferences' ? Object.values(preferences(schema, id)) : tables[trace].map((table) => sql`${sql.id('guanxi', table)} where user_id = ${id}::uuid`);
    for (const from of all) sum += await count(from);
    return sum;
  });
}

/** Whether somebody can still sign in by it; undefined where the id is nobody's account of the org. */
export async function accountState(session: SqlSession, orgId: string, id: string): Promise<'active' | 'inactive' | undefined> {
  const [user] = await session.run<{ active: boolean }>(sql`select active from guanxi."user" where id = ${id}::uuid and org_id = ${orgId}::uuid`);
  return user && (user.active ? 'active' : 'inactive');
}

/**
 * Takes out of an account whatever tells who it was of, and everything that they came in with. The id, the role and the teams stay:
 * what the user wrote and owned still is somebody's, and is seen by whom it was. The trail keeps the id, and the addresses that sessions
 * came from, for as long as it is kept.
 */
export async function eraseAccount(tx: OrgTransaction, id: string): Promise<AccountCounts> {
  const { schema, locale } = tx.org;
  const name = say(erasedUser, locale);
  const address = erasedAddress(id);
  await tx.run(sql`update guanxi."user" set name = ${name}, email = ${address}, password_hash = null, invited_at = null, active = false, locale = null, time_zone = null, last_sign_in_at = null where id = ${id}::uuid and org_id = ${tx.org.id}::uuid`);
  await tx.run(sql`update ${orgTable(schema, 'user')} set name = ${name}, email = ${address}, active = false where id = ${id}::uuid`);
  return tallied(async (trace) => {
    let sum = 0;
    const all = trace === 'preferences' ? Object.values(preferences(schema, id)) : tables[trace].map((table) => sql`${sql.id('guanxi', table)} where user_id = ${id}::uuid`);
    for (const from of all) sum += (await tx.run(sql`delete from ${from} returning 1 as one`)).length;
    return sum;
  });
}

/** In an org that comes out of a backup, before its people are the installation's. */
export async function eraseRestoredAccount(tx: OrgTransaction, id: string): Promise<void> {
  await eraseAccount(tx, id);
  await tx.run(sql`update restored_user set name = ${say(erasedUser, tx.org.locale)}, email = ${erasedAddress(id)}, password_hash = null, active = false, locale = null, time_zone = null, last_sign_in_at = null where id = ${id}::uuid`);
}

/** What a copy for the user says of the account beside their name and address. */
export async function readAccount(session: SqlSession, id: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await session.run<{ account: Readonly<Record<string, unknown>> }>(sql`
    select json_build_object('name', u.name, 'email', u.email, 'language', u.locale, 'timeZone', u.time_zone, 'role', u.role, 'teams', u.teams, 'permissionSets', u.permission_sets, 'createdAt', u.created_at, 'lastSignInAt', u.last_sign_in_at,
      'sessions', (select coalesce(json_agg(json_build_object('since', s.created_at, 'lastSeenAt', s.last_seen_at, 'address', s.address, 'browser', s.user_agent) order by s.created_at), '[]') from guanxi.session s where s.user_id = u.id),
      'signIns', (select coalesce(json_agg(json_build_object('at', s.at, 'outcome', s.outcome, 'method', s.method, 'address', s.address, 'browser', s.user_agent) order by s.at), '[]') from guanxi.sign_in s where s.user_id = u.id),
      'devices', (select coalesce(json_agg(json_build_object('lastSeenAt', d.last_seen_at) order by d.last_seen_at), '[]') from guanxi.device d where d.user_id = u.id),
      'passkeys', (select coalesce(json_agg(json_build_object('name', p.name, 'createdAt', p.created_at) order by p.created_at), '[]') from guanxi.passkey p where p.user_id = u.id),
      'keys', (select coalesce(json_agg(json_build_object('name', k.name, 'createdAt', k.created_at) order by k.created_at), '[]') from guanxi.api_key k where k.user_id = u.id)) as account
    from guanxi."user" u where u.id = ${id}::uuid`);
  return row?.account ?? {};
}

/** One per account, since no two have the same; at a domain that never is anybody's. */
function erasedAddress(id: string): string {
  return `${id}@erased.invalid`;
}

async function tallied(count: (trace: AccountTrace) => Promise<number>): Promise<AccountCounts> {
  const counts: Partial<Record<AccountTrace, number>> = {};
  for (const trace of [...(Object.keys(tables) as Exclude<AccountTrace, 'preferences'>[]), 'preferences' as const]) counts[trace] = await count(trace);
  return counts as AccountCounts;
}
