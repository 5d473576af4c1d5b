import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings, type Settings } from '../config/settings.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { makeApp } from '../startup/make-app.js';
import { setUp } from '../startup/set-up.js';
import { makeDataFolder, prepareOrgTemplate, writeDataFolder } from './org-template.js';
import { startFromSources } from './start-from-sources.js';

export const ADMIN = { email: 'admin@guanxi.local', password: 'a password for tests' };

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: { readonly code: string; readonly problems?: readonly TestProblem[]; readonly [key: string]: unknown } }[];
}

export interface TestProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** Somebody who is signed in. */
export interface Caller {
  readonly cookie: string;
  /** Asks /metadata, or /graphql with `path`. */
  ask<Data = Record<string, unknown>>(query: string, variables?: Readonly<Record<string, unknown>>, path?: string): Promise<Answer<Data>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly settings: Settings;
  readonly org: Org;
  signIn(email: string, password: string): Promise<Caller>;
  /** Another process on the same database. */
  startSecond(): Promise<TestApp>;
  /** A process of its own on the same database, from the sources, to be killed; `close` ends those that a failed test left. */
  startProcess(role: 'api' | 'worker', environment?: Environment): ChildProcess;
  close(): Promise<void>;
}

/** What the set-up writes down: with another one of these, or with none of the template's keys, an org is made anew. */
const MADE_WITH: readonly string[] = ['GUANXI_ADMIN_EMAIL', 'GUANXI_ADMIN_PASSWORD', 'GUANXI_ORG_NAME', 'GUANXI_TIME_ZONE', 'GUANXI_CURRENCY', 'GUANXI_LOCALE', 'GUANXI_COUNTRY', 'GUANXI_ENCRYPTION_KEYS'];

/**
 * The whole application on a database of its own, set up as a stranger would find it. Suites that ask for nothing of their own
 * in the set-up get a copy of one org, with one id, schema and key; `fresh` goes through the set-up itself.
 */
export async function startTestApp(name: string, environment: Environment = {}, { fresh = MADE_WITH.some((variable) => variable in environment) } = {}): Promise<TestApp> {
  const template = fresh ? undefined : await prepareOrgTemplate(async (database, dataFolder) => {
    const { app } = await start(database, readTestSettings(database, dataFolder), async () => undefined);
    await app.close();
  });
  const database = await createTestDatabase(name, template?.database);
  const dataFolder = await makeDataFolder();
  const cleanUp = async () => {
    await database.drop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    if (template) await writeDataFolder(dataFolder, template.files);
    return await start(database, readTestSettings(database, dataFolder, environment), cleanUp);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function readTestSettings(database: TestDatabase, dataFolder: string, environment: Environment = {}): Settings {
  const read = readSettings({
    DATABASE_URL: database.url,
    GUANXI_DATA: dataFolder,
    GUANXI_ADMIN_EMAIL: ADMIN.email,
    GUANXI_ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'error',
    ...environment,
  });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
}

async function start(database: TestDatabase, settings: Settings, cleanUp: () => Promise<void>): Promise<TestApp> {
  const app = await makeApp(settings);
  const org = await getReady(app, settings).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const children: ChildProcess[] = [];
  return {
    app,
    database,
    settings,
    org,
    signIn: (email, password) => signIn(app, email, password),
    startSecond: () => start(database, settings, async () => undefined),
    startProcess(role, environment = {}) {
      const child = startFromSources(role, { DATABASE_URL: database.url, GUANXI_DATA: settings.dataFolder, LOG_LEVEL: 'error', ...environment });
      children.push(child);
      return child;
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await app.close();
      await cleanUp();
    },
  };
}

async function getReady(app: NestFastifyApplication, settings: Settings): Promise<Org> {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await setUp(app, settings);
  const [org] = await app.get(Orgs).all();
  if (!org) throw new Error('The setup made no org.');
  return org;
}

async function signIn(app: NestFastifyApplication, email: string, password: string): Promise<Caller> {
  const response = await app.inject({ method: 'POST', url: '/auth/sign-in', payload: { email, password } });
  const cookie = response.cookies.find(({ name }) => name === 'guanxi_session');
  if (response.statusCode !== 204 || !cookie) throw new Error(`Signing in was answered with ${response.statusCode}: ${response.body}`);
  const header = `guanxi_session=${cookie.value}`;
  return {
    cookie: header,
    async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, url = '/metadata') {
      const answer = await app.inject({ method: 'POST', url, headers: { cookie: header, 'x-guanxi-request': '1' }, payload: { query, variables } });
      return answer.json<Answer<Data>>();
    },
  };
}
