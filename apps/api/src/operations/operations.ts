import { say } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import { isRecordId } from '@guanxi/query';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Queues } from '../queue/queues.js';
import { isUndoable, type NewOperation, type OperationCounts, type OperationEnd, type OperationKind, type OperationRecord } from './operation-record.js';
import { OperationRunner } from './operation-runner.js';
import { OperationStore } from './operation-store.js';
import { operationTexts } from './operation-wording.js';
import { changedBy } from './tell-operation.js';

/** An operation on at most so many records is taken back while its caller waits. */
const MOST_AT_ONCE = 1_000;
const notUndoable = { running: operationTexts.stillRunning, failed: operationTexts.failed, cancelled: operationTexts.cancelled } as const;

/**
 * What changed many records at once, as one thing that can be named, looked at and taken back: bulk changes, imports, runs,
 * merges, conversions, and undoing any of these. The history of each record says which operation it belongs to.
 */
@Injectable()
export class Operations {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly queues: Queues,
    private readonly runner: OperationRunner,
  ) {}

  /** From now on the operation is seen as running. One whose worker was killed begins again under the same id. */
  begin(session: SqlSession, operation: NewOperation): Promise<void> {
    return this.store(session, operation.actor.org).begin(operation);
  }

  /** Tells how far an operation is. */
  async progress(session: SqlSession, org: Pick<Org, 'schema'>, id: string, counts: OperationCounts): Promise<void> {
    await this.store(session, org).progress(id, counts);
  }

  /** Without counts they are taken from the history that was written under its id. */
  finish(session: SqlSession, org: Pick<Org, 'schema'>, id: string, end: OperationEnd): Promise<void> {
    return this.store(session, org).finish(id, end);
  }

  /** An operation that is over already; of one that is known the counts are added up anew. */
  note(session: SqlSession, operation: NewOperation, counts: OperationCounts): Promise<void> {
    return this.store(session, operation.actor.org).note(operation, counts);
  }

  /** A person's own operations, newest first; admins see everybody's. `after` is the id of the last one seen. */
  list(actor: Actor, { kinds, first, after }: { readonly kinds?: readonly OperationKind[]; readonly first: number; readonly after?: string }): Promise<readonly OperationRecord[]> {
    if (after !== undefined && !isRecordId(after)) return Promise.resolve([]);
    return this.ownStore(actor).list({ ...(!actor.access.admin && { actorId: actor.userId }), ...(kinds && { kinds }), first, ...(after !== undefined && { after }) });
  }

  /** Undefined for what this person may not know of. */
  async find(actor: Actor, id: string): Promise<OperationRecord | undefined> {
    if (!isRecordId(id)) return undefined;
    const operation = await this.ownStore(actor).find(id);
    return operation && (actor.access.admin || operation.actorId === actor.userId) ? operation : undefined;
  }

  /**
   * Takes an operation back, as an operation of its own. A small one is undone when this answers, of a large one the answer is
   * still running. Throws `ApiFailure` where it cannot be, with the reason.
   */
  async undo(actor: Actor, id: string): Promise<OperationRecord> {
    const store = this.ownStore(actor);
    const undone = await this.findUndoable(actor, id, store);
    const begun: NewOperation = { id: makeId(), kind: 'undo', title: {}, actor, at: this.clock.now(actor.org), undoes: id, request: { undo: id } };
    if (changedBy(undone.counts) <= MOST_AT_ONCE) {
      const refused = await this.runner.runNow(begun, (tx) => this.begin(tx, begun));
      if (refused !== undefined) throw new ApiFailure('CONFLICT', refused);
    } else {
      await store.begin(begun);
      this.queues.wake('operations', actor.org);
    }
    const started = await store.find(begun.id);
    if (!started) throw new Error(`Operation ${begun.id} is gone right after it was written.`);
    return started;
  }

  /** Lets a worker do what the request says. */
  async start(operation: NewOperation & { readonly request: object }): Promise<void> {
    await this.begin(this.database.session(operation.actor.org), operation);
    this.queues.wake('operations', operation.actor.org);
  }

  /** Stops what a worker has not finished, whoever began it; nothing of it stays. False where there is nothing to stop. */
  async stop(actor: Actor, id: string): Promise<boolean> {
    return isRecordId(id) && this.ownStore(actor).stop(id, { at: this.clock.now(actor.org), error: say(operationTexts.stopped, actor.locale) });
  }

  private async findUndoable(actor: Actor, id: string, store: OperationStore): Promise<OperationRecord> {
    const operation = await this.find(actor, id);
    if (!operation) throw new ApiFailure('NOT_FOUND', operationTexts.unknown);
    if (operation.undoneBy !== null || (await store.isBeingUndone(id))) throw new ApiFailure('CONFLICT', operationTexts.undoneAlready);
    if (operation.status !== 'done') throw new ApiFailure('CONFLICT', notUndoable[operation.status]);
    if (!isUndoable(operation, this.clock.now(actor.org))) throw new ApiFailure('CONFLICT', operationTexts.tooLate);
    return operation;
  }

  private ownStore({ org }: Actor): OperationStore {
    return this.store(this.database.session(org), org);
  }

  private store(session: SqlSession, { schema }: Pick<Org, 'schema'>): OperationStore {
    return new OperationStore(session, schema);
  }
}
