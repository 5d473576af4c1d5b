import { createHash } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { say, type Sentence } from '@guanxi/field-types';
import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Actors } from '../../access/actors.js';
import { sendNotifications } from '../../activity/send-notifications.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import type { Org } from '../../orgs/org.js';
import { CellTooLong } from '../formats/xlsx/write.js';
import { ExportFiles } from './export-files.js';
import { ExportMakers } from './export-makers.js';
import type { ExportProgress, ExportRecord, ExportStatus, ExportWish } from './export-record.js';
import { ExportStore } from './export-store.js';
import { exportFaults, exportNews } from './export-wording.js';
import type { FileInMaking } from './file-in-making.js';
import { FileTooLarge } from './zip-archive.js';

const KEPT_FOR_MS = 7 * 24 * 3_600_000;
const MOST_ATTEMPTS = 3;
const REPORT_EVERY_MS = 500;
/** A lost connection or a publishing in between: the same work has a chance a moment later. */
const REST_AFTER_FAULT_MS = 2_000;

/** Ends the writing of a file that nobody wants any more. */
class Unwanted extends Error {}

interface Ending {
  readonly status: ExportStatus;
  readonly progress?: ExportProgress;
  readonly said?: Sentence;
}

/** Files that are made in the background: asked for, made by a worker, kept for a week. */
@Injectable()
export class Exports {
  private readonly logger = new Logger('Exports');

  constructor(
    private readonly database: OrgDatabase,
    private readonly actors: Actors,
    private readonly makers: ExportMakers,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
  ) {}

  /** What cannot be made is refused now and not later. Throws `ApiFailure`. */
  async start(actor: Actor, wanted: ExportWish & { readonly fileName: string; readonly scheduleId?: string }): Promise<ExportRecord> {
    await this.makers.check(wanted, actor);
    return this.add(actor, wanted);
  }

  /** The same where nobody waits for the answer: what cannot be made fails as the file does. */
  async add({ org, userId, locale }: Actor, { scheduleId, fileName, ...wish }: ExportWish & { readonly fileName: string; readonly scheduleId?: string }): Promise<ExportRecord> {
    const id = makeId();
    const startedAt = this.clock.now(org);
    const store = this.store(org);
    await store.add({ ...wish, id, fileName, userId, locale, scheduleId: scheduleId ?? null, startedAt, expiresAt: new Date(startedAt.getTime() + KEPT_FOR_MS) });
    const made = await store.find(id);
    if (!made) throw new Error(`The export ${id} was not noted.`);
    return made;
  }

  /** A person's own; everybody's for those who see to the org. */
  list(actor: Actor, { first, everybody = false }: { readonly first: number; readonly everybody?: boolean }): Promise<readonly ExportRecord[]> {
    return this.store(actor.org).list({ first, ...(!(everybody && actor.access.admin) && { userId: actor.userId }) });
  }

  /** Undefined for what is not there or not this person's. */
  async find(actor: Actor, id: string): Promise<ExportRecord | undefined> {
    const found = isId(id) ? await this.store(actor.org).find(id) : undefined;
    if (!found) return undefined;
    // A backup holds what no permission set lets through.
    return found.kind === 'backup' ? (actor.access.admin ? found : undefined) : found.userId === actor.userId || actor.access.admin ? found : undefined;
  }

  async cancel(actor: Actor, id: string): Promise<ExportRecord | undefined> {
    const found = await this.find(actor, id);
    if (!found) return undefined;
    await this.store(actor.org).cancel(found.id, this.clock.now(actor.org));
    return this.find(actor, id);
  }

  /** Asks for the same once more. */
  async retry(actor: Actor, id: string): Promise<ExportRecord | undefined> {
    const found = await this.find(actor, id);
    return found && this.start(actor, { kind: found.kind, wish: found.wish, fileName: found.fileName } as ExportWish & { fileName: string });
  }

  /** Makes what is waiting, and what a worker has left half way. */
  async runOpen(org: Org, kinds: readonly ExportRecord['kind'][]): Promise<void> {
    for (const job of await this.store(org).open(kinds)) await this.runOnce(org, job);
  }

  /** What nobody can download any more is removed. */
  async sweep(org: Org): Promise<void> {
    for (const id of await this.store(org).removeExpired(this.clock.now(org))) await this.files.remove(id);
  }

  /** One worker at a time; the lock goes with its connection. */
  private async runOnce(org: Org, { id }: ExportRecord): Promise<void> {
    const client = await this.database.pool.connect();
    const key = lockKey(id);
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key]);
      if (!rows[0]?.got) return;
      try {
        const job = await this.store(org).find(id);
        if (job && (job.status === 'queued' || job.status === 'running')) await this.run(org, job);
      } finally {
        await client.query('select pg_advisory_unlock($1)', [key]);
      }
    } finally {
      client.release();
    }
  }

  private async run(org: Org, job: ExportRecord): Promise<void> {
    if (job.cancelRequested) return this.end(org, job, { status: 'cancelled' });
    if (job.attempts >= MOST_ATTEMPTS) return this.end(org, job, { status: 'failed', said: { ...exportFaults.stopped, words: { times: String(MOST_ATTEMPTS) } } });
    await this.store(org).begin(job.id);
    try {
      const actor = await this.actors.forUser(org, job.userId, 'page');
      if (!actor) return await this.end(org, job, { status: 'failed', said: exportFaults.inactive });
      const progress = await this.write(org, job, { ...actor, locale: job.locale });
      await this.end(org, job, { status: 'done', progress });
    } catch (error) {
      const ending = endingOf(error, job);
      if (ending) return this.end(org, job, ending);
      this.logger.error(`Export ${job.id} of org ${org.id} failed.`, error);
      if (job.attempts + 1 >= MOST_ATTEMPTS) return this.end(org, job, { status: 'failed', said: { ...exportFaults.failed, words: { id: job.id } } });
      await rest(REST_AFTER_FAULT_MS);
      await this.run(org, { ...job, attempts: job.attempts + 1 });
    }
  }

  private async write(org: Org, job: ExportRecord, actor: Actor): Promise<ExportProgress> {
    const store = this.store(org);
    const file: FileInMaking = await this.makers.make(job, actor);
    let reported = 0;
    try {
      const told = async (bytes: number): Promise<void> => {
        if (Date.now() - reported < REPORT_EVERY_MS) return;
        reported = Date.now();
        const { cancelRequested } = await store.progress(job.id, { ...(file.rowsTotal !== undefined && { rowsTotal: file.rowsTotal }), rowsWritten: file.rowsWritten(), bytes });
        if (cancelRequested) throw new Unwanted();
      };
      const bytes = await this.files.write(job.id, file.pieces, told);
      return { rowsWritten: file.rowsWritten(), bytes };
    } finally {
      await file.close();
    }
  }

  private async end(org: Org, job: ExportRecord, { status, progress, said }: Ending): Promise<void> {
    const error = said && say(said, job.locale);
    const at = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      await new ExportStore(tx, org.schema).finish(job.id, { status, at, ...(progress && { progress }), ...(error !== undefined && { error }) });
      if (status === 'cancelled') return;
      const news = { ...(status === 'done' ? exportNews.ready : exportNews.failed), words: { file: job.fileName, reason: error ?? '' } };
      const [known] = await tx.run<{ known: boolean }>(sql`select exists (select from ${sql.id(org.schema, '_user')} where id = ${job.userId}::uuid) as known`);
      if (known?.known) await sendNotifications(tx, [{ userId: job.userId, kind: 'export', text: say(news, job.locale), at }]);
    });
  }

  private store(org: Org): ExportStore {
    return new ExportStore(this.database.session(org), org.schema);
  }
}

/** Undefined for what is nobody's doing and may go better the next time. */
function endingOf(error: unknown, job: ExportRecord): Ending | undefined {
  if (error instanceof Unwanted) return { status: 'cancelled' };
  if (error instanceof ApiFailure) {
    const { message } = error.tell(job.locale);
    return { status: 'failed', said: { en: message, 'zh-TW': message, 'zh-CN': message } };
  }
  if (error instanceof CellTooLong) return { status: 'failed', said: { ...exportFaults.cellTooLong, words: { row: String(error.row), heading: error.heading } } };
  if (error instanceof FileTooLarge) return { status: 'failed', said: { ...exportFaults.partTooLarge, words: { object: error.fileName } } };
  return undefined;
}

/** 63 bits of the id's hash, as text: what advisory locks take. */
function lockKey(id: string): string {
  return (createHash('sha256').update(`export ${id}`).digest().readBigUInt64BE() >> 1n).toString();
}
