import { Injectable } from '@nestjs/common';
import { isRecordId } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import type { NewOperation, OperationCounts, OperationEnd, OperationKind, OperationRecord } from './operation-record.js';
import { OperationStore } from './operation-store.js';

/**
 * What changed many records at once, as one thing that can be named, looked at and taken back: bulk changes, imports, runs,
 * merges, conversions, and undoing any of these. The history of each record says which operation it belongs to.
 */
@Injectable()
export class Operations {
  constructor(private readonly database: OrgDatabase) {}

  /** From now on the operation is seen as running. One whose worker was killed begins again under the same id. */
  begin(session: SqlSession, operation: NewOperation): Promise<void> {
    return this.store(session, operation.actor.org).begin(operation);
  }

  /** Tells how far an operation is. */
  progress(session: SqlSession, org: Pick<Org, 'schema'>, id: string, counts: OperationCounts): Promise<void> {
    return this.store(session, org).progress(id, counts);
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

  private ownStore({ org }: Actor): OperationStore {
    return this.store(this.database.session(org), org);
  }

  private store(session: SqlSession, { schema }: Pick<Org, 'schema'>): OperationStore {
    return new OperationStore(session, schema);
  }
}
