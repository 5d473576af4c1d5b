import 'reflect-metadata';
import { createTestDatabase } from '@guanxi/embedded-postgres/testing';
import { parseDocuments, plan, type Model, type Problem } from '@guanxi/metadata';
import { orgTable, resolveAccess } from '@guanxi/query';
import { checkWorkflow } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { DataSource } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { makeDataSourceOptions } from '../../database/data-source-options.js';
import { OrgDatabase } from '../../database/org-database.js';
import { orgMigrations } from '../../database/org-schema/index.js';
import type { Models } from '../../metadata/models.js';
import type { Actors } from '../../access/actors.js';
import type { Org } from '../../orgs/org.js';
import type { RecordValues } from '../../records/record-values.js';
import { RecordWriter } from '../../records/record-writer.js';
import { Activations } from '../activations.js';
import { Engine } from '../engine.js';
import { Rehearsals } from '../rehearse/rehearsals.js';
import { makePlatformTables } from '../../testing/make-platform-tables.js';

const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** An org on a real database with the real engine and record writer, and a clock that tests set. */
export class TestOffice {
  now = '1997-01-01T12:00:00Z';
  readonly models = new PublishedHere();
  readonly writer: RecordWriter;
  readonly engine: Engine;
  readonly activations: Activations;
  readonly rehearsals: Rehearsals;
  readonly actors: Pick<Actors, 'forSystem' | 'forUser'>;

  private constructor(
    readonly url: string,
    readonly org: Org,
    readonly database: OrgDatabase,
    private readonly close: () => Promise<void>,
  ) {
    const clock: Clock = { now: (of) => new Date(of.clock ?? this.now) };
    this.actors = { forSystem: (org) => this.system(org), forUser: (org, userId) => this.person(org, userId) };
    this.writer = new RecordWriter(this.models as unknown as Models, clock);
    this.engine = new Engine(database, this.models as unknown as Models, clock, this.actors as Actors, this.writer);
    this.activations = new Activations(database, this.models as unknown as Models, clock, { wake: () => undefined } as never);
    this.rehearsals = new Rehearsals(database, this.models as unknown as Models, clock, this.actors as Actors, this.writer, this.engine, this.activations);
  }

  static async open(documents: readonly object[], options: Partial<Org> = {}): Promise<TestOffice> {
    const made = await createTestDatabase('automation');
    const office = await TestOffice.at(made.url, options, () => made.drop());
    const { schema } = office.org;
    await office.run(sql`create schema ${sql.id(schema)}`);
    await makePlatformTables((statement) => office.run(statement));
    for (const { statements } of orgMigrations) for (const statement of statements(schema)) await office.run(statement);
    await office.publish(documents);
    return office;
  }

  /** On a database that another office has made. */
  static async at(url: string, options: Partial<Org> = {}, drop: () => Promise<void> = async () => undefined): Promise<TestOffice> {
    const org: Org = { id: 'a', name: 'Shop', schema: 'org_aaaaaaaaaaaa', timeZone: 'UTC', currency: 'USD', locale: 'en', ...options };
    const source = await new DataSource(makeDataSourceOptions({ databaseUrl: url, poolSize: 8, statementTimeout: 60_000 } as never)).initialize();
    return new TestOffice(url, org, new OrgDatabase(source), async () => {
      await source.destroy();
      await drop();
    });
  }

  async publish(documents: readonly object[]): Promise<void> {
    const before = this.models.latest();
    const model = this.know(documents);
    for (const { statements } of plan(before, model, { schema: this.org.schema, timeZone: this.org.timeZone })) {
      for (const statement of statements) await this.run(statement);
    }
  }

  /** The same, where the tables are there already. */
  know(documents: readonly object[]): Model {
    const parsed = parseDocuments(documents, { checkWorkflow });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
    return this.models.add(parsed.value);
  }

  run<Row extends object>(statement: RawBuilder<unknown>): Promise<Row[]> {
    return this.database.session(this.org).run<Row>(statement);
  }

  async create(object: string, ...rows: readonly RecordValues[]): Promise<string[]> {
    return this.write((tx, actor) => this.writer.create(tx, actor, object, rows));
  }

  async update(object: string, id: string, values: RecordValues): Promise<void> {
    await this.write((tx, actor) => this.writer.update(tx, actor, object, [{ id, values }]));
  }

  async delete(object: string, id: string): Promise<void> {
    await this.write((tx, actor) => this.writer.delete(tx, actor, object, [id]));
  }

  async restore(object: string, id: string): Promise<void> {
    await this.write((tx, actor) => this.writer.restore(tx, actor, object, [id]));
  }

  /** Sets the clock and lets the engine do everything there is to do. */
  async pass(now: string = this.now): Promise<void> {
    this.now = now;
    while (await this.engine.work(this.org));
  }

  /** Live records, by API name of their columns as the table has them. */
  async records<Row extends object = Record<string, unknown>>(object: string): Promise<Row[]> {
    const table = this.models.latest()?.objectByName.get(object)?.table ?? '';
    return this.run<Row>(sql`select * from ${sql.id(this.org.schema, table)} where deleted_at is null order by created_at, id`);
  }

  async end(): Promise<void> {
    await this.close();
  }

  private async write(work: (tx: Parameters<RecordWriter['create']>[0], actor: Actor) => Promise<{ ids: string[] } | { problems: readonly Problem[] }>): Promise<string[]> {
    const actor = { ...(await this.system(this.org)), source: 'api' as const };
    const outcome = await this.database.transaction(this.org, (tx) => work(tx, actor));
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    return outcome.ids;
  }

  /** Everybody who has a row may do everything. */
  private async person(org: Org, userId: string): Promise<Actor | undefined> {
    const [known] = await this.run(sql`select from ${orgTable(org.schema, 'user')} where id = ${userId}::uuid`);
    return known && { ...(await this.system(org)), userId };
  }

  private async system(org: Org): Promise<Actor> {
    const { model } = await this.models.current();
    return { org, userId: SYSTEM, access: resolveAccess(model, ['admin'], { userId: SYSTEM, admin: true }), locale: org.locale, timeZone: org.timeZone, source: 'workflow' };
  }
}

/** Revisions by number, without the platform's tables. */
class PublishedHere {
  private readonly revisions: Model[] = [];

  add(model: Model): Model {
    this.revisions.push(model);
    return model;
  }

  latest(): Model | null {
    return this.revisions.at(-1) ?? null;
  }

  async current(): Promise<{ revision: number; model: Model }> {
    return { revision: this.revisions.length, model: await this.at({}, this.revisions.length) };
  }

  async at(_: unknown, revision: number): Promise<Model> {
    const model = this.revisions[revision - 1];
    if (!model) throw new Error(`There is no revision ${revision}.`);
    return model;
  }
}
