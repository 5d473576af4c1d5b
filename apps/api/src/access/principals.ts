import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { settleManagers } from './managers.js';
import { standingsOf } from './standings.js';

/** Noted per org once its documents have been read for this; orgs of an earlier version have none. */
export const STANDINGS_READ = 'standings of documents';

/** A transaction that says which org it is in. */
type InOrg = SqlSession & { readonly org: Org };

/**
 * Keeps `_principal`, `_below` and whom people report to as people are now, in the org and in its sandboxes: to be called in every
 * transaction that makes people or clients or changes their role, teams, kind, address or manager.
 */
export async function settlePrincipals(tx: InOrg): Promise<void> {
  await lockPrincipals(tx);
  const sandboxes = await tx.run<{ schema: string }>(sql`select schema from guanxi.org where sandbox_of = ${tx.org.id} order by created_at, id`);
  for (const { schema } of [tx.org, ...sandboxes]) await settleIn(tx, schema);
  await settleManagers(tx);
}

/** The same after documents of roles, teams or queues have changed: in the transaction that publishes them. */
export async function settleStandings(tx: InOrg, model: Model): Promise<void> {
  const table = orgTable(tx.org.schema, 'standing');
  await lockPrincipals(tx);
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(standingsOf(model))}::jsonb) as w(kind text, name text, principal text)`;
  const same = sql`w.kind = s.kind and w.name = s.name and w.principal = s.principal`;
  const gone = await tx.run(sql`delete from ${table} s where not exists (select from ${wanted} where ${same}) returning s.kind`);
  const come = await tx.run(sql`insert into ${table} (kind, name, principal) select w.kind, w.name, w.principal from ${wanted} on conflict do nothing returning kind`);
  const first = await tx.run(sql`insert into guanxi.org_migration (org_id, name) values (${tx.org.id}, ${STANDINGS_READ}) on conflict do nothing returning name`);
  if (gone.length + come.length + first.length > 0) await settleIn(tx, tx.org.schema);
}

/** Whoever settles sees what everybody before has settled by: people and documents change in transactions of their own. */
async function lockPrincipals(tx: InOrg): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('guanxi principals'), hashtext(${tx.org.sandboxOf ?? tx.org.id}))`);
}

async function settleIn(tx: SqlSession, schema: string): Promise<void> {
  const principal = orgTable(schema, 'principal');
  const below = orgTable(schema, 'below');
  await settleRows(tx, principal, ['user_id', 'principal'], countsAs(schema));
  await settleRows(tx, below, ['user_id', 'owner_id'], standsAbove(schema));
}

async function settleRows(tx: SqlSession, table: RawBuilder<unknown>, columns: readonly [string, string], wanted: RawBuilder<unknown>): Promise<void> {
  const [left, right] = columns.map((column) => sql.id(column)) as [RawBuilder<unknown>, RawBuilder<unknown>];
  const made = sql`with wanted(a, b) as materialized (${wanted})`;
  await tx.run(sql`${made} delete from ${table} t where (t.${left}, t.${right}) not in (select a, b from wanted)`);
  await tx.run(sql`${made} insert into ${table} (${left}, ${right}) select a, b from wanted on conflict do nothing`);
}

/**
 * The people of a sandbox are those of its source, and its clients its own. Those who are switched off count on: what they own
 * is shared as before.
 */
const peopleOf = (schema: string): RawBuilder<unknown> => sql`(
  select u.id, u.role, u.teams, lower(u.email) as address, u.kind from guanxi."user" u join guanxi.org o on o.schema = ${schema} and u.org_id = coalesce(o.sandbox_of, o.id)
  union all select c.id, c.role, c.teams, null, 'internal' from guanxi.oauth_client c join guanxi.org o on o.schema = ${schema} and c.org_id = o.id) u`;

function countsAs(schema: string): RawBuilder<unknown> {
  const fits = sql`case s.kind when 'role' then s.name = u.role when 'team' then s.name = any(u.teams) when 'address' then s.name = u.address else s.name = u.kind end`;
  return sql`
    select u.id, 'user:' || u.id from ${peopleOf(schema)}
    union select u.id, s.principal from ${peopleOf(schema)} join ${orgTable(schema, 'standing')} s on ${fits}`;
}

/** Nobody is below a partner, and nobody below those of their own role. */
function standsAbove(schema: string): RawBuilder<unknown> {
  const principal = orgTable(schema, 'principal');
  return sql`
    select u.id, b.user_id from ${peopleOf(schema)}
    join ${principal} b on b.principal = 'below:' || u.role
    where u.kind = 'internal' and not exists (select from ${principal} same where same.user_id = b.user_id and same.principal = 'role:' || u.role)`;
}
