import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import type { RecordChange, RecordValues, Refused } from './record-values.js';
import { createRecords, moveRecords, NO_WISH, updateRecords, type WriteOutcome, type WritePlace } from './write-records.js';

export interface WriteOptions {
  /** Joins the history of several writes; a new one when absent. */
  readonly operationId?: string;
}

/**
 * Writes records in the caller's transaction: checks access and values, then records, history and events in one statement.
 * All rows are written, or none and every problem is told. After problems the transaction can go on, except for
 * `not-unique` against a value that came in at the same moment: then PostgreSQL has given it up, and so must the caller.
 */
@Injectable()
export class RecordWriter {
  private readonly listeners: ((org: Org) => void)[] = [];

  constructor(
    @Inject(Models) private readonly models: Pick<Models, 'current'>,
    private readonly clock: Clock,
  ) {}

  /** Called after every commit that has changed records, on the process that did it. */
  onWritten(listener: (org: Org) => void): void {
    this.listeners.push(listener);
  }

  announce(org: Org): void {
    for (const listener of this.listeners) listener(org);
  }

  async create(tx: OrgTransaction, actor: Actor, object: string, rows: readonly RecordValues[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    return this.finish(tx, await createRecords(await this.place(tx, actor, options), object, rows, NO_WISH));
  }

  /** A record in which nothing differs is left alone: no new version, no history. */
  async update(tx: OrgTransaction, actor: Actor, object: string, changes: readonly RecordChange[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    return this.finish(tx, await updateRecords(await this.place(tx, actor, options), object, changes, NO_WISH));
  }

  async delete(tx: OrgTransaction, actor: Actor, object: string, ids: readonly string[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    const targets = ids.map((id) => ({ id }));
    return this.finish(tx, await moveRecords('delete', await this.place(tx, actor, options), object, targets, NO_WISH));
  }

  async restore(tx: OrgTransaction, actor: Actor, object: string, ids: readonly string[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    const targets = ids.map((id) => ({ id }));
    return this.finish(tx, await moveRecords('restore', await this.place(tx, actor, options), object, targets, NO_WISH));
  }

  private async place(tx: OrgTransaction, actor: Actor, { operationId = uuidv7() }: WriteOptions): Promise<WritePlace> {
    const { model } = await this.models.current(tx.org);
    return { session: tx, actor, model, at: this.clock.now(tx.org).toISOString(), operationId };
  }

  private finish(tx: OrgTransaction, outcome: WriteOutcome): { ids: string[] } | Refused {
    if ('problems' in outcome) return outcome;
    if (outcome.written > 0) tx.afterCommit(() => this.announce(tx.org));
    return { ids: [...outcome.ids] };
  }
}
