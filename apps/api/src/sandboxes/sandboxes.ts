import { say } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { In, Repository } from 'typeorm';
import { recordTable } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { OrgRow } from '../database/entities/org-row.js';
import { SandboxRow } from '../database/entities/sandbox-row.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Drafts } from '../metadata/draft/drafts.js';
import { Models } from '../metadata/models.js';
import { Publisher } from '../metadata/publish/publisher.js';
import { RevisionStore } from '../metadata/revision-store.js';
import { makeOrg } from '../orgs/make-org.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { Queues } from '../queue/queues.js';
import { copyRecords } from './copy-records.js';
import { sandboxFaults } from './sandbox-wording.js';

/** Each is a schema of its own with all its tables. */
const MOST_SANDBOXES = 20;

/** Of sandboxes that are to be filled. */
const OPEN: SandboxRow['state'][] = ['waiting', 'copying'];

export interface SandboxWish {
  readonly name: string;
  readonly copies: SandboxRow['copies'];
  readonly masked: boolean;
}

export interface Sandbox extends Omit<SandboxRow, 'orgId'> {
  readonly org: Org;
}

/** Copies of an org to try things in. A sandbox is an org of its own, in which people of its source work. */
@Injectable()
export class Sandboxes {
  private readonly logger = new Logger(Sandboxes.name);

  constructor(
    @InjectRepository(SandboxRow) private readonly rows: Repository<SandboxRow>,
    @InjectRepository(OrgRow) private readonly orgRows: Repository<OrgRow>,
    private readonly orgs: Orgs,
    private readonly database: OrgDatabase,
    private readonly drafts: Drafts,
    private readonly publisher: Publisher,
    private readonly revisions: RevisionStore,
    private readonly models: Models,
    private readonly queues: Queues,
  ) {}

  /** Of the org itself, or of the one that a sandbox was copied from; oldest first. */
  async list(org: Org): Promise<readonly Sandbox[]> {
    const orgs = await this.orgRows.find({ where: { sandboxOf: org.sandboxOf ?? org.id }, order: { createdAt: 'asc' }, select: { id: true } });
    const rows = await this.rows.findBy({ orgId: In(orgs.map(({ id }) => id)) });
    return Promise.all(rows.map(async (row) => ({ ...row, org: await this.orgs.byId(row.orgId) })));
  }

  async find(org: Org, id: string): Promise<Sandbox> {
    const found = (await this.list(org)).find((sandbox) => sandbox.org.id === id);
    if (!found) throw new ApiFailure('NOT_FOUND', sandboxFaults.unknown);
    return found;
  }

  /** The org it is made of stays as it is; a job fills the copy. */
  async create({ org, userId }: Actor, { name, copies, masked }: SandboxWish): Promise<Sandbox> {
    if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', sandboxFaults.ofSandbox);
    const present = await this.list(org);
    const title = name.trim();
    if (title === '' || title.length > 60) throw new InputFailure([{ path: '/name', code: 'name', said: sandboxFaults.name }]);
    if (present.some((other) => other.org.name === title)) throw new InputFailure([{ path: '/name', code: 'taken', said: { ...sandboxFaults.taken, words: { name: title } } }]);
    if (present.length >= MOST_SANDBOXES) throw new ApiFailure('BAD_REQUEST', { ...sandboxFaults.tooMany, words: { count: String(MOST_SANDBOXES) } });
    const baseRevision = await this.revisions.publishedNumber(org.id);
    const { id: _id, schema: _schema, ...traits } = org;
    const made = await makeOrg(this.database, { ...traits, name: title, sandboxOf: org.id });
    await this.rows.insert({ orgId: made.id, baseRevision, copies, masked, state: 'waiting', createdBy: userId });
    this.queues.wake('sandbox', made);
    return this.find(org, made.id);
  }

  /** Everything in it is gone at once; its source is not touched. */
  async remove(org: Org, id: string): Promise<void> {
    const { org: sandbox } = await this.find(org, id);
    await this.database.transaction(sandbox, async (tx) => {
      await tx.run(sql`drop schema if exists ${sql.id(sandbox.schema)} cascade`);
      await tx.run(sql`delete from guanxi.org where id = ${sandbox.id}`);
    }, { statementTimeout: 0 });
  }

  /** Stops the filling, also half way: what was copied goes with its transaction. Answers false where nothing is being filled. */
  async stop(org: Org, id: string): Promise<boolean> {
    const sandbox = (await this.list(org)).find((one) => one.org.id === id);
    if (!sandbox) return false;
    const { affected } = await this.rows.update({ orgId: id, state: In(OPEN) }, { state: 'cancelled', rowsCopied: '0', error: null });
    if (!affected) return false;
    await this.database.session(org).run(sql`
      select pg_cancel_backend(pid) from pg_locks where locktype = 'advisory' and granted and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and classid::bigint = hashtext('guanxi sandbox')::bigint & 4294967295 and objid::bigint = hashtext(${id})::bigint & 4294967295`);
    return true;
  }

  /** Fills one anew that failed or was stopped. */
  async fillAgain(org: Org, id: string): Promise<boolean> {
    const sandbox = (await this.list(org)).find((one) => one.org.id === id);
    const { affected } = sandbox ? await this.rows.update({ orgId: id, state: In(['failed', 'cancelled']) }, { state: 'waiting', rowsCopied: '0', error: null }) : { affected: 0 };
    if (!sandbox || !affected) return false;
    this.queues.wake('sandbox', sandbox.org);
    return true;
  }

  /** A person of the source is known in the sandbox from now on. */
  async admit(sandbox: Org, userId: string): Promise<void> {
    const source = await this.orgs.byId(sandbox.sandboxOf ?? sandbox.id);
    await this.database.session(sandbox).run(sql`
      insert into ${sql.id(sandbox.schema, '_user')} (id, name, email, active)
      select id, name, email, active from ${sql.id(source.schema, '_user')} where id = ${userId} on conflict do nothing`);
  }

  /** Fills a sandbox that is waiting, or that a worker has left half way. Nothing is copied twice. */
  async fill(sandbox: Org): Promise<void> {
    const row = await this.rows.findOneBy({ orgId: sandbox.id, state: In(OPEN) });
    if (!row || sandbox.sandboxOf === undefined) return;
    const source = await this.orgs.byId(sandbox.sandboxOf);
    try {
      await this.publishCopy(source, sandbox, row);
      const model = await this.models.at(source, row.baseRevision);
      await this.database.transaction(sandbox, (tx) => this.copyOnce(tx, source, model, row), { statementTimeout: 0 });
    } catch (error) {
      if (!(await this.rows.existsBy({ orgId: sandbox.id, state: In(OPEN) }))) return;
      this.logger.error(`Sandbox ${sandbox.id} could not be filled.`, error);
      await this.rows.update({ orgId: sandbox.id, state: In(OPEN) }, { state: 'failed', error: say(sandboxFaults.failed, sandbox.locale) });
    }
  }

  /** One worker at a time; what a killed one had copied went with its transaction. */
  private async copyOnce(tx: OrgTransaction, source: Org, model: Model, { orgId, copies, masked }: SandboxRow): Promise<void> {
    const [lock] = await tx.run<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('guanxi sandbox'), hashtext(${orgId})) as got`);
    const [state] = await tx.run<{ state: string }>(sql`select state from guanxi.sandbox where org_id = ${orgId}`);
    if (!lock?.got || !OPEN.some((open) => open === state?.state)) return;
    const total = copies === 'all' ? await countRecords(tx, source, model) : null;
    const goOn = async (change: Partial<Pick<SandboxRow, 'state' | 'rowsCopied' | 'rowsTotal'>>): Promise<void> => {
      const { affected } = await this.rows.update({ orgId, state: In(OPEN) }, change);
      if (!affected) throw new Error(`The copy of sandbox ${orgId} was stopped.`);
    };
    await goOn({ state: 'copying', rowsCopied: '0', rowsTotal: total });
    const report = (rows: number): Promise<void> => goOn({ rowsCopied: String(rows) });
    await copyRecords(tx, { source, model, copies, masked, report });
    const ready = await tx.run(sql`update guanxi.sandbox set state = 'ready', error = null where org_id = ${orgId} and state = 'copying' returning 1`);
    if (ready.length === 0) throw new Error(`The copy of sandbox ${orgId} was stopped.`);
  }

  private async publishCopy(source: Org, sandbox: Org, { baseRevision, createdBy }: SandboxRow): Promise<void> {
    if (baseRevision === 0 || (await this.revisions.publishedNumber(sandbox.id)) > 0) return;
    const documents = await this.revisions.documents(source.id, baseRevision);
    const { problems } = await this.drafts.edit(sandbox, { userId: createdBy ?? '' }, { documents, remove: [] });
    if (problems.length > 0) throw new Error(`The documents of revision ${baseRevision} were refused: ${problems[0]?.message}`);
    const outcome = await this.publisher.publish(sandbox, { baseRevision: 0, consents: [], locale: sandbox.locale, ...(createdBy !== null && { userId: createdBy }) });
    if (outcome.kind !== 'published') throw new Error(`Publishing the copy of revision ${baseRevision} was refused.`);
  }
}

async function countRecords(tx: OrgTransaction, source: Org, model: Model): Promise<string> {
  const own = model.objects.filter(({ platform }) => !platform);
  if (own.length === 0) return '0';
  const counts = own.map((object) => sql`(select count(*) from ${recordTable(source.schema, object)} where deleted_at is null)`);
  const [answer] = await tx.run<{ total: string }>(sql`select (${sql.join(counts, sql` + `)})::text as total`);
  return answer?.total ?? '0';
}
