import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { fieldType } from '@guanxi/field-types';
import type { MetadataDocument, Model } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import { settlePrincipals, settleStandings } from '../access/principals.js';
import { migrateOrgSchema } from '../database/migrate-org-schema.js';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';
import type { SqlSession } from '../database/sql-session.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { hashPassword } from '../identity/password.js';
import { SignedIn } from '../identity/signed-in.js';
import { makePassword } from '../identity/token.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { layOver } from '../metadata/draft/lay-over.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { eraseAgain } from '../privacy/erase-again.js';
import { Queues } from '../queue/queues.js';
import { purgeAgain } from '../retention/purge-again.js';
import type { BackupHeader, SectionEnd } from './backup-format.js';
import { BackupReader } from './backup-reader.js';
import { backupFaults } from './backup-wording.js';
import { parkRestoredCalls } from '../automation/calls/park-restored.js';
import { parkRestoredMails } from '../mail/park-restored.js';
import { carryWebhooks } from './carry-webhooks.js';
import { putIndexesAside, putIndexesBack } from './indexes-aside.js';
import { compareRows, loadSection } from './load-section.js';
import { checkUnproven, makeSchema, makeTables } from './make-tables.js';
import { sameWriting } from './platform-tables.js';
import { setSequences } from './set-sequences.js';
import { swapOrg } from './swap-org.js';

/** How far a restore is. `reading`: the file is looked through before anything is touched. */
export type RestoreStage = 'reading' | 'rows' | 'indexes' | 'comparing';
export type RestoreProgress = (stage: RestoreStage, table: string, rows: number) => void;

export interface RestoreResult {
  readonly name: string;
  readonly takenAt: string;
  readonly tables: number;
  /** All of them, each compared with the backup. */
  readonly rows: number;
  /** Active people without a password. */
  readonly locked: number;
  /** Ids of keys that encrypted values need and nobody here has. */
  readonly missingKeys: readonly string[];
}

/** Puts a backup in the place of an org, in one transaction: whatever breaks it off, the org is as it was before. */
@Injectable()
export class Restores {
  private readonly logger = new Logger('Backup');

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly signedIn: SignedIn,
    private readonly cipher: ValueCipher,
    private readonly queues: Queues,
    private readonly trail: Trail,
  ) {}

  /** Throws `ApiFailure` for a file that is not whole, and where there is something that nobody agreed to replace. */
  async restore(actor: Actor, path: string, { replace, told }: { readonly replace: boolean; readonly told: RestoreProgress }): Promise<RestoreResult> {
    if (actor.org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', backupFaults.ofSandbox);
    if (!replace) await this.refuseUnlessEmpty(actor.org);
    const ends = await lookThrough(path, told);
    const client = await this.database.pool.connect();
    let failure: Error | undefined;
    try {
      const session = new PgSession(client, false, true);
      await session.run(sql`begin`);
      const { org, result } = await this.restoreIn(client, session, actor, { path, ends, told });
      await session.run(sql`commit`);
      this.signedIn.forget();
      for (const kind of ['automation', 'upkeep', 'webhooks'] as const) this.queues.wake(kind, org);
      this.logger.log(`Org ${actor.org.id} was replaced by a backup of ${result.takenAt}: it is ${org.id} now, with ${result.rows} rows in ${result.tables} tables.`);
      return result;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // Nothing of a broken transaction is left with its connection.
      client.release(failure ?? true);
    }
  }

  private async restoreIn(client: PoolClient, session: SqlSession, actor: Actor, { path, ends, told }: RestorePlace): Promise<{ org: Org; result: RestoreResult }> {
    for (const statement of sameWriting) await session.run(statement);
    const [free] = await session.run<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('guanxi restore'), hashtext(${actor.org.id})) as got`);
    if (!free?.got) throw new ApiFailure('CONFLICT', backupFaults.underWay);
    const reader = new BackupReader(path);
    try {
      const header = await reader.header();
      const org = await addOrg(session, actor.org, header);
      await makeSchema(session, org, header);
      let model: Model | undefined;
      let aside: Awaited<ReturnType<typeof putIndexesAside>> = [];
      for await (const section of reader.sections(header)) {
        if (section.table.place === 'org' && !model) {
          model = await makeTables(session, org, await publishedDocuments(session, header), header);
          aside = await putIndexesAside(session, org);
        }
        await loadSection(client, session, org, section);
        told('rows', section.table.name, section.end().rows);
      }
      if (!model) throw new ApiFailure('BAD_REQUEST', backupFaults.cutShort);
      told('indexes', '', 0);
      await checkUnproven(session, org, model, header);
      await putIndexesBack(session, org, aside);
      await setSequences(session, org, header.sequences);
      const rows = await this.compare(client, org, header, { ends, told });
      await session.run(sql`analyze ${sql.join(header.tables.filter(({ place }) => place === 'org').map(({ name }) => sql.id(org.schema, name)))}`);
      await migrateOrgSchema(session, org, 'in-transaction');
      const restored = { run: session.run.bind(session), texts: session.texts.bind(session), org, afterCommit: () => undefined };
      await carryWebhooks(session, actor.org, org);
      await eraseAgain(restored, actor.org, model, new Date());
      await purgeAgain(restored, actor.org, model, new Date());
      await parkRestoredMails(session, org);
      await parkRestoredCalls(session, org);
      const missingKeys = await this.findMissingKeys(session, org, model);
      const locked = await swapOrg({ session, actor, restored: org, publishedRevision: header.org.publishedRevision, lockedHash: await hashPassword(makePassword()) });
      await settleStandings(restored, model);
      await settlePrincipals(restored);
      // The chain of the org that was there before stays, and is told of by both.
      const detail = { takenAt: header.takenAt, rows, before: actor.org.id, after: org.id };
      for (const orgId of [actor.org.id, org.id]) await this.trail.note({ orgId, actorId: actor.userId, kind: 'restored', subject: { kind: 'org', id: org.id, name: org.name }, detail }, session);
      return { org, result: { name: org.name, takenAt: header.takenAt, tables: header.tables.length, rows, locked, missingKeys } };
    } finally {
      reader.close();
    }
  }

  private async compare(client: PoolClient, org: Org, { tables }: BackupHeader, { ends, told }: Omit<RestorePlace, 'path'>): Promise<number> {
    let rows = 0;
    for (const [index, table] of tables.entries()) {
      const said = ends[index] as SectionEnd;
      await compareRows(client, org, table, said);
      rows += said.rows;
      told('comparing', table.name, said.rows);
    }
    return rows;
  }

  private async refuseUnlessEmpty(org: Org): Promise<void> {
    const { model } = await this.models.current(org);
    const counts = model.objects.filter(({ platform }) => !platform).map((object) => sql`(select count(*) from ${recordTable(org.schema, object)})`);
    const [found] = await this.database.session(org).run<{ count: number | string }>(sql`select ${sql.join([sql`(select count(*) from ${sql.id(org.schema, '_history')})`, ...counts], sql` + `)} as count`);
    if (Number(found?.count ?? 0) > 0) throw new ApiFailure('CONFLICT', { ...backupFaults.notEmpty, words: { count: String(found?.count) } });
  }

  private async findMissingKeys(session: SqlSession, org: Org, model: Model): Promise<readonly string[]> {
    const missing = new Set<string>();
    for (const object of model.objects) {
      for (const field of object.fields) {
        if (!fieldType(field.type).encrypted || field.storage !== 'column' || object.platform) continue;
        const column = sql.id(field.column);
        const samples = await session.run<{ key: string; sample: string }>(sql`
          select split_part(${column}, ':', 2) as key, min(${column}) as sample from ${recordTable(org.schema, object)} where ${column} like 'g1:%' group by 1`);
        for (const { key, sample } of samples) if (!missing.has(key) && this.cipher.decrypt(sample) === null) missing.add(key);
      }
    }
    return [...missing].sort();
  }
}

interface RestorePlace {
  readonly path: string;
  /** What the backup says of each table's rows. */
  readonly ends: readonly SectionEnd[];
  readonly told: RestoreProgress;
}

/** The whole file is read once before the database is touched. */
async function lookThrough(path: string, told: RestoreProgress): Promise<readonly SectionEnd[]> {
  const reader = new BackupReader(path);
  const ends: SectionEnd[] = [];
  try {
    for await (const section of reader.sections(await reader.header())) {
      for await (const _piece of section.rows);
      ends.push(section.end());
      told('reading', section.table.name, section.end().rows);
    }
    return ends;
  } finally {
    reader.close();
  }
}

/** Under a new id: nothing that is remembered of the org as it was is taken for the restored one. */
async function addOrg(session: SqlSession, present: Org, { org: kept }: BackupHeader): Promise<Org> {
  const { name, timeZone, currency, locale, country } = kept;
  const org: Org = Object.freeze({ id: makeId(), schema: `org_${randomBytes(6).toString('hex')}`, name, timeZone, currency, locale, ...(country !== null && { country }) });
  await session.run(sql`
    insert into guanxi.org (id, name, schema, time_zone, currency, locale, country, created_at)
    select ${org.id}::uuid, ${name}, ${org.schema}, ${timeZone}, ${currency}, ${locale}, ${country}, created_at from guanxi.org where id = ${present.id} for update`);
  return org;
}

async function publishedDocuments(session: SqlSession, { org }: BackupHeader): Promise<readonly MetadataDocument[]> {
  const rows = await session.run<{ documents: readonly MetadataDocument[]; removed: readonly string[]; based_on: number | null }>(sql`
    select documents, removed, based_on from restored_revision
    where number <= ${org.publishedRevision} and number >= (select max(number) from restored_revision where based_on is null and number <= ${org.publishedRevision}) order by number`);
  return rows.reduce<readonly MetadataDocument[]>((documents, row) => (row.based_on === null ? row.documents : layOver(documents, row)), []);
}
