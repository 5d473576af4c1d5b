import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

/**
 * Lays aside what stands between a stranger and the accounts of today, before the people of the present org go: a restore
 * must not be a way around a second factor. `kept_user` is there.
 */
export async function keepFactors(session: SqlSession, present: Org): Promise<void> {
  await session.run(sql`create temporary table kept_totp on commit drop as select f.*, u.email from guanxi.totp f join kept_user u on u.id = f.user_id`);
  await session.run(sql`create temporary table kept_recovery_code on commit drop as select f.*, u.email from guanxi.recovery_code f join kept_user u on u.id = f.user_id`);
  await session.run(sql`create temporary table kept_passkey on commit drop as select f.*, u.email from guanxi.passkey f join kept_user u on u.id = f.user_id`);
  await session.run(sql`create temporary table kept_client on commit drop as select * from guanxi.oauth_client where org_id = ${present.id}`);
}

/** Gives them to the same people, known by their address, and to the restored org its clients. Their tokens have ended. */
export async function giveFactorsBack(session: SqlSession, restored: Org): Promise<void> {
  await session.run(sql`insert into guanxi.totp (user_id, secret, pending, last_step, wrong, wait_until, confirmed_at)
    select u.id, f.secret, f.pending, f.last_step, f.wrong, f.wait_until, f.confirmed_at from kept_totp f join guanxi."user" u on u.email = f.email`);
  // The hash of a code goes by the person's id: where that is another one now, the codes have to be made anew.
  await session.run(sql`insert into guanxi.recovery_code (user_id, code_hash, made_at, used_at)
    select u.id, f.code_hash, f.made_at, f.used_at from kept_recovery_code f join guanxi."user" u on u.email = f.email and u.id = f.user_id`);
  await session.run(sql`insert into guanxi.passkey (id, user_id, credential_id, public_key, counter, transports, party, name, synced, created_at, last_used_at, last_used_address)
    select f.id, u.id, f.credential_id, f.public_key, f.counter, f.transports, f.party, f.name, f.synced, f.created_at, f.last_used_at, f.last_used_address
    from kept_passkey f join guanxi."user" u on u.email = f.email`);
  await session.run(sql`insert into guanxi.oauth_client (id, org_id, name, permission_sets, role, teams, secret_hash, previous_hash, previous_until, public_keys, created_by, created_at, expires_at, last_used_at, last_used_address)
    select id, ${restored.id}::uuid, name, permission_sets, role, teams, secret_hash, previous_hash, previous_until, public_keys, created_by, created_at, expires_at, last_used_at, last_used_address from kept_client`);
  await session.run(sql`insert into ${sql.id(restored.schema, '_user')} (id, name, email, active) select id, name, '', false from kept_client on conflict (id) do nothing`);
}
