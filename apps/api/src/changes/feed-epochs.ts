import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { readSqlState, SqlState } from '../database/sql-state.js';
import type { Org } from '../orgs/org.js';
import { startEpoch } from './start-epoch.js';

const BELIEVED_MILLISECONDS = 10_000;

/** The age in which an org's cursors hold. It ends when transaction ids no longer mean what they did: after a restore, and after a failover. */
@Injectable()
export class FeedEpochs {
  private readonly known = new LRUCache<string, string>({ max: 10_000, ttl: BELIEVED_MILLISECONDS });

  constructor(private readonly database: OrgDatabase) {}

  async current(org: Org): Promise<string> {
    const known = this.known.get(org.id);
    if (known !== undefined) return known;
    const epoch = await this.database.transaction(org, (tx) => findEpoch(tx));
    this.known.set(org.id, epoch);
    return epoch;
  }
}

interface FeedState {
  readonly epoch: string;
  readonly place: string | null;
}

async function findEpoch(tx: OrgTransaction): Promise<string> {
  const feed = orgTable(tx.org.schema, 'feed');
  const place = await readPlace(tx);
  const [state] = await tx.run<FeedState>(sql`select epoch, place from ${feed}`);
  if (state && (place === undefined || state.place === place)) return state.epoch;
  const [locked] = await tx.run<FeedState>(sql`select epoch, place from ${feed} for update`);
  if (!locked) throw new Error(`The feed of ${tx.org.schema} has no state.`);
  if (locked.place === place) return locked.epoch;
  if (locked.place === null) {
    await tx.run(sql`update ${feed} set place = ${place}`);
    return locked.epoch;
  }
  const isOtherCluster = locked.place.split('/')[0] !== place?.split('/')[0];
  return startEpoch(tx, { place: place ?? null, renumber: isOtherCluster });
}

/** The cluster and its timeline, which a failover and a recovery to a point in time change; undefined where the server does not tell. */
async function readPlace(tx: OrgTransaction): Promise<string | undefined> {
  try {
    await tx.run(sql`savepoint place`);
    const [row] = await tx.run<{ place: string }>(sql`select system_identifier::text || '/' || timeline_id::text as place from pg_control_system(), pg_control_checkpoint()`);
    return row?.place;
  } catch (error) {
    if (readSqlState(error) !== SqlState.insufficientPrivilege) throw error;
    await tx.run(sql`rollback to savepoint place`);
    return undefined;
  }
}
