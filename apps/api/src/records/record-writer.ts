import { Inject, Injectable, Optional } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import type { RecordChange, RecordValues, Refused } from './record-values.js';
import { NO_WISH, StaleModel, type WriteOutcome, type WritePlace } from './write-place.js';
import { createRecords, moveRecords, updateRecords } from './write-records.js';
import type { WriteTally } from './write-tally.js';

export interface WriteOptions {
  /** Joins the history of several writes; a new one when absent. */
  readonly operationId?: string;
  /** Writes although a rule that warns finds similar records. */
  readonly allowDuplicates?: boolean;
  /** Takes records as they are, whatever rules say: what is copied was judged where it came from. */
  readonly unchecked?: boolean;
  /** Counts what is written. */
  readonly tally?: WriteTally;
}

/** How often a statement is made again that others have overtaken by publishing. */
const MOST_ATTEMPTS = 5;

/**
 * Writes records in the caller's transaction: checks access and values, then records, history and events in one statement.
 * All rows are written, or none and every problem is told. After problems the transaction can go on, except for
 * `not-unique` against a value that came in at the same moment: then PostgreSQL has given it up, and so must the caller.
 */
@Injectable()
export class RecordWriter {
  private readonly listeners: ((org: Org) => void)[] = [];

  constructor(
    @Inject(Models) private readonly models: Pick<Models, 'current' | 'refresh'>,
    private readonly clock: Clock,
    @Optional() private readonly cipher?: ValueCipher,
  ) {}

  /** Called after every commit that has changed records, on the process that did it. */
  onWritten(listener: (org: Org) => void): void {
    this.listeners.push(listener);
  }

  announce(org: Org): void {
    for (const listener of this.listeners) listener(org);
  }

  create(tx: OrgTransaction, actor: Actor, object: string, rows: readonly RecordValues[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    return this.write(tx, actor, options, (place) => createRecords(place, object, rows, NO_WISH));
  }

  /** A record in which nothing differs is left alone: no new version, no history. */
  update(tx: OrgTransaction, actor: Actor, object: string, changes: readonly RecordChange[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    return this.write(tx, actor, options, (place) => updateRecords(place, object, changes, NO_WISH));
  }

  delete(tx: OrgTransaction, actor: Actor, object: string, ids: readonly string[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    return this.write(tx, actor, options, (place) => moveRecords('delete', place, object, ids.map((id) => ({ id })), NO_WISH));
  }

  restore(tx: OrgTransaction, actor: Actor, object: string, ids: readonly string[], options: WriteOptions = {}): Promise<{ ids: string[] } | Refused> {
    return this.write(tx, actor, options, (place) => moveRecords('restore', place, object, ids.map((id) => ({ id })), NO_WISH));
  }

  private async write(tx: OrgTransaction, actor: Actor, options: WriteOptions, perform: (place: WritePlace) => Promise<WriteOutcome>): Promise<{ ids: string[] } | Refused> {
    const { operationId = uuidv7(), ...more } = options;
    for (let attempt = 1; ; attempt += 1) {
      const { model, revision } = await (attempt === 1 ? this.models.current(tx.org) : this.models.refresh(tx.org));
      const place = { session: tx, actor, model, revision, at: this.clock.now(tx.org).toISOString(), operationId, ...(this.cipher && { cipher: this.cipher }), ...more };
      try {
        return this.finish(tx, await perform(place));
      } catch (error) {
        if (!(error instanceof StaleModel) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  private finish(tx: OrgTransaction, outcome: WriteOutcome): { ids: string[] } | Refused {
    if ('problems' in outcome) return outcome;
    if (outcome.written > 0) tx.afterCommit(() => this.announce(tx.org));
    return { ids: [...outcome.ids] };
  }
}
