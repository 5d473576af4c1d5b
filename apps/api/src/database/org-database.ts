import { Injectable, Logger, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClientBase, Pool } from 'pg';
import type { Org } from '../orgs/org.js';
import { outliveLostConnections } from './outlive-lost-connections.js';
import { PgSession } from './pg-session.js';
import type { Pace } from './pace.js';
import { readPool } from './pool.js';
import { ReadingPool } from './reading-pool.js';
import type { RowBytes } from './row-tap.js';
import { readSqlState, SqlState } from './sql-state.js';
import { StatementLanes } from './statement-lanes.js';
import type { OrgTransaction, SqlSession } from './sql-session.js';
import { tracedStatement } from './traced-statement.js';
import { queryBytes, type TextStatement } from './text-query.js';

const ATTEMPTS = 4;
/** The transaction did nothing, and the same work has a chance the next time. */
const WORTH_RETRYING = new Set<string>([SqlState.serializationFailure, SqlState.deadlock, SqlState.featureNotSupported]);

/** Look-ups by keys are over at once, so that many may follow each other. */
const LOOK_UPS = { connections: 4, deep: 16, waiting: 0 };
/** What has been quick so far: few of them on one connection, so that one that is slow this time holds up few. */
const QUICK_READS = { deep: 4, waiting: 256 };
/** Quick reads take the place of so much of the pool. */
const PART_OF_POOL = 0.4;

interface TransactionOptions {
  /** Milliseconds a statement may take; the connection's own limit when absent. */
  readonly statementTimeout?: number;
}

/** The way to an org's records. Statements name the org's schema themselves; one pool serves all orgs. */
@Injectable()
export class OrgDatabase implements OnApplicationShutdown {
  private readonly logger = new Logger(OrgDatabase.name);
  /** TypeORM's own pool, for hot reads and COPY. */
  readonly pool: Pool;
  /** For statements that are made of what people ask for: it reads records, and can do nothing else where the database has a role for that. */
  readonly readingPool: Pool;
  private readonly lookUps: StatementLanes;
  private readonly quickReads: StatementLanes;

  constructor(private readonly dataSource: DataSource, @Optional() private readonly reading?: ReadingPool) {
    this.pool = readPool(dataSource);
    outliveLostConnections(this.pool);
    this.readingPool = reading?.pool ?? this.pool;
    const { options } = this.readingPool;
    const onPool = (statement: TextStatement) => queryBytes(this.readingPool, statement);
    this.lookUps = new StatementLanes(options, LOOK_UPS, onPool);
    this.quickReads = new StatementLanes(options, { ...QUICK_READS, connections: Math.ceil((options.max ?? 10) * PART_OF_POOL) }, onPool);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.lookUps.close(), this.quickReads.close(), this.reading?.close()]);
  }

  /**
   * Runs a reading statement whose columns are text; answers their bytes. `way`: whether it looks records up by their keys and nothing
   * else, or how long its runs take, which is noted there.
   */
  readBytes(statement: TextStatement, way?: 'look-up' | Pace): Promise<RowBytes> {
    return tracedStatement(statement.text, () => {
      if (way === undefined) return queryBytes(this.readingPool, statement);
      if (way === 'look-up') return this.lookUps.run(statement) ?? queryBytes(this.readingPool, statement);
      return (way.isQuick ? this.quickReads.run(statement, way) : undefined) ?? this.readOnPool(statement, way);
    });
  }

  private async readOnPool(statement: TextStatement, pace: Pace): Promise<RowBytes> {
    const client = await this.readingPool.connect();
    const began = performance.now();
    let failure: Error | undefined;
    try {
      return await queryBytes(client, statement);
    } catch (error) {
      // What PostgreSQL refuses leaves the connection as it was.
      if (readSqlState(error) === undefined) failure = error as Error;
      throw error;
    } finally {
      pace.note(performance.now() - began);
      client.release(failure);
    }
  }

  /** For single statements, each a transaction of its own. */
  session(_org: Org): SqlSession {
    return new PgSession(this.pool);
  }

  /**
   * Runs `work` in one transaction. After a deadlock or serialization failure the work is run again, so its effects
   * outside of the database belong in `afterCommit`.
   */
  transaction<T>(org: Org, work: (tx: OrgTransaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.retrying(async (keepPlans) => {
      const client = await this.pool.connect();
      const tx = new PgTransaction(org, client, keepPlans);
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await this.within(client, () => work(tx), options).catch(async (error: unknown) => {
          await client.query('rollback').catch((failure: Error) => (broken = failure));
          throw error;
        });
        await client.query('commit');
        this.afterCommit(tx);
        return result;
      } catch (error) {
        // A commit without an answer leaves the connection in an unknown state.
        if (readSqlState(error) === undefined && error instanceof Error && 'code' in error) broken ??= error;
        throw error;
      } finally {
        client.release(broken);
      }
    });
  }

  /** The same, with the platform's own entities (users, revisions …) in the same transaction. */
  transactionWithPlatform<T>(
    org: Org,
    work: (tx: OrgTransaction, platform: EntityManager) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    return this.retrying(async (keepPlans) => {
      const runner = this.dataSource.createQueryRunner();
      try {
        const client = (await runner.connect()) as ClientBase;
        const tx = new PgTransaction(org, client, keepPlans);
        await runner.startTransaction();
        const result = await this.within(client, () => work(tx, runner.manager), options).catch(async (error: unknown) => {
          await runner.rollbackTransaction().catch(() => undefined);
          throw error;
        });
        await runner.commitTransaction();
        this.afterCommit(tx);
        return result;
      } finally {
        await runner.release();
      }
    });
  }

  private async within<T>(client: ClientBase, work: () => Promise<T>, options: TransactionOptions): Promise<T> {
    if (options.statementTimeout !== undefined) {
      await client.query("select set_config('statement_timeout', $1, true)", [String(options.statementTimeout)]);
    }
    return work();
  }

  private async retrying<T>(attempt: (keepPlans: boolean) => Promise<T>): Promise<T> {
    for (let count = 1; ; count += 1) {
      try {
        return await attempt(count === 1);
      } catch (error) {
        if (count >= ATTEMPTS || !WORTH_RETRYING.has(readSqlState(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 4 ** count * Math.random()));
      }
    }
  }

  private afterCommit(tx: PgTransaction): void {
    for (const work of tx.committed) {
      try {
        work();
      } catch (error) {
        this.logger.error('Work after a commit failed; the commit itself stands.', error);
      }
    }
  }
}

class PgTransaction extends PgSession implements OrgTransaction {
  readonly committed: (() => void)[] = [];

  constructor(readonly org: Org, client: ClientBase, keepPlans: boolean) {
    super(client, keepPlans, true);
  }

  afterCommit(work: () => void): void {
    this.committed.push(work);
  }
}
