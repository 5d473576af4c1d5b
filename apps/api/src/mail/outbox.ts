import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { v7 as makeId } from 'uuid';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import type { Attempt, Mail, MailStatus } from './mail.js';

const COLUMNS = sql`id, kind, status, to_user as "toUserId", to_name as "toName", to_address as "toAddress", subject, body_text as "text", body_html as "html", language, unsubscribe, purpose,
  template, object, record_id as "recordId", comment_id as "commentId", view_id as "viewId", run_id as "runId", created_by as "createdBy", created_at as "createdAt", message_id as "messageId", attempts, next_attempt_at as "nextAttemptAt",
  sent_at as "sentAt", sent_from as "sentFrom", failure`;
const KEPT_DAYS = 90;
const DAY = 86_400_000;

export interface MailWish {
  readonly statuses?: readonly MailStatus[];
  readonly search?: string;
  readonly recordId?: string;
  readonly first: number;
  /** Id of the last one that is known. */
  readonly after?: string;
}

export interface LoggedAttempt {
  readonly id: string;
  readonly at: Date;
  readonly outcome: string;
  readonly server: string;
  readonly code: number | null;
  readonly response: string | null;
  readonly failure: string | null;
  readonly milliseconds: number;
}

/** Mails of an org on their way: who is at which, and what came of them. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  /** Takes mails that are due for one worker, the oldest first. Their Message-ID is made with the first attempt and stays. */
  async hold(org: Org, { holder, milliseconds, domain, most, only }: { holder: string; milliseconds: number; domain: string; most: number; only?: string }): Promise<readonly Mail[]> {
    const now = this.clock.now(org);
    const due = only === undefined ? isDue(now) : sql`(id = ${only}::uuid and status = 'waiting' and (held_until is null or held_until <= ${now}::timestamptz))`;
    // Picked first and once: as a plain subquery the planner may ask for it again, and each time get others.
    const mails = await this.run<Mail>(org, sql`with picked as materialized (select id as picked_id from ${this.table(org)} where ${due} order by next_attempt_at, id limit ${most} for update skip locked)
      update ${this.table(org)} set held_by = ${holder}::uuid, held_until = ${later(now, milliseconds)}::timestamptz, message_id = coalesce(message_id, '<' || id::text || '@' || ${domain}::text || '>')
      from picked where id = picked_id returning ${COLUMNS}`);
    return [...mails].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** While a server takes its time. */
  async holdLonger(org: Org, holder: string, milliseconds: number): Promise<void> {
    await this.run(org, sql`update ${this.table(org)} set held_until = ${later(this.clock.now(org), milliseconds)}::timestamptz where held_by = ${holder}::uuid`);
  }

  async release(org: Org, holder: string): Promise<void> {
    await this.run(org, sql`update ${this.table(org)} set held_by = null, held_until = null where held_by = ${holder}::uuid`);
  }

  /** The attempt and what it means for the mail, in one. `retryIn`: milliseconds; without it a mail that did not go is parked. */
  async note(org: Org, mail: Mail, attempt: Attempt, { holder, sentFrom, retryIn }: { holder: string; sentFrom: string; retryIn?: number }): Promise<void> {
    const now = this.clock.now(org);
    const outcome = attempt.outcome === 'sent' ? 'sent' : retryIn === undefined ? 'parked' : 'retrying';
    const status: MailStatus = outcome === 'retrying' ? 'waiting' : outcome;
    const next = outcome === 'retrying' ? later(now, retryIn ?? 0) : null;
    await this.run(org, sql`with moved as (
        update ${this.table(org)} set status = ${status}, attempts = attempts + 1, next_attempt_at = ${next}::timestamptz, failure = ${attempt.failure ?? null}::text,
          sent_at = ${outcome === 'sent' ? now : null}::timestamptz, sent_from = ${sentFrom}::text, held_by = null, held_until = null
        where id = ${mail.id}::uuid and held_by = ${holder}::uuid returning id)
      insert into ${orgTable(org.schema, 'mailAttempt')} (id, mail_id, at, outcome, server, code, response, failure, milliseconds)
      values (${makeId()}::uuid, ${mail.id}::uuid, ${now}::timestamptz, ${outcome}, ${attempt.server}, ${attempt.code ?? null}::integer, ${attempt.response ?? null}::text, ${attempt.failure ?? null}::text, ${attempt.milliseconds}::integer)`);
  }

  /** There is no server: what waits is kept, and not sent when one comes, since by then it may be old news. */
  async keepUnsent(org: Org, id?: string): Promise<void> {
    const which = id === undefined ? isDue(this.clock.now(org)) : sql`(id = ${id}::uuid and status = 'waiting')`;
    await this.run(org, sql`update ${this.table(org)} set status = 'unsent', next_attempt_at = null where ${which}`);
  }

  /** Attempts within the last minute. */
  async countRecent(org: Org): Promise<number> {
    const [row] = await this.run<{ count: number }>(org, sql`select count(*)::int as count from ${orgTable(org.schema, 'mailAttempt')} where at > ${later(this.clock.now(org), -60_000)}::timestamptz`);
    return row?.count ?? 0;
  }

  /** What is not sent goes into the line again, at once; of those ids, or all. Answers how many. */
  async retry(org: Org, which: readonly string[] | 'all'): Promise<number> {
    const now = this.clock.now(org);
    const chosen = which === 'all' ? sql`status in ('parked', 'unsent')` : sql`id = any(${which}::uuid[]) and (status in ('parked', 'unsent') or (status = 'waiting' and held_until is null))`;
    const rows = await this.run(org, sql`update ${this.table(org)} set status = 'waiting', attempts = 0, next_attempt_at = ${now}::timestamptz where ${chosen} returning id`);
    return rows.length;
  }

  async find(org: Org, id: string): Promise<Mail | undefined> {
    const [mail] = await this.run<Mail>(org, sql`select ${COLUMNS} from ${this.table(org)} where id = ${id}::uuid`);
    return mail;
  }

  /** Of a mail that was written just now, in its transaction. */
  async idOf(tx: OrgTransaction, key: string): Promise<string> {
    const [row] = await tx.run<{ id: string }>(sql`select id from ${this.table(tx.org)} where key = ${key}`);
    if (!row) throw new Error(`There is no mail under the key ${key}.`);
    return row.id;
  }

  /** Newest first. */
  list(org: Org, { statuses, search, recordId, first, after }: MailWish): Promise<readonly Mail[]> {
    const like = `%${(search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
    const conditions = [
      sql`true`,
      ...(statuses && statuses.length > 0 ? [sql`status = any(${[...statuses]}::text[])`] : []),
      ...(search ? [sql`(to_address ilike ${like} or to_name ilike ${like} or subject ilike ${like})`] : []),
      ...(recordId === undefined ? [] : [sql`record_id = ${recordId}::uuid`]),
      ...(after === undefined ? [] : [sql`(created_at, id) < (select created_at, id from ${this.table(org)} where id = ${after}::uuid)`]),
    ];
    return this.run<Mail>(org, sql`select ${COLUMNS} from ${this.table(org)} where ${sql.join(conditions, sql` and `)} order by created_at desc, id desc limit ${first}`);
  }

  async countByStatus(org: Org): Promise<Readonly<Record<MailStatus, number>>> {
    const rows = await this.run<{ status: MailStatus; count: number }>(org, sql`select status, count(*)::int as count from ${this.table(org)} group by status`);
    return { waiting: 0, sent: 0, parked: 0, unsent: 0, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
  }

  /** Newest first. */
  attemptsOf(org: Org, mailId: string): Promise<readonly LoggedAttempt[]> {
    return this.run<LoggedAttempt>(org, sql`select id, at, outcome, server, code, response, failure, milliseconds from ${orgTable(org.schema, 'mailAttempt')} where mail_id = ${mailId}::uuid order by at desc, id desc limit 50`);
  }

  /** What waits stays, however old it is. */
  async forgetOld(org: Org): Promise<void> {
    await this.run(org, sql`delete from ${this.table(org)} where created_at < ${later(this.clock.now(org), -KEPT_DAYS * DAY)}::timestamptz and status <> 'waiting'`);
  }

  private run<Row extends object>(org: Org, statement: RawBuilder<unknown>): Promise<Row[]> {
    return this.database.session(org).run<Row>(statement);
  }

  private table({ schema }: Org): RawBuilder<unknown> {
    return orgTable(schema, 'mail');
  }
}

/** Whether mails of the org are due that nobody is at, as a question for a larger statement. */
export function isMailWaiting(org: Org, now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${orgTable(org.schema, 'mail')} where ${isDue(now)})`;
}

function isDue(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(status = 'waiting' and next_attempt_at <= ${now}::timestamptz and (held_until is null or held_until <= ${now}::timestamptz))`;
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
