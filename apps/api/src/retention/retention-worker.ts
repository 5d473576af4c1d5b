import { Injectable, Logger } from '@nestjs/common';
import { compileHoldOverdue, compileOverdue } from '@guanxi/query';
import { v7 as makeId } from 'uuid';
import { Actors, SYSTEM_USER_ID } from '../access/actors.js';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { Models } from '../metadata/models.js';
import { Operations } from '../operations/operations.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { KeptFiles } from '../privacy/kept-files.js';
import { RecordWriter } from '../records/record-writer.js';
import { StaleModel } from '../records/write-place.js';
import { findKeptBack } from './find-kept-back.js';
import { nextRun, today } from './next-run.js';
import { deeds, type OrgCopy } from './perform-deed.js';
import { RetentionStore, type KeptRecord, type RetentionRun, type StopReason } from './retention-store.js';
import { inOrg, isSame, objectOf, ruleById, termsOf } from './retention-terms.js';

const MOST_FAILURES = 3;
const MOST_ATTEMPTS = 5;
const STATEMENT_TIMEOUT = 10 * 60_000;

/**
 * Does what rules say with records whose time is over, batch by batch. Up to which record a run has come is kept with it and moves on in
 * the transaction that does the batch: whenever a worker dies the next one goes on there, and nothing is done twice.
 */
@Injectable()
export class RetentionWorker {
  private readonly logger = new Logger('Retention');

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly orgs: Orgs,
    private readonly actors: Actors,
    private readonly operations: Operations,
    private readonly writer: RecordWriter,
    private readonly cipher: ValueCipher,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly files: KeptFiles,
  ) {}

  /** Begins what is due and brings to an end what is open. */
  async work(org: Org): Promise<void> {
    while (await this.begin(org));
    for (const id of await this.store(org).open()) await this.finish(org, id);
  }

  /** The next batch of a run; false where there is none, or another worker is at it. */
  async step(org: Org, id: string): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (attempt > 1) await this.models.refresh(org);
        return await this.batch(org, id);
      } catch (error) {
        if (!(error instanceof StaleModel) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  /** A time that was missed is made up for once. */
  private async begin(org: Org): Promise<boolean> {
    const now = this.clock.now(org);
    const { model, revision } = await this.models.current(org);
    return this.database.transaction(org, async (tx) => {
      const store = new RetentionStore(tx, org.schema);
      const due = await store.takeDue(now);
      if (!due) return false;
      const rule = ruleById(model, due.ruleId);
      // A rule that says something else by now waits until somebody has looked at it.
      if (rule && isSame(termsOf(rule), due.terms)) await store.begin({ id: makeId(), rule, terms: due.terms, revision, day: today(org, now), at: now });
      await store.moveOn(due.ruleId, nextRun(org, now));
      return true;
    });
  }

  private async finish(org: Org, id: string): Promise<void> {
    try {
      while (await this.step(org, id));
    } catch (error) {
      const failures = await this.store(org).countFailure(id);
      this.logger.error(`The run ${id} of a retention rule of org ${org.id} failed, time ${failures}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (failures >= MOST_FAILURES) await this.database.transaction(org, (tx) => this.end(tx, id, 'failed'));
    }
  }

  private async batch(org: Org, id: string): Promise<boolean> {
    const { model, revision } = await this.models.current(org);
    const actor = await this.actors.forSystem(org);
    const isErasure = (await this.store(org).find(id))?.terms.do === 'erase';
    const copies = isErasure ? await this.copiesOf(org) : [];
    const files = isErasure ? await this.files.of(org) : undefined;
    const isLeft = await this.database.transaction(org, async (tx) => {
      const store = new RetentionStore(tx, org.schema);
      const run = await store.hold(id);
      if (!run) return false;
      const state = (await store.switched()).find(({ ruleId }) => ruleId === run.ruleId);
      const rule = ruleById(model, run.ruleId);
      if (!state?.active) return this.end(tx, id, 'off');
      if (!rule || !isSame(termsOf(rule), run.terms)) return this.end(tx, id, 'changed');
      const { atOnce, perform } = deeds[run.terms.do];
      const now = this.clock.now(org);
      const ground = { model, schema: org.schema };
      const found = await ids(tx, inOrg(compileOverdue(run.terms, ground, { after: run.lastId, limit: atOnce }), org, now));
      const lastId = found.at(-1);
      if (lastId === undefined) return this.end(tx, id, null);
      const overdue = await ids(tx, inOrg(compileHoldOverdue(run.terms, ground, found), org, now));
      const object = objectOf(model, run.terms);
      const kept = await findKeptBack({ session: tx, schema: org.schema, model, object }, run.terms.do, overdue);
      const going = overdue.filter((one) => !kept.has(one));
      const operationId = await this.operationOf(tx, run, going.length > 0, now);
      const place = { session: tx, actor, model, revision, at: now.toISOString(), operationId: operationId ?? makeId(), cipher: this.cipher, object, runId: id, copies };
      const outcome = await perform(place, going);
      const left: KeptRecord[] = [...[...kept].map(([record, reason]) => ({ id: record, reason })), ...outcome.refused.map((record) => ({ id: record, reason: 'refused' as const }))];
      await store.advance(run, { lastId, done: outcome.done, kept: left, operationId });
      if (outcome.done > 0) tx.afterCommit(() => this.writer.announce(org));
      return true;
    }, { statementTimeout: STATEMENT_TIMEOUT });
    if (files) await this.files.remove(files);
    return isLeft;
  }

  /** Everything that a run deletes is one operation, which can be looked at and, where it went to the bin, taken back. */
  private async operationOf(tx: OrgTransaction, { operationId, terms }: RetentionRun, isNeeded: boolean, at: Date): Promise<string | null> {
    if (operationId !== null || !isNeeded || terms.do === 'erase') return operationId;
    const actor = await this.actors.forSystem(tx.org);
    const id = makeId();
    const what = terms.do === 'delete' ? ({ kind: 'bulk', title: { object: terms.object, action: 'delete' } } as const) : ({ kind: 'purge', title: { object: terms.object } } as const);
    await this.operations.begin(tx, { id, ...what, actor, at });
    return id;
  }

  private async end(tx: OrgTransaction, id: string, stopped: StopReason | null): Promise<false> {
    const { org } = tx;
    const at = this.clock.now(org);
    const store = new RetentionStore(tx, org.schema);
    await store.finish(id, at, stopped);
    const run = await store.find(id);
    if (!run) return false;
    if (run.operationId !== null) await this.operations.finish(tx, org, run.operationId, { status: 'done', at });
    const kept = Object.values(run.kept).reduce((sum, count) => sum + count, 0);
    const detail = { rule: run.title, object: run.terms.object, do: run.terms.do, revision: run.revision, count: run.done, kept, run: id, ...(stopped !== null && { stopped }) };
    await this.trail.note({ orgId: org.id, actorId: SYSTEM_USER_ID, kind: 'retentionRun', subject: { kind: 'setting', id: run.ruleId, name: run.title }, detail }, tx);
    return false;
  }

  /** Sandboxes, in which people are erased as well. */
  private async copiesOf(org: Org): Promise<readonly OrgCopy[]> {
    const copies = (await this.orgs.all()).filter(({ sandboxOf }) => sandboxOf === org.id);
    return Promise.all(copies.map(async (copy) => ({ org: copy, model: (await this.models.current(copy)).model, now: this.clock.now(copy) })));
  }

  private store(org: Org): RetentionStore {
    return new RetentionStore(this.database.session(org), org.schema);
  }
}

async function ids(tx: OrgTransaction, statement: Parameters<OrgTransaction['run']>[0]): Promise<readonly string[]> {
  return (await tx.run<{ id: string }>(statement)).map(({ id }) => id);
}
