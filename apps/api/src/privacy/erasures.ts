import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Model } from '@guanxi/metadata';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { accountState } from './accounts.js';
import { erasePerson, type Erased, type ErasureOrder } from './erase-person.js';
import { noTraces } from './erase-traces.js';
import { KeptFiles } from './kept-files.js';
import { isAccount } from './personal-fields.js';
import { privacyFaults } from './privacy-wording.js';

export interface ErasureOutcome extends Erased {
  /** Copies of the org in which the same was erased. */
  readonly sandboxes: number;
}

/** Takes everything that tells of a person out of an org, of its history, its files and its copies. */
@Injectable()
export class Erasures {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly orgs: Orgs,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly files: KeptFiles,
  ) {}

  /** All of it in one transaction with whatever `finish` writes of it; files that lie on the disk go after it. */
  async erase(org: Org, order: ErasureOrder, finish: (tx: OrgTransaction, outcome: ErasureOutcome) => Promise<void>): Promise<ErasureOutcome> {
    const copies = (await this.orgs.all()).filter(({ sandboxOf }) => sandboxOf === org.id);
    const { model } = await this.models.current(org);
    const files = await this.files.of(org);
    const outcome = await this.database.transaction(org, async (tx) => {
      if (isAccount(order.object) && (await accountState(tx, org.id, order.recordId)) === 'active') throw new ApiFailure('CONFLICT', privacyFaults.stillActive);
      const erased = await erasePerson(tx, model, order, this.clock.now(org));
      if (erased && erased.held > 0 && erased.records.length === 0) throw new ApiFailure('CONFLICT', privacyFaults.held);
      let sandboxes = 0;
      for (const copy of copies) {
        // A copy that is being made is waited for, and then holds what it brought.
        await tx.run(sql`select pg_advisory_xact_lock(hashtext('guanxi sandbox'), hashtext(${copy.id}))`);
        const { model: other } = await this.models.current(copy);
        const object = other.objectById.get(order.object.id);
        if (object && (await erasePerson(asOf(tx, copy), other, { ...order, object, isRepeated: true }, this.clock.now(copy)))) sandboxes += 1;
      }
      const done: ErasureOutcome = { records: erased?.records ?? [], traces: erased?.traces ?? noTraces, ...(erased?.account && { account: erased.account }), held: erased?.held ?? 0, sandboxes };
      await this.trail.note({ orgId: org.id, actorId: order.actorId, kind: 'erased', subject: { kind: isAccount(order.object) ? 'user' : 'record', id: order.recordId }, detail: { object: order.object.name, request: order.requestId } }, tx);
      await finish(tx, done);
      return done;
    }, { statementTimeout: 10 * 60_000 });
    await this.files.remove(files);
    return outcome;
  }

  /** Does the same in the org and its copies, in one transaction. Answers what came of it in the org. */
  async alike<Outcome>(org: Org, change: (tx: OrgTransaction, at: Date, model: Model) => Promise<Outcome>): Promise<Outcome> {
    const copies = (await this.orgs.all()).filter(({ sandboxOf }) => sandboxOf === org.id);
    const { model } = await this.models.current(org);
    return this.database.transaction(org, async (tx) => {
      for (const copy of copies) await change(asOf(tx, copy), this.clock.now(copy), (await this.models.current(copy)).model);
      return change(tx, this.clock.now(org), model);
    });
  }
}

/** The same transaction, at work on another org. */
function asOf(tx: OrgTransaction, org: Org): OrgTransaction {
  return { org, run: tx.run.bind(tx), texts: tx.texts.bind(tx), afterCommit: tx.afterCommit.bind(tx) };
}
