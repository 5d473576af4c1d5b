import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ExportFiles } from '../exchange/exports/export-files.js';
import { Uploads } from '../exchange/imports/uploads.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { erasePerson, type Erased, type ErasureOrder } from './erase-person.js';
import type { TraceCounts } from './erase-traces.js';

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
    private readonly exportFiles: ExportFiles,
    private readonly uploads: Uploads,
  ) {}

  /** All of it in one transaction with whatever `finish` writes of it; files that lie on the disk go after it. */
  async erase(org: Org, order: ErasureOrder, finish: (tx: OrgTransaction, outcome: ErasureOutcome) => Promise<void>): Promise<ErasureOutcome> {
    const copies = (await this.orgs.all()).filter(({ sandboxOf }) => sandboxOf === org.id);
    const { model } = await this.models.current(org);
    const files = await this.keptFiles(org);
    const outcome = await this.database.transaction(org, async (tx) => {
      let sandboxes = 0;
      for (const copy of copies) {
        const { model: other } = await this.models.current(copy);
        const object = other.objectById.get(order.object.id);
        if (object && (await erasePerson(asOf(tx, copy), other, { ...order, object }, this.clock.now(copy)))) sandboxes += 1;
      }
      const erased = await erasePerson(tx, model, order, this.clock.now(org));
      const done: ErasureOutcome = { records: erased?.records ?? [], traces: erased?.traces ?? noTraces, sandboxes };
      await this.trail.note({ orgId: org.id, actorId: order.actorId, kind: 'erased', subject: { kind: 'record', id: order.recordId }, detail: { object: order.object.name, request: order.requestId } }, tx);
      await finish(tx, done);
      return done;
    }, { statementTimeout: 10 * 60_000 });
    await Promise.all([...files.exports.map((id) => this.exportFiles.remove(id)), ...files.uploads.map((id) => this.uploads.remove(id)), ...files.imports.map((id) => this.uploads.removeRejected(id))]);
    return outcome;
  }

  /** What lies on the disk of ended imports and exports: nobody can say of whom it tells. */
  private async keptFiles(org: Org): Promise<{ exports: string[]; uploads: string[]; imports: string[] }> {
    const { schema } = org;
    const rows = await this.database.session(org).run<{ kind: string; id: string; upload: string | null }>(sql`
      select 'export' as kind, id, null::uuid as upload from ${orgTable(schema, 'export')} where status not in ('queued', 'running')
      union all select 'import', id, upload_id from ${orgTable(schema, 'import')} where status not in ('queued', 'reading', 'checking', 'writing', 'ready')`);
    return {
      exports: rows.filter(({ kind }) => kind === 'export').map(({ id }) => id),
      uploads: rows.flatMap(({ upload }) => upload ?? []),
      imports: rows.filter(({ kind }) => kind === 'import').map(({ id }) => id),
    };
  }
}

/** The same transaction, at work on another org. */
function asOf(tx: OrgTransaction, org: Org): OrgTransaction {
  return { org, run: tx.run.bind(tx), texts: tx.texts.bind(tx), afterCommit: tx.afterCommit.bind(tx) };
}

const noTraces: TraceCounts = { comments: 0, files: 0, mails: 0, notifications: 0, runs: 0, calls: 0, forms: 0, approvals: 0, deliveries: 0, due: 0, sharing: 0, imports: 0, exports: 0, operations: 0 };
