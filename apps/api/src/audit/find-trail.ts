import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { TrailDetail } from './tell-trail.js';
import { trailKinds, type TrailGroup } from './trail-kinds.js';

export interface TrailWish {
  readonly groups: readonly TrailGroup[];
  readonly object?: string;
  readonly actorId?: string;
  readonly from?: Date;
  readonly to?: Date;
  /** The id of the entry before which the next ones stand. */
  readonly before?: string;
}

export interface TrailRow {
  readonly id: string;
  readonly chain: string;
  readonly seq: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly kind: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly subject_name: string | null;
  readonly detail: TrailDetail;
  readonly address: string | null;
  readonly user_agent: string | null;
}

/** The chain of an org, and those of the orgs that it was restored in the place of. */
export async function chainsOf(session: SqlSession, orgId: string): Promise<readonly string[]> {
  const rows = await session.run<{ chain: string }>(sql`
    with recursive lineage(chain) as (
      select ${orgId}::text
      union
      select t.detail ->> 'before' from guanxi.trail t join lineage l on t.chain = l.chain where t.kind = 'restored' and t.detail ->> 'after' = l.chain
    ) select chain from lineage where chain is not null`);
  return rows.map(({ chain }) => chain);
}

/** Entries of an org, the latest first. */
export async function findTrail(session: SqlSession, orgId: string, { groups, object, actorId, from, to, before }: TrailWish, limit: number): Promise<readonly TrailRow[]> {
  const kinds = Object.entries(trailKinds).flatMap(([kind, { group }]) => (groups.includes(group) ? [kind] : []));
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`chain = any(${await chainsOf(session, orgId)}::text[])`,
    sql<boolean>`kind = any(${kinds}::text[])`,
    ...(before === undefined ? [] : [sql<boolean>`entry.id < ${before}::bigint`]),
    ...(object === undefined ? [] : [sql<boolean>`detail ->> 'object' = ${object}`]),
    ...(actorId === undefined ? [] : [sql<boolean>`actor_id = ${actorId}::uuid`]),
    ...(from ? [sql<boolean>`at >= ${from}::timestamptz`] : []),
    ...(to ? [sql<boolean>`at < ${to}::timestamptz`] : []),
  ];
  return session.run<TrailRow>(sql`select entry.id::text as id, chain, seq::text as seq, at, actor_id, kind, subject_kind, subject_id, subject_name, detail, address, user_agent
    from guanxi.trail entry where ${sql.join(conditions, sql` and `)} order by entry.id desc limit ${limit}`);
}
