import { createHash } from 'node:crypto';
import { say } from '@guanxi/field-types';
import { Injectable, Logger } from '@nestjs/common';
import { parseImportPlan, type ImportPlan, type Problem } from '@guanxi/metadata';
import { v7 as makeId, validate as isId } from 'uuid';
import { Actors } from '../../access/actors.js';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { RecordWriter } from '../../records/record-writer.js';
import { importFaults } from './import-wording.js';
import { ImportStore } from './import-store.js';
import { noCounts, type ImportRecord } from './import-record.js';
import { readBeginning, UnreadableFile } from './read-rows.js';
import { refreshStatistics } from './refresh-statistics.js';
import { runImport } from './run-import.js';
import { Uploads } from './uploads.js';

/** An import whose worker was killed begins again, so often at most. */
const MOST_ATTEMPTS = 3;
const REPORT_EVERY_MS = 300;

export type StartedImport = { readonly ok: true; readonly record: ImportRecord } | { readonly ok: false; readonly problems: readonly Problem[] };

@Injectable()
export class Imports {
  private readonly logger = new Logger(Imports.name);

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
  ) {}

  /** Checks the plan against the file and the org, and queues the import. */
  async start(actor: Actor, uploadId: string, plan: ImportPlan, dryRun: boolean): Promise<StartedImport> {
    const upload = await this.uploads.find(uploadId, actor.org.id);
    if (!upload || upload.userId !== actor.userId)
      return { ok: false, problems: [{ path: '/upload', code: 'not_found', message: say(importFaults.noUpload, actor.locale) }] };
    const rights = actor.access.objects.get(plan.object);
    if (!rights || !(plan.mode === 'update' ? rights.edit !== 'none' : rights.create))
      return { ok: false, problems: [{ path: '/object', code: 'forbidden', message: say({ ...importFaults.mayNot, words: { object: plan.object } }, actor.locale) }] };

    const problems = await this.findProblems(actor, upload.id, plan);
    if (problems.length > 0) return { ok: false, problems };
    const id = makeId();
    await this.store(actor.org).add({ id, uploadId, fileName: upload.fileName, plan, dryRun, userId: actor.userId, locale: actor.locale, startedAt: this.clock.now(actor.org) });
    const record = await this.store(actor.org).find(id);
    if (!record) throw new Error(`Import ${id} is gone right after it was written.`);
    return { ok: true, record };
  }

  /** Everybody sees their own imports, admins see all. */
  async find(actor: Actor, id: string): Promise<ImportRecord | undefined> {
    if (!isId(id)) return undefined;
    const record = await this.store(actor.org).find(id);
    return record && (actor.access.admin || record.userId === actor.userId) ? record : undefined;
  }

  async list(actor: Actor, first: number): Promise<readonly ImportRecord[]> {
    const records = await this.store(actor.org).list(first);
    return actor.access.admin ? records : records.filter(({ userId }) => userId === actor.userId);
  }

  async cancel(actor: Actor, id: string): Promise<ImportRecord | undefined> {
    const record = await this.find(actor, id);
    if (!record) return undefined;
    await this.store(actor.org).cancel(id, this.clock.now(actor.org));
    return this.find(actor, id);
  }

  /** Runs what is queued in an org, and what a worker that died has left. Several workers may call it at once. */
  async runOpen(org: Org): Promise<void> {
    for (const job of await this.store(org).open()) await this.runLocked(org, job);
  }

  /** An advisory lock tells a running import from one whose worker died: the lock goes with its connection. */
  private async runLocked(org: Org, job: ImportRecord): Promise<void> {
    const client = await this.database.pool.connect();
    const key = lockKey(job.id);
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [key]);
      if (!rows[0]?.got) return;
      try {
        // Another worker may have ended it between our look at the list and the lock.
        const current = await this.store(org).find(job.id);
        if (current && (current.status === 'queued' || current.status === 'running')) await this.run(org, current);
      } finally {
        await client.query('select pg_advisory_unlock($1::bigint)', [key]);
      }
    } finally {
      client.release();
    }
  }

  private async run(org: Org, job: ImportRecord): Promise<void> {
    const store = this.store(org);
    const nothing = { counts: noCounts, rejectedSample: [] };
    if (job.attempts >= MOST_ATTEMPTS) {
      await store.finish(job.id, { ...nothing, status: 'failed', at: this.clock.now(org), error: say({ ...importFaults.stopped, words: { times: String(MOST_ATTEMPTS) } }, job.locale) });
      return;
    }
    await store.begin(job.id);
    try {
      const actor = await this.actors.forUser(org, job.userId, 'import');
      if (!actor) throw new UnreadableFile(importFaults.inactive);
      const { model } = await this.models.current(org);
      let reported = 0;
      const end = await runImport(job, {
        database: this.database,
        writer: this.writer,
        model,
        actor,
        filePath: this.uploads.path(job.uploadId),
        rejectedPath: this.uploads.rejectedPath(job.id),
        report: async (counts) => {
          if (Date.now() - reported < REPORT_EVERY_MS) return { cancelRequested: false };
          reported = Date.now();
          return store.progress(job.id, counts);
        },
      });
      if (end.status === 'done' && !job.dryRun)
        await refreshStatistics(this.database.session(org), org.schema, model, [job.plan.object, ...Object.keys(end.counts.relatedCreated)]);
      await store.finish(job.id, { ...end, at: this.clock.now(org) });
    } catch (failure) {
      const error = failure instanceof UnreadableFile ? failure.tell(job.locale) : say({ ...importFaults.failed, words: { id: job.id } }, job.locale);
      if (!(failure instanceof UnreadableFile)) this.logger.error(`Import ${job.id} failed.`, failure);
      await store.finish(job.id, { ...nothing, status: 'failed', at: this.clock.now(org), error });
    }
  }

  private async findProblems(actor: Actor, uploadId: string, plan: ImportPlan): Promise<readonly Problem[]> {
    const { model } = await this.models.current(actor.org);
    try {
      const { columns } = await readBeginning(this.uploads.path(uploadId), 0);
      const checked = parseImportPlan(plan, model, columns, actor.locale);
      return checked.ok ? [] : checked.problems;
    } catch (failure) {
      if (failure instanceof UnreadableFile) return [{ path: '/upload', code: 'unreadable', message: failure.tell(actor.locale) }];
      throw failure;
    }
  }

  private store(org: Org): ImportStore {
    return new ImportStore(this.database.session(org), org.schema);
  }
}

/** 63 bits of the id's hash, as text: what advisory locks take. */
function lockKey(id: string): string {
  return (createHash('sha256').update(`import ${id}`).digest().readBigUInt64BE() >> 1n).toString();
}
