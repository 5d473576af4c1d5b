import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DataSource } from 'typeorm';
import { PgSession } from '../database/pg-session.js';
import { readPool } from '../database/pool.js';
import type { SqlSession } from '../database/sql-session.js';
import { CheckpointSeal, type Checkpoint } from './checkpoint-seal.js';
import { hashEntry, NOTHING_BEFORE, type KeptEntry } from './trail-form.js';
import { readChain } from './trail-rows.js';

/**
 * What is wrong with a chain: an entry that is not as it was written, one that is missing before this place, one that was put
 * in, an end that was cut off, a checkpoint that nobody of this installation signed.
 */
export type TrailFault = 'changed' | 'missing' | 'inserted' | 'cut' | 'checkpoint';

export interface ChainState {
  /** The org's id, or `installation`. */
  readonly chain: string;
  /** How many entries there are; those that retention removed do not count. */
  readonly entries: number;
  /** Place of the last entry in the chain, and its hash: whoever keeps them elsewhere can tell later whether the chain still goes on from them. */
  readonly seq: string;
  readonly hash: string;
  /** Entries up to this place were removed because of their age. */
  readonly removedUpTo: string | null;
  /** The first thing that is wrong; null where nothing is. */
  readonly broken: { readonly seq: string; readonly at: Date | null; readonly fault: TrailFault } | null;
}

interface Head {
  readonly seq: string;
  readonly hash: string;
}

/** Works the chains out again from their first entries. */
@Injectable()
export class TrailVerifier {
  private readonly session: SqlSession;

  constructor(
    source: DataSource,
    private readonly seal: CheckpointSeal,
  ) {
    this.session = new PgSession(readPool(source));
  }

  /** Every chain of the installation. */
  async chains(): Promise<readonly string[]> {
    const rows = await this.session.run<{ chain: string }>(sql`select chain from guanxi.trail_head union select distinct chain from guanxi.trail union select chain from guanxi.trail_checkpoint order by chain`);
    return rows.map(({ chain }) => chain);
  }

  /** `known`: a place of the chain and its hash as somebody noted them earlier. */
  async verify(chain: string, known?: Head): Promise<ChainState> {
    const head = await this.readHead(chain);
    const checkpoint = await this.readCheckpoint(chain);
    const state = (entries: number, broken: ChainState['broken']): ChainState => ({ chain, entries, seq: head.seq, hash: head.hash, removedUpTo: checkpoint?.seq ?? null, broken });
    if (checkpoint && !this.seal.isGood(checkpoint)) return state(0, { seq: checkpoint.seq, at: null, fault: 'checkpoint' });
    let last: Head = checkpoint ?? { seq: '0', hash: NOTHING_BEFORE };
    let entries = 0;
    for await (const batch of readChain(this.session, chain, last.seq, head.seq)) {
      for (const entry of batch) {
        const fault = findFault(entry, last);
        if (fault) return state(entries, { seq: entry.seq, at: entry.at, fault });
        if (known?.seq === entry.seq && known.hash !== entry.hash) return state(entries, { seq: entry.seq, at: entry.at, fault: 'changed' });
        last = entry;
        entries += 1;
      }
    }
    if (last.seq !== head.seq || last.hash !== head.hash) return state(entries, { seq: head.seq, at: null, fault: 'cut' });
    if (known && BigInt(known.seq) > BigInt(head.seq)) return state(entries, { seq: known.seq, at: null, fault: 'cut' });
    return state(entries, await this.findStray(chain, head));
  }

  private async readHead(chain: string): Promise<Head> {
    const [head] = await this.session.run<{ seq: string; hash: string }>(sql`select seq::text as seq, encode(hash, 'hex') as hash from guanxi.trail_head where chain = ${chain}`);
    return head ?? { seq: '0', hash: NOTHING_BEFORE };
  }

  private async readCheckpoint(chain: string): Promise<Checkpoint | undefined> {
    const [row] = await this.session.run<{ seq: string; hash: string; made_at: Date; key_id: string; signature: string }>(
      sql`select seq::text as seq, encode(hash, 'hex') as hash, made_at, key_id, encode(signature, 'hex') as signature from guanxi.trail_checkpoint where chain = ${chain} order by trail_checkpoint.seq desc limit 1`,
    );
    return row && { chain, seq: row.seq, hash: row.hash, madeAt: row.made_at, keyId: row.key_id, signature: row.signature };
  }

  /** Rows that stand in no chain, or behind its end: somebody wrote them past the seal. */
  private async findStray(chain: string, head: Head): Promise<ChainState['broken']> {
    const [row] = await this.session.run<{ at: Date }>(
      sql`select at from guanxi.trail where chain = ${chain} and (seq is null or seq > (select head.seq from guanxi.trail_head head where head.chain = ${chain})) limit 1`,
    );
    return row ? { seq: head.seq, at: row.at, fault: 'inserted' } : null;
  }
}

function findFault(entry: KeptEntry, last: Head): TrailFault | undefined {
  if (BigInt(entry.seq) !== BigInt(last.seq) + 1n) return 'missing';
  if (entry.hash !== hashEntry(entry)) return 'changed';
  return entry.previous === last.hash ? undefined : 'inserted';
}
