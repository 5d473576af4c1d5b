import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Settings } from '../../config/settings.js';
import { OrgDatabase } from '../../database/org-database.js';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { Org } from '../../orgs/org.js';
import { Models } from '../models.js';
import { finishTables, type FailedWork } from './finish-tables.js';
import { inOnlineSession } from './online-session.js';
import { isWorkDue } from './upkeep-due.js';

export interface PendingWork {
  readonly kind: string;
  readonly object: string;
  readonly field: string | null;
  readonly name: string;
  readonly revision: number;
  readonly since: Date;
  readonly error: string | null;
}

/** Of rows of `_pending_work`: nothing but speed is lost without it. */
export const mayWait = sql<boolean>`kind = 'index' and name not like '%\\_key'`;

/** What publishing has left for after the commit: indexes of large tables, and checks of their rows. */
@Injectable()
export class OnlineWork {
  private readonly logger = new Logger(OnlineWork.name);

  constructor(
    private readonly settings: Settings,
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  /** Oldest first. */
  async list(org: Org): Promise<readonly PendingWork[]> {
    return this.database.session(org).run<PendingWork & object>(sql`
      select kind, object, field, name, revision, since, error from ${sql.id(org.schema, '_pending_work')} order by id`);
  }

  /**
   * Does it, if there is any. Answers whether there is something left that is worth trying again at once: a publishing came
   * in between. What failed is tried again ever more rarely.
   */
  async work(org: Org): Promise<boolean> {
    if (!(await this.isDue(org))) return false;
    const outcome = await inOnlineSession(this.settings, org, async (session) => {
      const { model, revision } = await this.models.refresh(org);
      const pending = sql.id(org.schema, '_pending_work');
      try {
        const { failed, stopped } = await finishTables(session, model, { schema: org.schema, timeZone: org.timeZone }, {
          done: async (name) => {
            await session.run(sql`delete from ${pending} where name = ${name}`);
          },
          isStopped: async (name) => (await session.run(sql`select from ${pending} where name = ${name} having count(*) > 0 and count(*) = count(stopped_at)`)).length > 0,
        });
        for (const one of failed) await this.noteFailure(org, one);
        await session.run(sql`delete from ${pending} where revision <= ${revision} and name <> all(${[...failed.map(({ name }) => name), ...stopped]}::text[])`);
        return 'done';
      } catch (error) {
        if (readSqlState(error) === SqlState.queryCanceled) return 'interrupted';
        throw error;
      }
    });
    return outcome === 'interrupted';
  }

  /**
   * Leaves an index out until somebody asks for it again, also when it is half built. Answers false where there is nothing to
   * stop: what keeps values unique or in order has been promised, and has to come.
   */
  async stop(org: Org, id: string): Promise<boolean> {
    if (!isRowId(id)) return false;
    const session = this.database.session(org);
    const [found] = await session.run<{ name: string }>(sql`
      update ${sql.id(org.schema, '_pending_work')} set stopped_at = now(), error = null where id = ${id}::bigint and stopped_at is null and ${mayWait} returning name`);
    if (!found) return false;
    await session.run(sql`
      select pg_cancel_backend(progress.pid) from pg_stat_progress_create_index progress join pg_class class on class.oid = progress.index_relid
      where progress.datname = current_database() and class.relname = ${found.name} and class.relnamespace = ${org.schema}::regnamespace`);
    return true;
  }

  /** What publishing has left is tried ever more rarely, and not at all once it was stopped; somebody may want it now. */
  async again(org: Org, id: string): Promise<boolean> {
    if (!isRowId(id)) return false;
    const found = await this.database.session(org).run(sql`update ${sql.id(org.schema, '_pending_work')} set attempts = 0, error = null, stopped_at = null where id = ${id}::bigint returning id`);
    return found.length > 0;
  }

  private async isDue(org: Org): Promise<boolean> {
    const [answer] = await this.database.session(org).run<{ due: boolean }>(sql`select ${isWorkDue(org)} as due`);
    return answer?.due === true;
  }

  private async noteFailure(org: Org, { name, error }: FailedWork): Promise<void> {
    this.logger.warn(`${name} of org ${org.id} could not be finished and will be tried again: ${error}`);
    await this.database.session(org).run(sql`update ${sql.id(org.schema, '_pending_work')} set attempts = attempts + 1, error = ${error} where name = ${name}`);
  }
}

function isRowId(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
