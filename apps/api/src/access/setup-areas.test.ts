import { readFile, writeFile } from 'node:fs/promises';
import { setupAreas, type SetupArea } from '@guanxi/metadata';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { GraphQLSchemaHost, RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { AccessGuard } from '../metadata-api/access-guard.js';
import { SETUP_ONLY } from '../metadata-api/setup-only.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

interface Resolver {
  readonly type: 'Query' | 'Mutation';
  readonly field: string;
  readonly host: abstract new (...args: never[]) => unknown;
  readonly method: (...args: never[]) => unknown;
}

/** A new query or mutation is stated here, so that somebody has looked at who may use it. `UPDATE_GOLDEN=1` writes it anew. */
const GOLDEN = new URL('golden/setup-areas.json', import.meta.url);

/** What each field needs: one of the areas; `admin`: none would do; `everybody`: anybody who is signed in. */
type Needs = Readonly<Record<string, readonly string[]>>;

describe('the parts of Setup', () => {
  let test: TestApp;
  let resolvers: readonly Resolver[];

  beforeAll(async () => {
    test = await startTestApp('setup_areas');
    resolvers = findResolvers(test);
  });
  afterAll(() => test.close());

  it('are stated for every query and mutation of /metadata', async () => {
    const { schema } = test.app.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => (type ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : []));
    expect(resolvers.map(({ type, field }) => `${type}.${field}`).sort()).toEqual(fields.sort());
    const stated = Object.fromEntries(resolvers.map((one) => [`${one.type}.${one.field}`, needsOf(one)] as const).sort(([left], [right]) => (left < right ? -1 : 1)));
    if (process.env['UPDATE_GOLDEN']) await writeFile(GOLDEN, `${JSON.stringify(stated, null, 1)}\n`);
    expect(stated).toEqual(await readNeeds());
  });

  it.each(setupAreas)('let nobody through who has %s alone but where it is stated', async (area) => {
    const needs = await readNeeds();
    const guard = new AccessGuard(new Reflector());
    const wrong = resolvers.filter((one) => {
      const stated = needs[`${one.type}.${one.field}`] ?? [];
      return passes(guard, one, { admin: false, setup: [area] }) !== (stated.includes('everybody') || stated.includes(area));
    });
    expect(wrong.map(({ field }) => field)).toEqual([]);
  });

  it('are all open to admins, and none to those who have no area', async () => {
    const needs = await readNeeds();
    const guard = new AccessGuard(new Reflector());
    expect(resolvers.filter((one) => !passes(guard, one, { admin: true, setup: [...setupAreas] }))).toEqual([]);
    const open = resolvers.filter((one) => passes(guard, one, { admin: false, setup: [] })).map(({ type, field }) => `${type}.${field}`);
    expect(open.sort()).toEqual(Object.keys(needs).filter((field) => needs[field]?.includes('everybody')));
  });
});

async function readNeeds(): Promise<Needs> {
  return JSON.parse(await readFile(GOLDEN, 'utf8')) as Needs;
}

function findResolvers({ app }: TestApp): readonly Resolver[] {
  const found = new Map<string, Resolver>();
  for (const { providers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of providers.values()) {
      const prototype = (metatype as { prototype?: Record<string, unknown> } | null)?.prototype;
      for (const name of prototype ? Object.getOwnPropertyNames(prototype) : []) {
        const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as Resolver['method'] | undefined;
        const type = typeof method === 'function' ? (Reflect.getMetadata(RESOLVER_TYPE_METADATA, method) as string | undefined) : undefined;
        if (!method || (type !== 'Query' && type !== 'Mutation')) continue;
        const field = (Reflect.getMetadata(RESOLVER_NAME_METADATA, method) as string | undefined) ?? name;
        found.set(`${type}.${field}`, { type, field, host: metatype as Resolver['host'], method });
      }
    }
  }
  return [...found.values()];
}

function needsOf({ method, host }: Resolver): readonly string[] {
  const areas = new Reflector().getAllAndOverride<readonly SetupArea[] | undefined>(SETUP_ONLY, [method, host]);
  return areas === undefined ? ['everybody'] : areas.length === 0 ? ['admin'] : areas;
}

function passes(guard: AccessGuard, { method, host }: Resolver, { admin, setup }: { readonly admin: boolean; readonly setup: readonly SetupArea[] }): boolean {
  const context = new ExecutionContextHost([undefined, {}, { request: { actor: { access: { admin, setup: new Set(setup) } } } }, {}], host as never, method);
  context.setType('graphql');
  try {
    return guard.canActivate(context);
  } catch {
    return false;
  }
}
