import { say } from '@guanxi/field-types';
import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Actors } from '../access/actors.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { RecordWriter } from '../records/record-writer.js';
import { StaleModel, type WritePlace } from '../records/write-place.js';
import { WriteTally } from '../records/write-tally.js';
import type { NewOperation, OperationRecord } from './operation-record.js';
import { OperationStore } from './operation-store.js';
import { operationTexts } from './operation-wording.js';
import type { Performer } from './performers.js';

/** Milliseconds that one statement may take, and between two reports of progress. */
const STATEMENT_TIMEOUT = 600_000;
const REPORT_EVERY = 500;
/** How often it is begun again because others publish. */
const MOST_ATTEMPTS = 5;

/** Ends the transaction without an error of anybody. */
class Refused extends Error {}

/**
 * Does operations as one transaction each: a worker that is killed leaves nothing of it, the row says that it is still to be
 * done, and another one does it from the beginning.
 */
@Injectable()
export class OperationRunner {
  private readonly logger = new Logger(OperationRunner.name);
  private readonly performers = new Map<string, Performer>();

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
    private readonly clock: Clock,
    private readonly cipher: ValueCipher,
  ) {}

  /** Says who does operations whose request has this member. */
  register(request: string, performer: Performer): void {
    this.performers.set(request, performer);
  }

  /** Everything that is left to be done in an org, one after the other. */
  async runOpen(org: Org): Promise<void> {
    const store = new OperationStore(this.database.session(org), org.schema);
    for (const operation of await store.open()) {
      const actor = await this.actors.forUser(org, operation.actorId ?? '', operation.source as Actor['source']);
      if (actor) await this.runInBackground(operation, actor);
      else await store.finish(operation.id, { status: 'failed', at: this.clock.now(org), counts: {}, error: say(operationTexts.nobody, org.locale) });
    }
  }

  /** In one transaction that begins the operation, too. Answers why it was refused. */
  runNow({ id, actor }: NewOperation, begin: (tx: OrgTransaction) => Promise<void>): Promise<string | undefined> {
    return this.run(id, actor, () => Promise.resolve(), begin);
  }

  private async runInBackground(operation: OperationRecord, actor: Actor): Promise<void> {
    const { org } = actor;
    const store = new OperationStore(this.database.session(org), org.schema);
    let reported = 0;
    let error: string | undefined;
    try {
      error = await this.run(operation.id, actor, async (tally) => {
        if (Date.now() - reported < REPORT_EVERY) return;
        reported = Date.now();
        if (!(await store.progress(operation.id, tally.counts))) throw new Refused(say(operationTexts.stopped, actor.locale));
      });
    } catch (failure) {
      const reference = uuid();
      this.logger.error(`${reference} Operation ${operation.id} of org ${org.id} failed: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
      error = say({ ...operationTexts.goneWrong, words: { reference } }, actor.locale);
    }
    if (error !== undefined) await store.finish(operation.id, { status: 'failed', at: this.clock.now(org), counts: {}, error });
  }

  /** Answers why it was refused. */
  private async run(id: string, actor: Actor, report: (tally: WriteTally) => Promise<void>, begin?: (tx: OrgTransaction) => Promise<void>): Promise<string | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.database.transaction(actor.org, (tx) => this.perform(tx, { id, actor, isRepeated: attempt > 1 }, report, begin), { statementTimeout: STATEMENT_TIMEOUT });
        return undefined;
      } catch (error) {
        if (error instanceof Refused) return error.message;
        if (!(error instanceof StaleModel) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  private async perform(
    tx: OrgTransaction,
    { id, actor, isRepeated }: { readonly id: string; readonly actor: Actor; readonly isRepeated: boolean },
    report: (tally: WriteTally) => Promise<void>,
    begin?: (tx: OrgTransaction) => Promise<void>,
  ): Promise<void> {
    const { org } = actor;
    const [lock] = await tx.run<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended(${`${org.schema} operation ${id}`}, 0)) as held`);
    if (!lock?.held) return;
    await begin?.(tx);
    const store = new OperationStore(tx, org.schema);
    const operation = await store.find(id);
    // Another worker was quicker.
    if (operation?.status !== 'running') return;
    const tally = new WriteTally();
    const { model, revision } = await (isRepeated ? this.models.refresh(org) : this.models.current(org));
    const at = this.clock.now(org);
    const place: WritePlace = { session: tx, actor, model, revision, at: at.toISOString(), operationId: id, cipher: this.cipher, tally };
    const [, performer] = [...this.performers].find(([request]) => request in (operation.request as object)) ?? [];
    if (!performer) throw new Error(`Nobody performs ${JSON.stringify(operation.request)}.`);
    const done = await performer(operation, place, () => report(tally));
    if (!done.ok) throw new Refused(done.error);
    if (!(await store.complete(id, { at: this.clock.now(org), counts: tally.counts }))) throw new Refused(say(operationTexts.stopped, actor.locale));
    if (tally.total > 0) tx.afterCommit(() => this.writer.announce(org));
  }
}
