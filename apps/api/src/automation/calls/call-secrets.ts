import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { isFreeHeader, isHeaderValue } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../../config/clock.js';
import { Settings } from '../../config/settings.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { InputFailure, type SaidProblem } from '../../metadata-api/api-failure.js';
import type { Org } from '../../orgs/org.js';
import { mayBeSentTo } from '../../webhooks/send-message.js';
import { callFaults } from './call-wording.js';

/** That there is one, never what it says. */
export interface KeptSecret {
  /** Scheme, host and port of the only address that gets it. */
  readonly origin: string;
  readonly header: string;
  readonly changedAt: Date;
}

export interface SecretToKeep {
  readonly origin: string;
  readonly header: string;
  readonly value: string;
}

/** Values of headers that no document knows: ciphers in the database, each good for one workflow and one address. They are read when a call is sent, so a new one counts from the next attempt on. */
@Injectable()
export class CallSecrets {
  constructor(
    private readonly database: OrgDatabase,
    private readonly cipher: ValueCipher,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  list(org: Org, workflowId: string): Promise<readonly KeptSecret[]> {
    return this.database.session(org).run<KeptSecret>(sql`select origin, header, changed_at as "changedAt" from ${this.table(org)} where workflow_id = ${workflowId} order by origin, header`);
  }

  /** Puts it in the place of the one before. Throws `InputFailure`. */
  async keep(org: Org, workflowId: string, secret: SecretToKeep, userId: string): Promise<void> {
    const value = secret.value.trim();
    const origin = this.originOf(secret.origin.trim());
    const problems: SaidProblem[] = [
      ...(origin === undefined ? [{ path: '/origin', code: 'url', said: callFaults.secretOrigin }] : []),
      ...(isFreeHeader(secret.header) ? [] : [{ path: '/header', code: 'header', said: { ...callFaults.secretHeader, words: { name: secret.header.slice(0, 100) } } }]),
      ...(isHeaderValue(value) ? [] : [{ path: '/value', code: 'header-value', said: callFaults.secretValue }]),
    ];
    if (problems.length > 0) throw new InputFailure(problems);
    await this.database.session(org).run(sql`insert into ${this.table(org)} (workflow_id, origin, header, value, changed_at, changed_by)
      values (${workflowId}, ${origin}, ${secret.header.toLowerCase()}, ${this.cipher.encrypt(value)}, ${this.clock.now(org)}::timestamptz, ${userId}::uuid)
      on conflict (workflow_id, origin, header) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
  }

  async drop(org: Org, workflowId: string, { origin, header }: Pick<SecretToKeep, 'origin' | 'header'>): Promise<void> {
    await this.database.session(org).run(sql`delete from ${this.table(org)} where workflow_id = ${workflowId} and origin = ${origin} and header = ${header.toLowerCase()}`);
  }

  /** What the named headers say to the address; `missing` is the first of them that says nothing there, or cannot be read. */
  async read(org: Org, workflowId: string, url: string, headers: readonly string[]): Promise<{ readonly values: Readonly<Record<string, string>>; readonly missing?: string; readonly origin: string }> {
    const origin = URL.canParse(url) ? new URL(url).origin : '';
    if (headers.length === 0) return { values: {}, origin };
    const rows = await this.database.session(org).run<{ header: string; value: string }>(sql`select header, value from ${this.table(org)} where workflow_id = ${workflowId} and origin = ${origin}`);
    const known = new Map(rows.map(({ header, value }) => [header, value]));
    const values: Record<string, string> = {};
    for (const header of headers) {
      const kept = known.get(header.toLowerCase());
      const value = kept === undefined ? null : this.cipher.decrypt(kept);
      if (value === null) return { values: {}, missing: header, origin };
      values[header] = value;
    }
    return { values, origin };
  }

  private originOf(text: string): string | undefined {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url && url.username === '' && url.password === '' && mayBeSentTo(url, this.settings.webhookAllow) ? url.origin : undefined;
  }

  private table({ schema }: Org): RawBuilder<unknown> {
    return orgTable(schema, 'callSecret');
  }
}
