import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { until } from './webhook-store.js';
import type { Attempt, Message } from './webhook.js';

/** `note`: nothing was sent; something happened to the webhook. */
export type DeliveryStatus = 'delivered' | 'retrying' | 'failed' | 'note';

/** The note that a webhook goes on from the present end of the feed, because its cursor was from before a restore. */
export const RESUMED = { type: 'resumed', body: JSON.stringify({ type: 'resumed', data: { because: 'restored', from: 'now' } }) } as const;

export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly messageId: string;
  readonly type: string;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly body: string;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  readonly error: string | null;
  readonly milliseconds: number;
  readonly at: Date;
}

/** What a worker writes on its webhook together with the note of an attempt. */
export interface Progress {
  readonly holder: string;
  readonly holdMilliseconds: number;
  /** Behind the message, once it is delivered. */
  readonly cursor?: string;
  /** Undefined after a success. */
  readonly failure?: { readonly attempts: number; readonly nextAttemptAt: Date | null; readonly pausedBecause: string | null };
}

const KEPT_DAYS = 30;
const COLUMNS = sql`id, webhook_id as "webhookId", message_id as "messageId", type, object, record_id as "recordId", status, attempts, body,
  response_status as "responseStatus", response_body as "responseBody", error, milliseconds, at`;

/** What was sent to whom, and what came of it. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  /** Notes an attempt outside of the line: a test, or something sent again. */
  async note(org: Org, webhookId: string, message: Message, attempt: Attempt): Promise<Delivery> {
    const [row] = await this.database.session(org).run<Delivery>(sql`${this.written(org, webhookId, message, attempt, attempt.ok ? 'delivered' : 'failed')} returning ${COLUMNS}`);
    if (!row) throw new Error('A delivery was not written.');
    return row;
  }

  /** Notes that the webhook goes on from now and that what was before is not told. */
  async noteResumed(org: Org, webhookId: string): Promise<void> {
    await this.database.session(org).run(sql`insert into ${orgTable(org.schema, 'delivery')} (id, webhook_id, message_id, type, status, attempts, body, milliseconds, at)
      values (${uuidv7()}::uuid, ${webhookId}::uuid, ${`note_${uuidv7()}`}, ${RESUMED.type}, 'note', 0, ${RESUMED.body}, 0, ${this.clock.now(org)}::timestamptz)`);
  }

  /**
   * Notes an attempt and how far the webhook is, at one stroke. False when the worker no longer holds the webhook: what it
   * sent will be sent again under the same id.
   */
  async noteInLine(org: Org, webhookId: string, message: Message, attempt: Attempt, progress: Progress): Promise<boolean> {
    const now = this.clock.now(org);
    const { failure } = progress;
    const status = attempt.ok ? 'delivered' : failure?.pausedBecause ? 'failed' : 'retrying';
    const state = failure
      ? sql`attempts = ${failure.attempts}, next_attempt_at = ${failure.nextAttemptAt}, paused_because = ${failure.pausedBecause}, failing_since = coalesce(failing_since, ${now}), held_by = null, held_until = null`
      : sql`attempts = 0, next_attempt_at = null, failing_since = null, cursor = ${progress.cursor ?? ''}, held_until = ${until(now, progress.holdMilliseconds)}`;
    const rows = await this.database.session(org).run(sql`with moved as (
        update ${orgTable(org.schema, 'webhook')} set ${state} where id = ${webhookId}::uuid and held_by = ${progress.holder}::uuid returning id
      ), noted as (${this.written(org, webhookId, message, attempt, status)} returning id)
      select id from moved`);
    return rows.length > 0;
  }

  /** Newest first. */
  async list(org: Org, webhookId: string, { first, after, failedOnly }: { readonly first: number; readonly after?: string; readonly failedOnly?: boolean }): Promise<readonly Delivery[]> {
    const table = orgTable(org.schema, 'delivery');
    const behind = after === undefined ? sql`` : sql`and (at, id) < (select at, id from ${table} where id = ${after}::uuid)`;
    const failed = failedOnly ? sql`and status in ('retrying', 'failed')` : sql``;
    return this.database.session(org).run<Delivery>(sql`select ${COLUMNS} from ${table} where webhook_id = ${webhookId}::uuid ${behind} ${failed} order by at desc, id desc limit ${first}`);
  }

  async find(org: Org, id: string): Promise<Delivery | undefined> {
    const [row] = await this.database.session(org).run<Delivery>(sql`select ${COLUMNS} from ${orgTable(org.schema, 'delivery')} where id = ${id}::uuid`);
    return row;
  }

  /** Of each webhook: the last delivery, and how many of the last day came to nothing. */
  async sumUp(org: Org): Promise<ReadonlyMap<string, { readonly lastAt: Date; readonly delivered: number; readonly failed: number }>> {
    const since = until(this.clock.now(org), -86_400_000);
    const rows = await this.database.session(org).run<{ webhookId: string; lastAt: Date; delivered: number; failed: number }>(sql`
      select webhook_id as "webhookId", max(at) as "lastAt", count(*) filter (where status = 'delivered' and at >= ${since})::int as delivered,
        count(*) filter (where status in ('retrying', 'failed') and at >= ${since})::int as failed
      from ${orgTable(org.schema, 'delivery')} group by webhook_id`);
    return new Map(rows.map(({ webhookId, ...sums }) => [webhookId, sums]));
  }

  async forgetOld(org: Org): Promise<void> {
    const before = until(this.clock.now(org), -KEPT_DAYS * 86_400_000);
    await this.database.session(org).run(sql`delete from ${orgTable(org.schema, 'delivery')} where at < ${before}`);
  }

  /** Each attempt writes over the one before. */
  private written(org: Org, webhookId: string, message: Message, attempt: Attempt, status: DeliveryStatus): RawBuilder<unknown> {
    const delivery = orgTable(org.schema, 'delivery');
    return sql`insert into ${delivery} as d (id, webhook_id, message_id, type, object, record_id, status, attempts, body, response_status, response_body, error, milliseconds, at)
      values (${uuidv7()}::uuid, ${webhookId}::uuid, ${message.id}, ${message.type}, ${message.object ?? null}, ${message.recordId ?? null}::uuid, ${status}, 1, ${message.body},
        ${attempt.status ?? null}::integer, ${attempt.response ?? null}, ${attempt.error ?? null}, ${attempt.milliseconds}::integer, ${this.clock.now(org)}::timestamptz)
      on conflict (webhook_id, message_id) do update set status = excluded.status, attempts = d.attempts + 1, body = excluded.body, response_status = excluded.response_status,
        response_body = excluded.response_body, error = excluded.error, milliseconds = excluded.milliseconds, at = excluded.at`;
  }
}
