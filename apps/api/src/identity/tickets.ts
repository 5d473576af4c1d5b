import type { JsonValue } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';
import { hashToken, makeToken } from './token.js';

export type TicketPurpose = 'factor' | 'enrol' | 'invitation' | 'reset';

type TicketDetail = Readonly<Record<string, JsonValue>>;

export interface Ticket {
  readonly userId: string;
  readonly expiresAt: Date;
  readonly detail: TicketDetail;
}

/** Leave to do one thing once as a person, for whoever holds the token; what is kept is its hash. */
@Injectable()
export class Tickets {
  private readonly session: PgSession;

  constructor(database: OrgDatabase) {
    this.session = new PgSession(database.pool);
  }

  /** The token, which is known only now. */
  async make(userId: string, purpose: TicketPurpose, minutes: number, detail: TicketDetail = {}): Promise<string> {
    const token = makeToken();
    await this.session.run(sql`insert into guanxi.ticket (token_hash, user_id, purpose, expires_at, detail)
      values (${hashToken(token)}, ${userId}::uuid, ${purpose}, now() + ${minutes}::integer * interval '1 minute', ${JSON.stringify(detail)}::jsonb)`);
    return token;
  }

  /** Once only: of two who come with it at the same time one gets undefined. */
  async take(token: string, purpose: TicketPurpose): Promise<Ticket | undefined> {
    const [ticket] = await this.session.run<Ticket>(sql`delete from guanxi.ticket where token_hash = ${hashToken(token)} and purpose = ${purpose} and expires_at > now()
      returning user_id as "userId", expires_at as "expiresAt", detail`);
    return ticket;
  }

  async look(token: string, purpose: TicketPurpose): Promise<Ticket | undefined> {
    const [ticket] = await this.session.run<Ticket>(sql`select user_id as "userId", expires_at as "expiresAt", detail from guanxi.ticket
      where token_hash = ${hashToken(token)} and purpose = ${purpose} and expires_at > now()`);
    return ticket;
  }

  /** Nobody comes in by those any more. */
  async drop(userId: string, purposes: readonly TicketPurpose[]): Promise<void> {
    await this.session.run(sql`delete from guanxi.ticket where user_id = ${userId}::uuid and purpose = any(${[...purposes]}::text[])`);
  }

  /** How many of those that still work a person has. */
  async count(userId: string, purpose: TicketPurpose): Promise<number> {
    const [row] = await this.session.run<{ count: number }>(sql`select count(*)::integer as count from guanxi.ticket where user_id = ${userId}::uuid and purpose = ${purpose} and expires_at > now()`);
    return row?.count ?? 0;
  }

  /** Those that are of no use any more. */
  async forgetOld(): Promise<void> {
    await this.session.run(sql`delete from guanxi.ticket where expires_at <= now()`);
  }

  /** Until when each of these people may still accept their invitation; those who may not are left out. */
  async invitedUntil(userIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.session.run<{ id: string; until: Date }>(sql`select user_id as id, max(expires_at) as until from guanxi.ticket
      where purpose = 'invitation' and expires_at > now() and user_id = any(${[...userIds]}::uuid[]) group by user_id`);
    return new Map(rows.map(({ id, until }) => [id, until]));
  }
}
