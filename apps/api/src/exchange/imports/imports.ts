import { createHash } from 'node:crypto';
import { say } from '@guanxi/field-types';
import { Injectable, Logger } from '@nestjs/common';
import { fieldWord, parseImportPlan, type ImportPlan, type Model, type Problem } from '@guanxi/metadata';
import { v7 as makeId, validate as isId } from 'uuid';
import { Actors } from '../../access/actors.js';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { readSqlState } from '../../database/sql-state.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { Models } from '../../metadata/models.js';
import { Operations } from '../../operations/operations.js';
import type { Org } from '../../orgs/org.js';
import { RecordWriter } from '../../records/record-writer.js';
import { StaleModel } from '../../records/write-place.js';
import { fileReaders } from '../formats/file-readers.js';
import { UnreadableFile } from '../formats/unreadable-file.js';
import { tightenHeap } from '../tight-heap.js';
import { isOpen, type ImportRecord, type RejectedRow } from './import-record.js';
import { shapeOf } from './import-shape.js';
import { ImportStore } from './import-store.js';
import { importFaults } from './import-wording.js';
import { listRejected, type RejectedWish } from './problem-groups.js';
import type { ImportRun } from './run/import-run.js';
import { conclude, runImport } from './run/run-import.js';
import { Staging, sweepStaging } from './staging/staging.js';
import { Uploads } from './uploads.js';

/** An import whose worker was killed goes on, so often at most at the same place. */
const MOST_ATTEMPTS = 3;
/** As long as its file is kept, a preview waits, and what was halted can be gone on with. */
export const PREVIEW_KEPT_FOR_MS = 7 * 24 * 3_600_000;

export type StartedImport = { readonly ok: true; readonly record: ImportRecord } | { readonly ok: false; readonly problems: readonly Problem[] };

@Injectable()
export class Imports {
  private readonly logger = new Logger(Imports.name);

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
    private readonly operations: Operations,
    private readonly uploads: Uploads,
    private readonly cipher: ValueCipher,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Checks the plan against the file and the org, and queues the import. With a preview it stands before the first write until it is confirmed. */
  async start(actor: Actor, uploadId: string, plan: ImportPlan, preview: boolean): Promise<StartedImport> {
    const upload = await this.uploads.find(uploadId, actor.org.id);
    if (!upload || upload.userId !== actor.userId)
      return { ok: false, problems: [{ path: '/upload', code: 'not_found', message: say(importFaults.noUpload, actor.locale) }] };
    if (!mayImport(actor, plan))
      return { ok: false, problems: [{ path: '/object', code: 'forbidden', message: say({ ...importFaults.mayNot, words: { object: plan.object } }, actor.locale) }] };

    const { model } = await this.models.current(actor.org);
    try {
      const { columns } = await this.uploads.readBeginning(upload, plan.format ?? {}, 0);
      const checked = checkPlan(plan, model, columns, actor);
      if (!checked.ok) return checked;
    } catch (failure) {
      if (failure instanceof UnreadableFile) return { ok: false, problems: [{ path: '/upload', code: 'unreadable', message: failure.tell(actor.locale) }] };
      throw failure;
    }
    const id = makeId();
    if (!preview) await this.note(actor, id, upload.fileName, plan);
    await this.store(actor.org).add({ id, uploadId, fileName: upload.fileName, plan, preview, userId: actor.userId, locale: actor.locale, startedAt: this.clock.now(actor.org) });
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

  list(actor: Actor, first: number): Promise<readonly ImportRecord[]> {
    return this.store(actor.org).list(first, actor.access.admin ? undefined : actor.userId);
  }

  /** After its preview: writes it. Undefined for one that does not wait for that. */
  async confirm(actor: Actor, id: string, automations?: ImportPlan['automations']): Promise<ImportRecord | undefined> {
    const record = await this.find(actor, id);
    if (!record || record.userId !== actor.userId || !(await this.store(actor.org).confirm(id, automations))) return undefined;
    await this.note(actor, id, record.fileName, record.plan);
    return this.find(actor, id);
  }

  private async note({ org, userId }: Actor, id: string, fileName: string, { object, mode }: ImportPlan): Promise<void> {
    await this.trail.note({ orgId: org.id, actorId: userId, kind: 'importRun', subject: { kind: 'import', id, name: fileName }, detail: { object, mode } });
  }

  async cancel(actor: Actor, id: string): Promise<ImportRecord | undefined> {
    const record = await this.find(actor, id);
    if (!record) return undefined;
    await this.store(actor.org).cancel(id, this.clock.now(actor.org));
    const now = await this.find(actor, id);
    if (now?.status === 'cancelled' && !isOpen(record.status)) await new Staging(actor.org.schema, id).drop(this.database.session(actor.org));
    return now;
  }

  /** Goes on with one that failed or was stopped. Undefined where that cannot be: it is over or taken back, its file is gone, or whose it is may import no more. */
  async retry(actor: Actor, id: string): Promise<ImportRecord | undefined> {
    const record = await this.find(actor, id);
    const owner = record && (await this.actors.forUser(actor.org, record.userId, 'import'));
    if (!record || !owner || !mayImport(owner, record.plan) || !(await this.uploads.find(record.uploadId, actor.org.id))) return undefined;
    if (!(await this.store(actor.org).again(id))) return undefined;
    await this.uploads.removeRejected(id);
    if (!record.preview || record.confirmed) await this.note(actor, id, record.fileName, record.plan);
    return this.find(actor, id);
  }

  /** While an import waits for its confirmation: the rows of one group of problems. After it, the first ones. */
  async rejected(actor: Actor, id: string, wish: RejectedWish): Promise<readonly RejectedRow[]> {
    const record = await this.find(actor, id);
    if (!record) return [];
    const session = this.database.session(actor.org);
    const staging = new Staging(actor.org.schema, id);
    return record.status === 'ready' && (await staging.holds(session, 0)) ? listRejected(session, staging, wish) : record.rejectedSample;
  }

  /** Runs what is queued in an org, and what a worker that died has left. Several workers may call it at once. */
  async runOpen(org: Org): Promise<void> {
    const store = this.store(org);
    for (const id of await store.forgotten(new Date(this.clock.now(org).getTime() - PREVIEW_KEPT_FOR_MS))) await store.cancel(id, this.clock.now(org));
    for (const job of await store.open()) await this.runLocked(org, job);
    await sweepStaging(this.database.session(org), org.schema, await store.staged(new Date(this.clock.now(org).getTime() - PREVIEW_KEPT_FOR_MS)));
  }

  /** An advisory lock tells a running import from one whose worker died: the lock goes with its connection. */
  private async runLocked(org: Org, job: ImportRecord): Promise<void> {
    const client = await this.database.pool.connect();
    const key = lockKey(job.id);
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [key]);
      if (!rows[0]?.got) return;
      try {
        for (;;) {
          // Another worker may have ended it between our look at the list and the lock.
          const current = await this.store(org).find(job.id);
          if (!current || !isOpen(current.status)) return;
          if ((await this.run(org, current)) === 'over') return;
        }
      } finally {
        await client.query('select pg_advisory_unlock($1::bigint)', [key]);
      }
    } finally {
      client.release();
    }
  }

  private async run(org: Org, job: ImportRecord): Promise<'over' | 'again'> {
    const store = this.store(org);
    let run: ImportRun | undefined;
    const fail = async (error: string) => {
      if (run) await conclude(run, this.uploads.rejectedPath(job.id), 'halted');
      await store.note(job.id, { status: 'failed', finishedAt: this.clock.now(org), error });
      return 'over' as const;
    };
    await store.begin(job.id);
    const loosenHeap = tightenHeap();
    try {
      run = await this.prepare(org, job);
      if (job.attempts >= MOST_ATTEMPTS) return await fail(say({ ...importFaults.stopped, words: { times: String(MOST_ATTEMPTS) } }, job.locale));
      await runImport(run, this.uploads.rejectedPath(job.id));
      return 'over';
    } catch (failure) {
      // Somebody has published meanwhile: the rest of the rows is staged anew and judged by that.
      if (failure instanceof StaleModel) {
        await this.models.refresh(org);
        return 'again';
      }
      if (failure instanceof UnreadableFile) return fail(failure.tell(job.locale));
      // A database that cannot be reached is nobody's fault here: the job is done again from where it stands.
      if (isLostConnection(failure)) throw failure;
      this.logger.error(`Import ${job.id} failed.`, failure);
      return fail(say({ ...importFaults.failed, words: { id: job.id } }, job.locale));
    } finally {
      loosenHeap();
    }
  }

  private async prepare(org: Org, job: ImportRecord): Promise<ImportRun> {
    const actor = await this.actors.forUser(org, job.userId, 'import');
    if (!actor) throw new UnreadableFile(importFaults.inactive);
    const upload = await this.uploads.find(job.uploadId, org.id);
    if (!upload) throw new UnreadableFile(importFaults.noUpload);
    const path = this.uploads.path(upload.id);
    const { columns, sample: _sample, sheets: _sheets, ...form } = await fileReaders[upload.kind].readBeginning(path, job.plan.format ?? {}, 0);
    const { model, revision } = await this.models.current(org);
    const checked = checkPlan(job.plan, model, columns, actor);
    if (!checked.ok) throw new UnreadableFile(sentenceOf(checked.problems));
    return {
      job, model, revision, actor,
      database: this.database,
      models: this.models,
      writer: this.writer,
      operations: this.operations,
      cipher: this.cipher,
      store: this.store(org),
      file: { path, kind: upload.kind, columns, form: { ...form, ...(revision !== undefined && { revision }) } },
      shape: shapeOf(checked.value, model, org.schema),
      staging: new Staging(org.schema, job.id),
      now: () => this.clock.now(org),
    };
  }

  private store(org: Org): ImportStore {
    return new ImportStore(this.database.session(org), org.schema);
  }
}

function mayImport({ access }: Actor, { object, mode }: ImportPlan): boolean {
  const rights = access.objects.get(object);
  return rights?.import === true && (mode === 'update' ? rights.edit !== 'none' : rights.create);
}

/** The driver tells such failures without a state of PostgreSQL, or with one of its classes for connections and shutdowns. */
function isLostConnection(failure: unknown): boolean {
  const state = readSqlState(failure);
  if (state !== undefined && state !== 'EPIPE') return state.startsWith('08') || state.startsWith('57P');
  return failure instanceof Error && /Connection terminated|connection timeout|timeout exceeded when trying to connect|ECONNRE|EPIPE|not queryable/i.test(failure.message);
}

/** The plan by the model, and by what this person may write. */
function checkPlan(plan: ImportPlan, model: Model, columns: readonly string[], { access, locale }: Actor): ReturnType<typeof parseImportPlan> {
  const checked = parseImportPlan(plan, model, columns, locale);
  if (!checked.ok) return checked;
  const editable = access.objects.get(plan.object)?.editableFields;
  const problems = plan.columns.flatMap((_, index) => {
    const field = checked.value.columns[index]?.field;
    if (!field || editable?.has(field.name)) return [];
    return [{ path: `/columns/${index}/field`, code: 'read_only', message: say({ ...importFaults.readOnly, words: { field: fieldWord(field) } }, locale) }];
  });
  return problems.length > 0 ? { ok: false, problems } : checked;
}

/** Problems are sentences in the language of the person already. */
function sentenceOf(problems: readonly Problem[]): { readonly en: string; readonly 'zh-TW': string; readonly 'zh-CN': string } {
  const text = problems.map(({ message }) => message).join(' ');
  return { en: text, 'zh-TW': text, 'zh-CN': text };
}

/** 63 bits of the id's hash, as text: what advisory locks take. */
function lockKey(id: string): string {
  return (createHash('sha256').update(`import ${id}`).digest().readBigUInt64BE() >> 1n).toString();
}
