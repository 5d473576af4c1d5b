import { createTestDatabase } from '@guanxi/embedded-postgres/testing';
import { parseDocuments, plan, type Model } from '@guanxi/metadata';
import { compileStatement, resolveAccess } from '@guanxi/query';
import fastify, { type FastifyInstance } from 'fastify';
import { sql, type RawBuilder } from 'kysely';
import { DataSource } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import type { ApiUse } from '../../access/api-uses.js';
import { OrgClock } from '../../config/clock.js';
import { makeDataSourceOptions } from '../../database/data-source-options.js';
import { OrgDatabase } from '../../database/org-database.js';
import { orgMigrations } from '../../database/org-schema/index.js';
import { readSettings } from '../../config/settings.js';
import { registerRecordsRoute, type RoutePorts } from '../route.js';
import { Documents } from '../http/documents.js';
import { answerOperation } from '../run/answer-operation.js';
import { Schemas } from '../run/schemas.js';
import { ADA, BOB, org } from './people.js';
import { customer, order, sales } from './shop-documents.js';
import { makePlatformTables } from '../../testing/make-platform-tables.js';

export { ADA, BOB, NOW, org } from './people.js';

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly string[]; extensions: Record<string, unknown> }[];
}

export type Person = 'ada' | 'bob';

export interface ShopApi {
  readonly server: FastifyInstance;
  readonly ports: RoutePorts;
  readonly database: OrgDatabase;
  readonly schemas: Schemas;
  model(): Model;
  actor(person: Person): Actor;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, person?: Person): Promise<Answer>;
  run<Row extends object>(statement: RawBuilder<unknown>): Promise<Row[]>;
  /** Publishes documents in place of the present ones. */
  publish(documents: readonly unknown[]): Promise<void>;
  written(): number;
  /** The uses of fields counted since the last call. */
  uses(): readonly ApiUse[];
  failures(): readonly unknown[];
  close(): Promise<void>;
}

/** `POST /graphql` over a shop in a real PostgreSQL: Ada is admin, Bob has the permission set "sales". The clock stands at `NOW`. */
export async function startShopApi(documents: readonly unknown[] = [customer, order, sales]): Promise<ShopApi> {
  const testDatabase = await createTestDatabase('graphql');
  const settings = readSettings({ DATABASE_URL: testDatabase.url });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  const dataSource = await new DataSource(makeDataSourceOptions(settings.value)).initialize();
  const database = new OrgDatabase(dataSource);
  const run = <Row extends object>(statement: RawBuilder<unknown>) => database.session(org).run<Row>(statement);
  await run(sql`create schema ${sql.id(org.schema)}`);
  await makePlatformTables(run);
  for (const { statements } of orgMigrations) for (const statement of statements(org.schema)) await run(statement);
  await run(sql`insert into ${sql.id(org.schema, '_user')} values (${ADA}::uuid, 'Ada', 'ada@example.com', true), (${BOB}::uuid, 'Bob', 'bob@example.com', true)`);

  let current: { revision: number; model: Model } | undefined;
  const published = () => {
    if (!current) throw new Error('Nothing is published yet.');
    return current;
  };
  const failures: unknown[] = [];
  const counted: ApiUse[] = [];
  let written = 0;
  const actor = (person: Person): Actor => {
    const [userId, admin] = person === 'ada' ? [ADA, true] : [BOB, false];
    const access = resolveAccess(published().model, admin ? [] : ['sales'], { userId, admin });
    return { org, userId, access, locale: 'en', timeZone: org.timeZone, source: 'api' };
  };
  const schemas = new Schemas();
  const server = fastify();
  const ports: RoutePorts = {
    actorFor: ({ headers }) => (headers['x-person'] === undefined ? undefined : actor(headers['x-person'] as Person)),
    models: { current: async () => published(), refresh: async () => published() },
    database,
    writer: { announce: () => (written += 1) },
    uses: { count: (_, uses) => counted.push(...uses) },
    clock: new OrgClock(),
    cipher: { encrypt: (text) => `g1:${Buffer.from(text).toString('base64url')}`, decrypt: (cipher) => Buffer.from(cipher.slice(3), 'base64url').toString() },
    schemas,
    limits: { spend: () => undefined },
    documents: new Documents(database),
    logFailure: (_reference, error) => failures.push(error),
  };
  registerRecordsRoute(server, ports);

  const api: ShopApi = {
    server,
    ports,
    database,
    schemas,
    model: () => published().model,
    actor,
    run,
    written: () => written,
    uses: () => counted.splice(0),
    failures: () => failures,
    ask: async (query, variables = {}, person = 'ada') => JSON.parse(await answerOperation({ query, variables }, actor(person), ports)) as Answer,
    async publish(documents) {
      const parsed = parseDocuments(documents);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
      const statements = plan(current?.model ?? null, parsed.value, { schema: org.schema }).flatMap((change) => change.statements);
      await database.transaction(org, async (tx) => {
        for (const statement of statements) {
          const { text, parameters } = compileStatement(statement);
          await tx.run({ text, values: parameters });
        }
      });
      current = { revision: (current?.revision ?? 0) + 1, model: parsed.value };
    },
    async close() {
      await server.close();
      await dataSource.destroy();
      await testDatabase.drop();
    },
  };
  await api.publish(documents);
  return api;
}
