import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import { backupFaults } from './backup-wording.js';
import { giveFactorsBack, keepFactors } from './keep-factors.js';

export interface Swap {
  readonly session: SqlSession;
  /** Who restores: stays an admin with the password and the keys of today. */
  readonly actor: Actor;
  readonly restored: Org;
  readonly publishedRevision: number;
  /** For those whose password nobody has: a hash of what nobody knows. */
  readonly lockedHash: string;
}

/**
 * Puts the restored org in the place of the present one. People who are there today keep session, keys and password; they
 * are known by their address. Answers how many of the restored ones have no password.
 */
export async function swapOrg({ session, actor, restored, publishedRevision, lockedHash }: Swap): Promise<number> {
  const { org: present } = actor;
  await refuseForeignPeople(session, present);
  await session.run(sql`create temporary table kept_user on commit drop as select * from guanxi."user" where org_id = ${present.id}`);
  await session.run(sql`create temporary table kept_session on commit drop as select s.*, u.email from guanxi.session s join kept_user u on u.id = s.user_id`);
  await session.run(sql`create temporary table kept_key on commit drop as select k.*, u.email from guanxi.api_key k join kept_user u on u.id = k.user_id`);
  await keepFactors(session, present);
  await session.run(sql`delete from guanxi."user" where org_id = ${present.id}`);
  await takeOverPeople(session, actor, restored, lockedHash);
  await session.run(sql`insert into guanxi.session (token_hash, user_id, created_at, expires_at)
    select s.token_hash, u.id, s.created_at, s.expires_at from kept_session s join guanxi."user" u on u.email = s.email`);
  await session.run(sql`insert into guanxi.api_key (id, user_id, name, key_hash, previous_hash, previous_until, permission_sets, created_at, last_used_at, expires_at)
    select k.id, u.id, k.name, k.key_hash, k.previous_hash, k.previous_until, k.permission_sets, k.created_at, k.last_used_at, k.expires_at from kept_key k join guanxi."user" u on u.email = k.email where k.org_id is null`);
  await giveFactorsBack(session, restored);
  for (const statement of takeOverDocuments(restored)) await session.run(statement);
  await session.run(sql`update guanxi.org set sandbox_of = ${restored.id} where sandbox_of = ${present.id}`);
  await session.run(sql`update guanxi.org set published_revision = ${publishedRevision} where id = ${restored.id}`);
  await session.run(sql`drop schema ${sql.id(present.schema)} cascade`);
  await session.run(sql`delete from guanxi.org where id = ${present.id}`);
  const [locked] = await session.run<{ count: number }>(sql`select count(*)::int as count from guanxi."user" where org_id = ${restored.id} and active and password_hash = ${lockedHash}`);
  return locked?.count ?? 0;
}

/** One person per address in the whole installation, and one org per person. */
async function refuseForeignPeople(session: SqlSession, present: Org): Promise<void> {
  const foreign = await session.run<{ email: string }>(sql`
    select u.email from guanxi."user" u where u.org_id <> ${present.id} and exists (select from restored_user r where r.id = u.id or r.email = u.email) order by 1 limit 20`);
  if (foreign.length > 0) throw new ApiFailure('CONFLICT', { ...backupFaults.people, words: { emails: foreign.map(({ email }) => email).join(', ') } });
}

async function takeOverPeople(session: SqlSession, { userId }: Actor, restored: Org, lockedHash: string): Promise<void> {
  // Backups of an earlier version do not know where people stand.
  await session.run(sql`alter table restored_user add column if not exists role text, add column if not exists teams text[], add column if not exists manager_id uuid, add column if not exists kind text`);
  await session.run(sql`
    insert into guanxi."user" (id, org_id, name, email, password_hash, active, locale, time_zone, permission_sets, role, teams, manager_id, kind, last_sign_in_at, created_at)
    select r.id, ${restored.id}, r.name, r.email,
      coalesce(case when k.id = ${userId}::uuid then k.password_hash end, nullif(r.password_hash, ''), k.password_hash, ${lockedHash}),
      r.active, r.locale, r.time_zone, r.permission_sets, r.role, coalesce(r.teams, '{}'), r.manager_id, coalesce(r.kind, 'internal'), r.last_sign_in_at, r.created_at
    from restored_user r left join kept_user k on k.email = r.email`);
  // Who is not in the backup comes along.
  const added = await session.run<{ id: string }>(sql`
    insert into guanxi."user" (id, org_id, name, email, password_hash, active, locale, time_zone, permission_sets, role, teams, kind, last_sign_in_at, created_at)
    select case when exists (select from restored_user r where r.id = k.id) then gen_random_uuid() else k.id end, ${restored.id}, k.name, k.email, k.password_hash, true, k.locale, k.time_zone,
      k.permission_sets, k.role, k.teams, k.kind, k.last_sign_in_at, k.created_at
    from kept_user k where k.id = ${userId}::uuid and not exists (select from restored_user r where r.email = k.email) returning id`);
  await session.run(sql`
    insert into ${sql.id(restored.schema, '_user')} (id, name, email, active)
    select id, name, email, active from guanxi."user" where id = any(${added.map(({ id }) => id)}::uuid[]) on conflict (id) do nothing`);
  await session.run(sql`
    update guanxi."user" u set active = true, permission_sets = case when ${ADMIN_PERMISSION} = any(u.permission_sets) then u.permission_sets else u.permission_sets || ${ADMIN_PERMISSION}::text end
    from kept_user k where k.id = ${userId}::uuid and u.email = k.email`);
  await session.run(sql`update ${sql.id(restored.schema, '_user')} p set active = true from guanxi."user" u, kept_user k where k.id = ${userId}::uuid and u.email = k.email and p.id = u.id and not p.active`);
}

function takeOverDocuments({ id }: Org) {
  return [
    sql`insert into guanxi.revision (org_id, number, created_at, created_by, documents, changes, based_on, removed, note)
      select ${id}::uuid, number, created_at, created_by, documents, changes, based_on, removed, to_jsonb(kept) ->> 'note' from restored_revision as kept`,
    sql`insert into guanxi.draft (org_id, base_revision, documents, removed, updated_at, updated_by)
      select ${id}::uuid, base_revision, documents, removed, updated_at, updated_by from restored_draft`,
    sql`insert into guanxi.app_release (org_id, name, version, bundle, installed_by, installed_at)
      select ${id}::uuid, name, version, bundle, installed_by, installed_at from restored_app_release`,
  ];
}
