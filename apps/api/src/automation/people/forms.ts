import { Injectable } from '@nestjs/common';
import { translate, type WorkflowInput } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { readInputs } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import type { Person } from '../../activity/read-people.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { Queues } from '../../queue/queues.js';
import { wakeRuns } from '../wake-run.js';
import { standsInFor } from './absences-of.js';
import type { FormRow } from './form-rows.js';
import { peopleRefusals } from './people-wording.js';
import { readPersons, readRecordNames } from './read-approvals.js';

export interface FormToFill {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly object: string | null;
  readonly recordId: string;
  /** Null where this person may not read the record. */
  readonly recordName: string | null;
  readonly inputs: readonly WorkflowInput[];
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  /** Whose answers they are, where this person stands in. */
  readonly inPlaceOf: Person | null;
}

/** Forms that workflows wait for. Everybody finds their own, and those of whom they stand in for. */
@Injectable()
export class Forms {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /** What is due first comes first. */
  async list(actor: Actor): Promise<readonly FormToFill[]> {
    return this.database.transaction(actor.org, async (tx) => this.present(tx, actor, await this.mine(tx, actor, sql`true`)));
  }

  async count(actor: Actor): Promise<number> {
    return this.database.transaction(actor.org, async (tx) => (await this.mine(tx, actor, sql`true`)).length);
  }

  /** All problems of the answers at once, by JSON pointers into them. */
  async fill(actor: Actor, id: string, answers: unknown): Promise<void> {
    const now = this.clock.now(actor.org);
    await this.database.transaction(actor.org, async (tx) => {
      const { schema } = tx.org;
      const [form] = isId(id) ? await this.mine(tx, actor, sql`form.id = ${id}::uuid`, ['open', 'answered', 'expired']) : [];
      if (!form) throw new ApiFailure('NOT_FOUND', peopleRefusals.noForm);
      // The run before the form, as the engine does.
      await tx.run(sql`select id from ${orgTable(schema, 'run')} where id = ${form.run_id}::uuid for update`);
      const [held] = await tx.run<Pick<FormRow, 'status'>>(sql`select status from ${orgTable(schema, 'formTask')} where id = ${id}::uuid for update`);
      if (held?.status !== 'open') throw new ApiFailure('CONFLICT', { ...peopleRefusals.formClosed, words: { title: translate(form.title, form.titles, actor.locale) } });
      const read = readInputs(form.inputs, answers, { pointers: false });
      if (!read.ok) throw validationFailure(read.problems, actor.locale);
      await tx.run(sql`
        update ${orgTable(schema, 'formTask')} set status = 'answered', answers = ${JSON.stringify(read.value)}::jsonb, answered_by = ${actor.userId}::uuid, closed_at = ${now}::timestamptz where id = ${id}::uuid`);
      await wakeRuns(tx, [{ runId: form.run_id, answer: { form: id } }], now);
      tx.afterCommit(() => this.queues.wake('automation', actor.org));
    });
  }

  private async mine(tx: OrgTransaction, { userId, org }: Actor, condition: RawBuilder<unknown>, states: readonly FormRow['status'][] = ['open']): Promise<readonly FormRow[]> {
    const people = [userId, ...(await standsInFor(tx, userId, this.clock.now(org)))];
    return tx.run<FormRow>(sql`
      select form.* from ${orgTable(tx.org.schema, 'formTask')} as form
      where form.user_id = any(${people}::uuid[]) and form.status = any(${states}::text[]) and ${condition} order by form.due_at nulls last, form.asked_at, form.id limit 200`);
  }

  private async present(tx: OrgTransaction, actor: Actor, rows: readonly FormRow[]): Promise<readonly FormToFill[]> {
    const { model } = await this.models.current(actor.org);
    const names = await readRecordNames(tx, actor, model, rows);
    const people = await readPersons(tx, rows.map(({ user_id: id }) => id));
    return rows.map((row) => ({
      id: row.id, title: translate(row.title, row.titles, actor.locale), text: row.text, object: model.objectById.get(row.object)?.name ?? null, recordId: row.record_id, recordName: names.get(row.record_id) ?? null,
      inputs: row.inputs, askedAt: row.asked_at, dueAt: row.due_at, inPlaceOf: row.user_id === actor.userId ? null : (people.get(row.user_id) ?? null),
    }));
  }
}
