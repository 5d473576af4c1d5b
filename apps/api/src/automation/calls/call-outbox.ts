import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';
import type { Attempt } from '../../webhooks/webhook.js';
import { originsOfRuns } from '../../tracing/origins.js';
import { wakeRuns } from '../wake-run.js';

export interface CallOut {
  readonly id: string;
  readonly workflowId: string;
  readonly runId: string;
  readonly position: number;
  readonly messageId: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Their values are kept apart. */
  readonly secretHeaders: readonly string[];
  readonly body: string;
  readonly waits: boolean;
  readonly attempts: number;
}

/** A call as an admin looks at it. */
export interface LoggedCallOut extends CallOut {
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly responseStatus: number | null;
  readonly response: string | null;
  readonly error: string | null;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = sql`id, workflow_id as "workflowId", run_id as "runId", position, message_id as "messageId", url, headers, secret_headers as "secretHeaders", body, waits, attempts`;

/** Calls of steps on their way: who is at which, and what came of them. */
@Injectable()
export class CallOutbox {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  /** Takes calls that are due for one worker, the oldest first. */
  hold(org: Org, { holder, milliseconds, most }: { readonly holder: string; readonly milliseconds: number; readonly most: number }): Promise<readonly CallOut[]> {
    const now = this.clock.now(org);
    // Picked first and once: as a plain subquery the planner may ask for it again, and each time get others.
    return this.run<CallOut>(org, sql`with picked as materialized (select id as picked_id from ${this.table(org)} where ${isDue(now)} order by next_attempt_at, id limit ${most} for update skip locked)
      update ${this.table(org)} set held_by = ${holder}::uuid, held_until = ${later(now, milliseconds)}::timestamptz from picked where id = picked_id returning ${COLUMNS}`);
  }

  /** What set its run off, as `traceparent` headers. */
  originsOf(org: Org, { runId }: Pick<CallOut, 'runId'>): Promise<readonly string[]> {
    return originsOfRuns(this.database.session(org), org.schema, [runId]);
  }

  async isDue(org: Org): Promise<boolean> {
    const [row] = await this.run<{ due: boolean }>(org, sql`select ${isCallDue(org, this.clock.now(org))} as due`);
    return row?.due === true;
  }

  /**
   * Notes an attempt; `retryIn` are milliseconds, without it the call has come to its end and the run that waits goes on, in one
   * transaction. A worker that was too slow and lost its hold notes nothing.
   */
  async note(org: Org, call: CallOut, attempt: Attempt, { holder, retryIn }: { readonly holder: string; readonly retryIn?: number }): Promise<{ readonly woke: boolean }> {
    const now = this.clock.now(org);
    const status = attempt.ok ? 'sent' : retryIn === undefined ? 'failed' : 'waiting';
    const next = status === 'waiting' ? later(now, retryIn ?? 0) : null;
    return this.database.transaction(org, async (tx) => {
      const noted = await tx.run(sql`update ${this.table(org)} set status = ${status}, attempts = attempts + 1, next_attempt_at = ${next}::timestamptz, held_by = null, held_until = null,
          response_status = ${attempt.status ?? null}::int, response = ${attempt.response ?? null}::text, error = ${attempt.ok ? null : describeFailure(attempt)}::text, finished_at = ${status === 'waiting' ? null : now}::timestamptz
        where id = ${call.id}::uuid and held_by = ${holder}::uuid returning id`);
      if (noted.length === 0 || status === 'waiting' || !call.waits) return { woke: false };
      const told = await wakeRuns(tx, [{ runId: call.runId, step: call.position, answer: null }], now);
      return { woke: told.size > 0 };
    });
  }

  /** Newest first. */
  list(org: Org, workflowId: string, first: number): Promise<readonly LoggedCallOut[]> {
    return this.run<LoggedCallOut>(org, sql`select ${COLUMNS}, status, response_status as "responseStatus", left(response, 2000) as response, error, next_attempt_at as "nextAttemptAt", created_at as "createdAt", finished_at as "finishedAt"
      from ${this.table(org)} where workflow_id = ${workflowId} order by created_at desc, id desc limit ${first}`);
  }

  private run<Row extends object>(org: Org, statement: RawBuilder<unknown>): Promise<Row[]> {
    return this.database.session(org).run<Row>(statement);
  }

  private table({ schema }: Org): RawBuilder<unknown> {
    return orgTable(schema, 'callOut');
  }
}

/** Whether calls of the org are due that nobody is at, as a question for a larger statement. */
export function isCallDue(org: Org, now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${orgTable(org.schema, 'callOut')} where ${isDue(now)})`;
}

function isDue(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(status = 'waiting' and next_attempt_at <= ${now}::timestamptz and (held_until is null or held_until <= ${now}::timestamptz))`;
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

function describeFailure({ error, status }: Attempt): string {
  return error ?? `The call was answered with ${status ?? 'nothing'}.`;
}
