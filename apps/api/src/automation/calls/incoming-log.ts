import { Injectable } from '@nestjs/common';
import type { Problem } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

export interface CallIn {
  readonly id: string;
  readonly messageId: string;
  readonly at: Date;
  readonly outcome: 'begun' | 'passed' | 'refused';
  readonly problems: readonly Problem[] | null;
  readonly recordId: string | null;
  readonly runId: string | null;
  /** The record was made of the call. */
  readonly made: boolean;
  readonly body: string;
}

export interface IncomingMessage {
  readonly id: string;
  readonly workflowId: string;
  readonly body: string;
}

const KEPT_DAYS = 30;
const MOST_BODY = 10_000;
const FORGOTTEN_AT_ONCE = 100;

/** Signed calls that came in, and what came of them. */
@Injectable()
export class IncomingLog {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  /** Takes a message for this transaction; false where it was taken before. Whoever sends it at the same moment waits. */
  async claim(tx: OrgTransaction, { id, workflowId, body }: IncomingMessage): Promise<boolean> {
    const table = orgTable(tx.org.schema, 'callIn');
    await tx.run(sql`delete from ${table} where id in (select id from ${table} where workflow_id = ${workflowId} and at < ${keptFrom(this.clock.now(tx.org))}::timestamptz order by at limit ${FORGOTTEN_AT_ONCE} for update skip locked)`);
    const claimed = await tx.run(sql`insert into ${table} (id, workflow_id, message_id, at, outcome, body)
      values (${makeId()}::uuid, ${workflowId}, ${id}, ${this.clock.now(tx.org)}::timestamptz, 'begun', ${body.slice(0, MOST_BODY)}) on conflict (workflow_id, message_id) where outcome <> 'refused' do nothing returning id`);
    return claimed.length > 0;
  }

  async note(tx: OrgTransaction, { id, workflowId }: IncomingMessage, { outcome, recordId, runId, made }: Pick<CallIn, 'outcome' | 'recordId' | 'runId' | 'made'>): Promise<void> {
    await tx.run(sql`update ${orgTable(tx.org.schema, 'callIn')} set outcome = ${outcome}, record_id = ${recordId}::uuid, run_id = ${runId}::uuid, made = ${made}
      where workflow_id = ${workflowId} and message_id = ${id} and outcome <> 'refused'`);
  }

  /** In a transaction of its own, since that of the call is gone. */
  async noteRefusal(org: Org, { id, workflowId, body }: IncomingMessage, problems: readonly Problem[]): Promise<void> {
    const told = problems.map(({ tell: _tell, ...problem }) => problem);
    const table = orgTable(org.schema, 'callIn');
    const now = this.clock.now(org);
    await this.database.session(org).run(sql`
      insert into ${table} (id, workflow_id, message_id, at, outcome, problems, body) values (${makeId()}::uuid, ${workflowId}, ${id}, ${now}::timestamptz, 'refused', ${JSON.stringify(told)}::jsonb, ${body.slice(0, MOST_BODY)})`);
  }

  /** Newest first. */
  list(org: Org, workflowId: string, first: number): Promise<readonly CallIn[]> {
    return this.database.session(org).run<CallIn>(sql`
      select id, message_id as "messageId", at, outcome, problems, record_id as "recordId", run_id as "runId", made, body
      from ${orgTable(org.schema, 'callIn')} where workflow_id = ${workflowId} order by at desc, id desc limit ${first}`);
  }
}

function keptFrom(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * 86_400_000);
}
