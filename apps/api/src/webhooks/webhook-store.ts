import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import type { Org } from '../orgs/org.js';
import type { PauseReason, Webhook } from './webhook.js';

interface Row extends Omit<Webhook, 'headers' | 'secrets'> {
  readonly headers: string | null;
  readonly secret: string;
  readonly previousSecret: string | null;
}

const COLUMNS = sql`id, name, url, subjects, kinds, headers, secret, previous_secret as "previousSecret", previous_until as "previousSecretUntil",
  owner_id as "ownerId", active, paused_because as "pausedBecause", cursor, attempts, next_attempt_at as "nextAttemptAt",
  failing_since as "failingSince", created_at as "createdAt", updated_at as "updatedAt"`;

/** The fields of a webhook that may be written; a member that is absent stays. */
export type WebhookChange = Partial<Pick<Webhook, 'name' | 'url' | 'subjects' | 'kinds' | 'headers' | 'ownerId' | 'active' | 'pausedBecause' | 'cursor' | 'attempts' | 'nextAttemptAt' | 'failingSince'>>;

/** Reads and writes webhooks; their secrets are ciphers in the database. */
@Injectable()
export class WebhookStore {
  constructor(
    private readonly database: OrgDatabase,
    private readonly cipher: ValueCipher,
    private readonly clock: Clock,
  ) {}

  async list(org: Org): Promise<readonly Webhook[]> {
    const rows = await this.session(org).run<Row>(sql`select ${COLUMNS} from ${this.table(org)} order by name, id`);
    return rows.map((row) => this.read(row, org));
  }

  async find(org: Org, id: string): Promise<Webhook | undefined> {
    const [row] = await this.session(org).run<Row>(sql`select ${COLUMNS} from ${this.table(org)} where id = ${id}::uuid`);
    return row && this.read(row, org);
  }

  /** Those that may have something to send and that nobody is at. */
  async due(org: Org): Promise<readonly Webhook[]> {
    const rows = await this.session(org).run<Row>(sql`select ${COLUMNS} from ${this.table(org)} where ${isDue(this.clock.now(org))} order by next_attempt_at nulls last, id`);
    return rows.map((row) => this.read(row, org));
  }

  /** Takes a due webhook for one worker; undefined when another one was quicker. */
  async hold(org: Org, id: string, holder: string, milliseconds: number): Promise<Webhook | undefined> {
    const now = this.clock.now(org);
    const [row] = await this.session(org).run<Row>(sql`update ${this.table(org)} set held_by = ${holder}::uuid, held_until = ${until(now, milliseconds)}
      where id = ${id}::uuid and ${isDue(now)} returning ${COLUMNS}`);
    return row && this.read(row, org);
  }

  async insert(org: Org, webhook: Pick<Webhook, 'id' | 'name' | 'url' | 'subjects' | 'kinds' | 'headers' | 'ownerId' | 'active' | 'cursor'>, secret: string): Promise<void> {
    const at = this.clock.now(org);
    await this.session(org).run(sql`insert into ${this.table(org)} (id, name, url, subjects, kinds, headers, secret, owner_id, active, cursor, created_at, updated_at)
      values (${webhook.id}::uuid, ${webhook.name}, ${webhook.url}, ${JSON.stringify(webhook.subjects)}::jsonb, ${[...webhook.kinds]}::text[], ${this.seal(webhook.headers)},
        ${this.cipher.encrypt(secret)}, ${webhook.ownerId}::uuid, ${webhook.active}, ${webhook.cursor}, ${at}, ${at})`);
  }

  async update(org: Org, id: string, change: WebhookChange): Promise<Webhook | undefined> {
    const columns: readonly (readonly [keyof WebhookChange, string, (value: never) => unknown])[] = [
      ['name', 'name', same], ['url', 'url', same], ['subjects', 'subjects', JSON.stringify], ['kinds', 'kinds', same], ['headers', 'headers', (value: Webhook['headers']) => this.seal(value)],
      ['ownerId', 'owner_id', same], ['active', 'active', same], ['pausedBecause', 'paused_because', same], ['cursor', 'cursor', same],
      ['attempts', 'attempts', same], ['nextAttemptAt', 'next_attempt_at', same], ['failingSince', 'failing_since', same],
    ];
    const assignments = columns.flatMap(([member, column, write]) => (change[member] === undefined ? [] : [sql`${sql.id(column)} = ${write(change[member] as never)}`]));
    const [row] = await this.session(org).run<Row>(sql`update ${this.table(org)} set ${sql.join([...assignments, sql`updated_at = ${this.clock.now(org)}`])} where id = ${id}::uuid returning ${COLUMNS}`);
    return row && this.read(row, org);
  }

  /** The secret before goes on signing for as long as receivers need to change over. */
  async rotate(org: Org, id: string, secret: string, overlapMilliseconds: number): Promise<boolean> {
    const rows = await this.session(org).run(sql`update ${this.table(org)} set previous_secret = secret, previous_until = ${until(this.clock.now(org), overlapMilliseconds)}, secret = ${this.cipher.encrypt(secret)}
      where id = ${id}::uuid returning id`);
    return rows.length > 0;
  }

  /** What a worker holds comes free, with how far it got. */
  async release(org: Org, id: string, holder: string, cursor: string): Promise<void> {
    await this.session(org).run(sql`update ${this.table(org)} set cursor = ${cursor}, held_by = null, held_until = null where id = ${id}::uuid and held_by = ${holder}::uuid`);
  }

  async pause(org: Org, id: string, because: PauseReason): Promise<void> {
    await this.session(org).run(sql`update ${this.table(org)} set paused_because = ${JSON.stringify(because)}, held_by = null, held_until = null where id = ${id}::uuid`);
  }

  /** Whether anything may have to be sent when records change. */
  async hasActive(org: Org): Promise<boolean> {
    const [row] = await this.session(org).run<{ found: boolean }>(sql`select exists (select from ${this.table(org)} where active and paused_because is null) as found`);
    return row?.found === true;
  }

  async delete(org: Org, id: string): Promise<boolean> {
    const rows = await this.session(org).run(sql`delete from ${this.table(org)} where id = ${id}::uuid returning id`);
    return rows.length > 0;
  }

  private session(org: Org): SqlSession {
    return this.database.session(org);
  }

  private table({ schema }: Org): RawBuilder<unknown> {
    return orgTable(schema, 'webhook');
  }

  private seal(headers: Webhook['headers']): string | null {
    return Object.keys(headers).length === 0 ? null : this.cipher.encrypt(JSON.stringify(headers));
  }

  private read({ headers, secret, previousSecret, ...row }: Row, org: Org): Webhook {
    const isOverlapping = row.previousSecretUntil !== null && row.previousSecretUntil > this.clock.now(org);
    const secrets = [secret, ...(isOverlapping && previousSecret !== null ? [previousSecret] : [])].flatMap((cipher) => this.cipher.decrypt(cipher) ?? []);
    const opened = headers === null ? null : this.cipher.decrypt(headers);
    return { ...row, previousSecretUntil: isOverlapping ? row.previousSecretUntil : null, secrets, headers: opened === null ? {} : (JSON.parse(opened) as Webhook['headers']) };
  }
}

function same(value: unknown): unknown {
  return value;
}

export function isDue(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(active and paused_because is null and (next_attempt_at is null or next_attempt_at <= ${now}::timestamptz) and (held_until is null or held_until <= ${now}::timestamptz))`;
}

export function until(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
