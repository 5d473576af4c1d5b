import { v7 as uuidv7 } from 'uuid';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { OrgDatabase } from '../database/org-database.js';
import { Users } from '../identity/users.js';
import { Orgs } from '../orgs/orgs.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';
import { EarlierOrgs } from './earlier-orgs.js';
import { settlePrincipals } from './principals.js';

const role = (name: string, parent?: string) => ({ kind: 'role', name, title: name, ...(parent !== undefined && { parent }) });
const team = (name: string) => ({ kind: 'team', name, title: name });
const queue = (...members: string[]) => ({ kind: 'queue', name: 'desk', title: 'Desk', members, choose: 'take' });

describe('who counts as whom', () => {
  let test: TestApp;
  let admin: Caller;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp('principals');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    for (const name of ['ann', 'ben', 'cem', 'pia']) {
      ids[name] = (await test.app.get(Users).create(test.org, { name, email: `${name}@example.com`, password: 'a long word 4711 x', permissionSets: [] })).id;
    }
    await publish(role('head'), role('sales', 'head'), role('north', 'sales'), team('blue'), queue('Ben@example.com'));
  }, 120_000);
  afterAll(() => test.close());

  it('is known of everybody from the moment they are made', async () => {
    expect(await principalsOf('ann')).toEqual(['everyone', `user:${ids['ann']}`]);
  });

  it('follows the addresses of queues', async () => {
    expect(await principalsOf('ben')).toContain('queue:desk');
    await publish(queue('cem@example.com'));
    expect(await principalsOf('ben')).not.toContain('queue:desk');
    expect(await principalsOf('cem')).toContain('queue:desk');
  });

  it('follows roles up the tree, teams, and who is below whom', async () => {
    await place({ ann: { role: 'head' }, ben: { role: 'sales', teams: ['blue', 'gone'] }, cem: { role: 'north' } });
    expect(await principalsOf('cem')).toEqual(['below:head', 'below:north', 'below:sales', 'everyone', 'queue:desk', 'role:north', `user:${ids['cem']}`]);
    expect(await principalsOf('ben')).toEqual(['below:head', 'below:sales', 'everyone', 'role:sales', 'team:blue', `user:${ids['ben']}`]);
    expect([await below('ann'), await below('ben'), await below('cem')]).toEqual([['ben', 'cem'], ['cem'], []]);
  });

  it('follows the tree when it is published anew', async () => {
    await publish(role('north', 'head'));
    expect([await below('ann'), await below('ben')]).toEqual([['ben', 'cem'], []]);
    await publish(role('north', 'sales'));
    expect(await below('ben')).toEqual(['cem']);
  });

  it('puts nobody below a partner, and makes no partner one of everyone', async () => {
    await place({ pia: { role: 'sales', kind: 'partner' } });
    expect(await principalsOf('pia')).toEqual(['below:head', 'below:sales', 'role:sales', `user:${ids['pia']}`]);
    expect(await below('pia')).toEqual([]);
    expect(await below('ann')).toEqual(['ben', 'cem', 'pia']);
  });

  it('keeps those who are switched off: what they own is shared as before', async () => {
    await test.app.get(Users).update(test.org, ids['cem'] ?? '', { active: false });
    await place({});
    expect(await below('ann')).toEqual(['ben', 'cem', 'pia']);
  });

  it('is the same in a sandbox, also after people have changed', async () => {
    const { data } = await admin.ask<{ createSandbox: { id: string } }>('mutation ($input: SandboxInput!) { createSandbox(input: $input) { id } }', { input: { name: 'Trial', copies: 'NONE' } });
    const id = data?.createSandbox.id ?? '';
    await test.app.get(Sandboxes).fill(await test.app.get(Orgs).byId(id));
    const [sandbox] = await rows<{ schema: string }>('select schema from guanxi.org where id = $1', [id]);
    expect(await below('ann', sandbox?.schema)).toEqual(['ben', 'cem', 'pia']);
    await place({ ben: { role: null } });
    expect(await below('ann', sandbox?.schema)).toEqual(['cem', 'pia']);
    expect(await below('ann')).toEqual(['cem', 'pia']);
  }, 90_000);

  it('is worked out at the first start for an org that was there before', async () => {
    const before = await everything();
    for (const table of ['_principal', '_below', '_standing']) await rows(`delete from ${test.org.schema}.${table}`);
    await rows("delete from guanxi.org_migration where org_id = $1 and name = 'standings of documents'", [test.org.id]);
    await test.app.get(EarlierOrgs).onApplicationBootstrap();
    expect(await everything()).toEqual(before);
  });

  async function publish(...documents: object[]): Promise<void> {
    const saved = await admin.ask<{ saveDraft: { problems: unknown[] } }>('mutation ($d: [JSON!]!) { saveDraft(documents: $d) { problems { path message } } }', { d: documents });
    expect([saved.errors, saved.data?.saveDraft.problems]).toEqual([undefined, []]);
    const { data } = await admin.ask<{ plan: { baseRevision: number } }>('{ plan { baseRevision } }');
    const done = await admin.ask<{ publish: { problems: unknown[]; revision: number | null } }>('mutation ($b: Int!) { publish(baseRevision: $b) { revision problems { message } } }', { b: data?.plan.baseRevision });
    expect([done.errors, done.data?.publish.problems]).toEqual([undefined, []]);
  }

  async function place(people: Readonly<Record<string, { role?: string | null; teams?: string[]; kind?: string }>>): Promise<void> {
    await test.app.get(OrgDatabase).transactionWithPlatform(test.org, async (tx, platform) => {
      for (const [name, { role: is, teams, kind }] of Object.entries(people)) {
        await platform.query('update guanxi."user" set role = case when $5 then $2 else role end, teams = coalesce($3, teams), kind = coalesce($4, kind) where id = $1', [ids[name], is ?? null, teams ?? null, kind ?? null, is !== undefined]);
      }
      await settlePrincipals(tx);
    });
  }

  async function rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await test.database.pool.query<Row>(text, values)).rows;
  }

  async function principalsOf(name: string): Promise<string[]> {
    return (await rows<{ principal: string }>(`select principal from ${test.org.schema}._principal where user_id = $1 order by principal collate "C"`, [ids[name] ?? uuidv7()])).map(({ principal }) => principal);
  }

  async function below(name: string, schema = test.org.schema): Promise<string[]> {
    return (await rows<{ name: string }>(`select u.name from ${schema}._below b join guanxi."user" u on u.id = b.owner_id where b.user_id = $1 order by 1`, [ids[name]])).map((row) => row.name);
  }

  async function everything(): Promise<unknown> {
    return [
      await rows(`select * from ${test.org.schema}._principal order by 1, 2`),
      await rows(`select * from ${test.org.schema}._below order by 1, 2`),
      await rows(`select * from ${test.org.schema}._standing order by 1, 2, 3`),
    ];
  }
});
