import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import type { Org } from '../../orgs/org.js';
import { makeSecret } from '../../webhooks/secrets.js';

export type CallDirection = 'in' | 'out';

/** What calls of a workflow are signed with. */
export interface CallKey {
  readonly workflowId: string;
  /** The end of the address of calls that come in. */
  readonly token: string | null;
  /** `whsec_…`, the present one first; the one before is among them for a day. */
  readonly secrets: readonly string[];
  readonly previousUntil: Date | null;
  readonly createdAt: Date;
}

interface Row extends Omit<CallKey, 'secrets'> {
  readonly secret: string;
  readonly previousSecret: string | null;
}

/** Both secrets are good for a day, so that the other side can change over in peace. */
const OVERLAP_MILLISECONDS = 86_400_000;
const COLUMNS = sql`workflow_id as "workflowId", token, secret, previous_secret as "previousSecret", previous_until as "previousUntil", created_at as "createdAt"`;

/** Reads and makes the keys of calls; secrets are ciphers in the database. */
@Injectable()
export class CallKeys {
  constructor(
    private readonly database: OrgDatabase,
    private readonly cipher: ValueCipher,
    private readonly clock: Clock,
  ) {}

  async find(org: Org, workflowId: string, direction: CallDirection): Promise<CallKey | undefined> {
    const [row] = await this.run<Row>(org, sql`select ${COLUMNS} from ${this.table(org)} where workflow_id = ${workflowId} and direction = ${direction}`);
    return row && this.read(org, row);
  }

  async findByToken(org: Org, token: string): Promise<CallKey | undefined> {
    const [row] = await this.run<Row>(org, sql`select ${COLUMNS} from ${this.table(org)} where token = ${token}`);
    return row && this.read(org, row);
  }

  /** The one there is, or a new one. */
  async ensure(org: Org, workflowId: string, direction: CallDirection): Promise<CallKey> {
    const known = await this.find(org, workflowId, direction);
    if (known) return known;
    await this.insert(org, workflowId, direction, makeSecret());
    const made = await this.find(org, workflowId, direction);
    if (!made) throw new Error(`The key of workflow ${workflowId} was not made.`);
    return made;
  }

  /** A new secret, with the first of them the address; the one before stays good for a day. It is shown this once. */
  async rotate(org: Org, workflowId: string, direction: CallDirection): Promise<{ readonly key: CallKey; readonly secret: string }> {
    const secret = makeSecret();
    const until = new Date(this.clock.now(org).getTime() + OVERLAP_MILLISECONDS);
    const moved = await this.run(org, sql`update ${this.table(org)} set previous_secret = secret, previous_until = ${until}::timestamptz, secret = ${this.cipher.encrypt(secret)}
      where workflow_id = ${workflowId} and direction = ${direction} returning workflow_id`);
    if (moved.length === 0) await this.insert(org, workflowId, direction, secret);
    const key = await this.find(org, workflowId, direction);
    if (!key) throw new Error(`The key of workflow ${workflowId} was not made.`);
    return { key, secret };
  }

  private async insert(org: Org, workflowId: string, direction: CallDirection, secret: string): Promise<void> {
    const token = direction === 'in' ? randomBytes(24).toString('base64url') : null;
    await this.run(org, sql`insert into ${this.table(org)} (workflow_id, direction, token, secret, created_at)
      values (${workflowId}, ${direction}, ${token}::text, ${this.cipher.encrypt(secret)}, ${this.clock.now(org)}::timestamptz) on conflict do nothing`);
  }

  private run<Found extends object>(org: Org, statement: RawBuilder<unknown>): Promise<Found[]> {
    return this.database.session(org).run<Found>(statement);
  }

  private table({ schema }: Org): RawBuilder<unknown> {
    return orgTable(schema, 'callKey');
  }

  private read(org: Org, { secret, previousSecret, ...row }: Row): CallKey {
    const isOverlapping = row.previousUntil !== null && row.previousUntil > this.clock.now(org);
    const secrets = [secret, ...(isOverlapping && previousSecret !== null ? [previousSecret] : [])].flatMap((cipher) => this.cipher.decrypt(cipher) ?? []);
    return { ...row, previousUntil: isOverlapping ? row.previousUntil : null, secrets };
  }
}
