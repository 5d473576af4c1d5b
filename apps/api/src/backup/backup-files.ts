import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { STANDINGS_READ } from '../access/principals.js';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import type { BackupHeader } from './backup-format.js';
import { backupFaults } from './backup-wording.js';
import { sameWriting } from './platform-tables.js';
import { PRODUCT_VERSION } from './product-version.js';
import { readPlatformTables, readSequences, readTables } from './read-tables.js';
import { makeHeader, writeBackup } from './write-backup.js';

/** A backup that is made as it is read. Whoever asked for it closes it, however it ends. */
export interface BackupInMaking {
  /** About; as PostgreSQL last counted. */
  readonly rowsTotal: number;
  readonly pieces: AsyncIterable<Uint8Array>;
  rowsWritten(): number;
  close(): Promise<void>;
}

const ATTEMPTS = 5;

/** Makes backups of whole orgs: as of one moment, while everybody works. Publishing waits until one is through. */
@Injectable()
export class BackupFiles {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `ApiFailure` where there is nothing of its own to back up. */
  async make({ org, userId }: Pick<Actor, 'org' | 'userId'>, { withPasswords }: { readonly withPasswords: boolean }): Promise<BackupInMaking> {
    if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', backupFaults.ofSandbox);
    await this.trail.note({ orgId: org.id, actorId: userId, kind: 'backupMade', detail: { withPasswords } });
    const client = await this.database.pool.connect();
    let isOpen = true;
    const close = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      // A table may still be on its way.
      client.release(true);
    };
    try {
      const { header, rowsTotal } = await this.begin(client, org, withPasswords);
      let rows = 0;
      const lines = writeBackup(client, org, header, (count) => (rows += count));
      const gzip = createGzip({ level: 5 });
      pipeline(Readable.from(lines, { objectMode: false, highWaterMark: 256 * 1024 }), gzip, () => undefined);
      return { rowsTotal, pieces: gzip, rowsWritten: () => rows, close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  private async begin(client: PoolClient, org: Org, withPasswords: boolean): Promise<{ header: BackupHeader; rowsTotal: number }> {
    const session = new PgSession(client, false, true);
    for (let attempt = 1; ; attempt += 1) {
      const before = await readTables(session, org.schema);
      await session.run(sql`begin isolation level repeatable read read only`);
      for (const statement of sameWriting) await session.run(statement);
      // From here on nobody changes a table; and only the next statement begins the snapshot.
      await session.run(sql`lock table ${sql.join(before.map(({ name }) => sql.id(org.schema, name)))} in access share mode`);
      const tables = await readTables(session, org.schema);
      const [state] = await session.run<{ published: number; written: number; total: number }>(sql`
        select published_revision as published, (select number from ${sql.id(org.schema, '_revision')}) as written,
          (select coalesce(sum(greatest(reltuples, 0)), 0)::float8 from pg_class where relnamespace = ${org.schema}::regnamespace and relkind = 'r') as total
        from guanxi.org where id = ${org.id}`);
      if (state && state.published === state.written && JSON.stringify(before) === JSON.stringify(tables)) {
        const migrations = await session.run<{ name: string }>(sql`select name from guanxi.org_migration where org_id = ${org.id} and name <> ${STANDINGS_READ} order by name`);
        const header = makeHeader(org, {
          product: PRODUCT_VERSION,
          takenAt: this.clock.now(org).toISOString(),
          withPasswords,
          publishedRevision: state.published,
          migrations: migrations.map(({ name }) => name),
          tables: [...(await readPlatformTables(session)), ...tables],
          sequences: await readSequences(session, org.schema),
        });
        return { header, rowsTotal: state.total };
      }
      await session.run(sql`rollback`);
      if (attempt === ATTEMPTS) throw new ApiFailure('CONFLICT', backupFaults.publishing);
    }
  }
}
