import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DataSource } from 'typeorm';
import { PgSession } from '../database/pg-session.js';
import { readPool } from '../database/pool.js';
import type { SqlSession } from '../database/sql-session.js';
import { CheckpointSeal } from './checkpoint-seal.js';
import { Trail } from './trail.js';
import { INSTALLATION } from './trail-rows.js';

/** Removes what is older than is kept; a signed checkpoint stays in its place, from which the rest still verifies. */
@Injectable()
export class TrailRetention {
  private readonly session: SqlSession;

  constructor(
    private readonly source: DataSource,
    private readonly seal: CheckpointSeal,
    private readonly trail: Trail,
  ) {
    this.session = new PgSession(readPool(source));
  }

  /** Answers how many entries went. The last one of a chain always stays. */
  async cut(chain: string, before: Date): Promise<number> {
    const [last] = await this.session.run<{ seq: string; hash: string }>(sql`
      select seq::text as seq, encode(hash, 'hex') as hash from guanxi.trail
      where chain = ${chain} and seq < coalesce(
        (select min(kept.seq) from guanxi.trail kept where kept.chain = ${chain} and kept.at >= ${before}::timestamptz),
        (select max(kept.seq) from guanxi.trail kept where kept.chain = ${chain}))
      order by trail.seq desc limit 1`);
    if (!last) return 0;
    const { seq, hash, madeAt, keyId, signature } = this.seal.sign({ chain, seq: last.seq, hash: last.hash, madeAt: new Date() });
    return this.source.transaction(async (platform) => {
      await platform.query(
        `insert into guanxi.trail_checkpoint (chain, seq, hash, made_at, key_id, signature) values ($1, $2::bigint, decode($3, 'hex'), $4, $5, decode($6, 'hex')) on conflict do nothing`,
        [chain, seq, hash, madeAt, keyId, signature],
      );
      const [, count] = await platform.query<[unknown, number]>('delete from guanxi.trail where chain = $1 and seq <= $2::bigint', [chain, seq]);
      await this.trail.note({ orgId: chain === INSTALLATION ? null : chain, actorId: null, kind: 'trailCut', detail: { before: before.toISOString(), count } }, platform);
      return count;
    });
  }
}
