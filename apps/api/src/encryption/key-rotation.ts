import { Injectable } from '@nestjs/common';
import { fieldType, type JsonValue } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';
import { removedColumns } from '../database/removed-columns.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { KeyRing } from './key-ring.js';
import { ValueCipher } from './value-cipher.js';

export type Report = (line: string) => void;

interface Place {
  readonly table: RawBuilder<unknown>;
  readonly column: string;
  readonly name: string;
}

interface Batch {
  readonly seen: number;
  readonly renewed: number;
  readonly last: string;
}

const BATCH = 500;

/**
 * Gives the ring a new key and encrypts every value again, batch by batch, while everybody works. Whatever ends it, the
 * next run goes on: what is done carries the new key's id.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly ring: KeyRing,
    private readonly cipher: ValueCipher,
    private readonly orgs: Orgs,
    private readonly models: Models,
    private readonly database: OrgDatabase,
  ) {}

  /** `resume` keeps the first key of the ring and only goes on. Answers how many values could not be read. */
  async rotate(report: Report, { resume }: { readonly resume: boolean }): Promise<number> {
    const made = resume ? undefined : this.ring.add(new Date());
    report(made ? `New key: ${made.id}. Back up the file with the keys before you go on.` : `Values are encrypted again with the key ${this.ring.current().id}.`);
    let unread = 0;
    for (const org of await this.orgs.all()) unread += await this.rotateOrg(org, report);
    unread += await this.rotatePlatform(report);
    report(unread === 0 ? 'Every value carries the new key. The older keys may go once no backup needs them.' : `${unread} values could not be read with any key and stay as they are. Keep the older keys.`);
    return unread;
  }

  private async rotateOrg(org: Org, report: Report): Promise<number> {
    let unread = 0;
    for (const place of await this.places(org)) {
      unread += await this.repeat(org, `${org.name}, ${place.name}`, report, (tx, last) => this.renewValues(tx, place, last), ZERO_ID);
    }
    return unread + (await this.repeat(org, `${org.name}, history`, report, (tx, last) => this.renewHistory(tx, last), '0'));
  }

  /** One transaction per batch, from the first row to the last. Answers how many rows were left as they were. */
  private async repeat(org: Org, name: string, report: Report, renew: (tx: OrgTransaction, last: string) => Promise<Batch>, first: string): Promise<number> {
    let seen = 0;
    let renewed = 0;
    for (let last = first; ; ) {
      const batch = await this.database.transaction(org, (tx) => renew(tx, last));
      seen += batch.seen;
      renewed += batch.renewed;
      if (batch.seen > 0) report(`${name}: ${renewed}`);
      if (batch.seen < BATCH) return seen - renewed;
      last = batch.last;
    }
  }

  /** Secrets of authenticator apps and of identity providers lie among the platform's tables. */
  private async rotatePlatform(report: Report): Promise<number> {
    const session = new PgSession(this.database.pool);
    let unread = 0;
    for (const { table, key, column, name } of PLATFORM_PLACES) {
      const [value, id] = [sql.id(column), sql.id(key)];
      const rows = await session.run<{ id: string; value: string }>(sql`select ${id} as id, ${value} as value from ${sql.id('guanxi', table)} where ${value} like 'g1:%' and ${value} not like ${`${this.currentStart()}%`}`);
      let renewed = 0;
      for (const { id: row, value: old } of rows) {
        const text = this.cipher.decrypt(old);
        if (text === null) unread += 1;
        else renewed += (await session.run(sql`update ${sql.id('guanxi', table)} set ${value} = ${this.cipher.encrypt(text)} where ${id} = ${row}::uuid and ${value} = ${old} returning ${id}`)).length;
      }
      if (renewed > 0) report(`${name}: ${renewed}`);
    }
    return unread;
  }

  private async places(org: Org): Promise<readonly Place[]> {
    const { model } = await this.models.current(org);
    const fields = model.objects.flatMap((object) =>
      object.fields
        .filter((field) => field.storage === 'column' && fieldType(field.type).encrypted)
        .map((field) => ({ table: sql.id(org.schema, object.table), column: field.column, name: `${object.name}.${field.name}` })),
    );
    const removed = await this.database.transaction(org, (tx) => removedColumns(tx, 'text'));
    const webhook = orgTable(org.schema, 'webhook');
    const secrets = ['secret', 'previous_secret', 'headers'].map((column) => ({ table: webhook, column, name: `webhooks, ${column}` }));
    const calls = ['secret', 'previous_secret'].map((column) => ({ table: orgTable(org.schema, 'callKey'), column, name: `calls of workflows, ${column}` }));
    const headers = { table: orgTable(org.schema, 'callSecret'), column: 'value', name: 'calls of workflows, secret headers' };
    const mail = { table: orgTable(org.schema, 'mailServer'), column: 'password', name: 'mail server, password' };
    return [...fields, ...secrets, ...calls, headers, mail, ...removed.map(({ table, column }) => ({ table: sql.id(org.schema, table), column, name: `${table}.${column}` }))];
  }

  /** A value that changes meanwhile is left to whoever changed it: they used the new key. */
  private async renewValues(tx: OrgTransaction, { table, column }: Place, last: string): Promise<Batch> {
    const value = sql.id(column);
    const rows = await tx.run<{ id: string; value: string }>(
      sql`select id, ${value} as value from ${table} where id > ${last}::uuid and ${value} like 'g1:%' and ${value} not like ${`${this.currentStart()}%`} order by id limit ${BATCH}`,
    );
    const renewed = rows.flatMap(({ id, value: old }) => {
      const text = this.cipher.decrypt(old);
      return text === null ? [] : [{ id, old, next: this.cipher.encrypt(text) }];
    });
    if (renewed.length > 0) {
      await tx.run(sql`update ${table} as kept set ${value} = renewed.next
        from unnest(${renewed.map(({ id }) => id)}::uuid[], ${renewed.map(({ old }) => old)}::text[], ${renewed.map(({ next }) => next)}::text[]) as renewed(id, old, next)
        where kept.id = renewed.id and kept.${value} = renewed.old`);
    }
    return { seen: rows.length, renewed: renewed.length, last: rows.at(-1)?.id ?? last };
  }

  /** The history tells values before and after; those of encrypted fields are ciphers too. */
  private async renewHistory(tx: OrgTransaction, last: string): Promise<Batch> {
    const history = orgTable(tx.org.schema, 'history');
    const rows = await tx.run<{ id: string; changes: JsonValue }>(
      sql`select id::text as id, changes from ${history} where id > ${last}::bigint and changes::text like '%"g1:%' order by ${history}.id limit ${BATCH}`,
    );
    const renewed = rows.map(({ id, changes }) => ({ id, changes: this.renewWithin(changes) }));
    if (renewed.length > 0) {
      await tx.run(sql`update ${history} as kept set changes = renewed.changes::jsonb
        from unnest(${renewed.map(({ id }) => id)}::bigint[], ${renewed.map(({ changes }) => JSON.stringify(changes))}::text[]) as renewed(id, changes) where kept.id = renewed.id`);
    }
    return { seen: rows.length, renewed: renewed.length, last: rows.at(-1)?.id ?? last };
  }

  private renewWithin(value: JsonValue): JsonValue {
    if (typeof value === 'string') {
      const text = value.startsWith('g1:') && !this.cipher.isCurrent(value) ? this.cipher.decrypt(value) : null;
      return text === null ? value : this.cipher.encrypt(text);
    }
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.renewWithin(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value as Readonly<Record<string, JsonValue>>).map(([key, member]) => [key, this.renewWithin(member)]));
  }

  /** What a cipher of the current key begins with, as a LIKE pattern. */
  private currentStart(): string {
    return `g1:${this.ring.current().id}:`.replace(/[\\%_]/g, '\\$&');
  }
}

const PLATFORM_PLACES = [
  { table: 'totp', key: 'user_id', column: 'secret', name: 'secrets of authenticator apps' },
  { table: 'totp', key: 'user_id', column: 'pending', name: 'secrets of authenticator apps, not confirmed yet' },
  { table: 'identity_provider', key: 'id', column: 'client_secret', name: 'secrets of identity providers' },
] as const;

const ZERO_ID = '00000000-0000-0000-0000-000000000000';
