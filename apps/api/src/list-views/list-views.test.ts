import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

const MEI = { email: 'mei@guanxi.local', password: 'another password' };
const SAVE = 'mutation ($view: ListViewInput!) { saved: saveListView(view: $view) { id title isShared isMine content } }';

interface View { readonly id: string; readonly title: string; readonly isShared: boolean; readonly isMine: boolean; readonly content: unknown }

describe('views that people save', () => {
  let test: TestApp;
  let admin: Caller;
  let mei: Caller;

  beforeAll(async () => {
    test = await startTestApp('list-views');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Mei', ...MEI, permissionSets: ['sales'] } });
    mei = await test.signIn(MEI.email, MEI.password);
  });
  afterAll(() => test.close());

  const save = async (caller: Caller, view: object) => caller.ask<{ saved: View }>(SAVE, { view: { object: 'Customer', content: { columns: [{ name: 'city' }] }, ...view } });
  const titles = async (caller: Caller) => ((await caller.ask<{ listViews: View[] }>('{ listViews { id title isShared isMine content } }')).data?.listViews ?? []).map(({ title, isShared, isMine }) => `${title}${isShared ? ' shared' : ''}${isMine ? ' mine' : ''}`);

  const newcomer = async (name: string) => {
    const email = `${name}@guanxi.local`;
    const { data } = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name, email, password: MEI.password, permissionSets: ['sales'] } });
    return { id: data?.createUser.id ?? '', caller: await test.signIn(email, MEI.password) };
  };
  const seen = async (caller: Caller, id: string) => {
    const { data } = await caller.ask<{ listViews: { id: string }[] }>('{ listViews { id mayEdit mayShare audience { with { name } mayEdit } } }');
    const { id: _, ...view } = data?.listViews.find((one) => one.id === id) ?? {};
    return data?.listViews.some((one) => one.id === id) ? view : undefined;
  };

  const publish = async (documents: readonly object[]) => {
    await admin.ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents });
    const { data } = await admin.ask<{ plan: { baseRevision: number } }>('{ plan { baseRevision } }');
    const { data: done } = await admin.ask('mutation ($base: Int!) { publish(baseRevision: $base) { problems { message } } }', { base: data?.plan.baseRevision });
    expect(done).toEqual({ publish: { problems: [] } });
  };

  it('are one’s own until an admin shares them', async () => {
    await save(mei, { title: '我的台北客戶' });
    await save(admin, { title: 'Everybody’s', isShared: true });
    await save(admin, { title: 'For myself' });
    expect(await titles(mei)).toEqual(['Everybody’s shared', '我的台北客戶 mine']);
    expect(await titles(admin)).toEqual(['Everybody’s shared mine', 'For myself mine']);
    expect((await save(mei, { title: 'All', isShared: true })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are shown to people, roles and teams, some of whom may change them', async () => {
    const lin = await newcomer('lin');
    const wu = await newcomer('wu');
    const { data } = await save(mei, { title: 'Ours', audience: [{ kind: 'USER', id: lin.id, mayEdit: true }, { kind: 'USER', id: wu.id }] });
    const id = data?.saved.id ?? '';
    expect([await seen(mei, id), await seen(lin.caller, id), await seen(wu.caller, id), await seen(admin, id)]).toEqual([
      { mayEdit: true, mayShare: true, audience: [{ with: { name: 'lin' }, mayEdit: true }, { with: { name: 'wu' }, mayEdit: false }] },
      { mayEdit: true, mayShare: false, audience: [{ with: { name: 'lin' }, mayEdit: true }, { with: { name: 'wu' }, mayEdit: false }] },
      { mayEdit: false, mayShare: false, audience: [] },
      undefined,
    ]);
    expect((await save(lin.caller, { id, title: 'Theirs' })).data?.saved).toMatchObject({ title: 'Theirs' });
    expect((await save(lin.caller, { id, title: 'Theirs', audience: [] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await save(wu.caller, { id, title: 'Mine' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const gone = (caller: Caller) => caller.ask<{ gone: boolean }>('mutation ($id: ID!) { gone: deleteListView(id: $id) }', { id }).then((answer) => answer.data?.gone);
    expect(await gone(lin.caller)).toBe(false);
    expect(await seen(wu.caller, id)).toBeDefined();
    await save(mei, { id, title: 'Ours', audience: [] });
    expect(await seen(lin.caller, id)).toBeUndefined();
    expect((await save(mei, { id, title: 'Ours', audience: [{ kind: 'TEAM', id: 'nobody' }] })).errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/view/audience/0']);
  });

  it('are shown to a role, to what is below it, and to a team, whoever is in them', async () => {
    await publish([
      { kind: 'role', name: 'head', title: 'Head of sales', guanxi: { id: 'r-head' } },
      { kind: 'role', name: 'rep', title: 'Representative', parent: 'head', guanxi: { id: 'r-rep' } },
      { kind: 'team', name: 'fair', title: 'Fair', guanxi: { id: 't-fair' } },
    ]);
    const [rep, head, member, other] = [await newcomer('rep'), await newcomer('head'), await newcomer('member'), await newcomer('other')];
    for (const [person, role] of [[rep, 'rep'], [head, 'head']] as const) await admin.ask('mutation ($ids: [ID!]!, $role: String!) { assignRole(ids: $ids, role: $role) { id } }', { ids: [person.id], role });
    await admin.ask('mutation ($ids: [ID!]!) { setTeamMembers(team: "fair", members: $ids) { count } }', { ids: [member.id] });
    const shown = async (audience: object[]) => {
      const { data } = await save(mei, { title: JSON.stringify(audience).slice(0, 60), audience });
      const id = data?.saved.id ?? '';
      return Promise.all([rep, head, member, other].map(async ({ caller }) => (await seen(caller, id)) !== undefined));
    };
    expect(await shown([{ kind: 'ROLE', id: 'rep' }])).toEqual([true, false, false, false]);
    expect(await shown([{ kind: 'BELOW', id: 'head' }])).toEqual([true, true, false, false]);
    expect(await shown([{ kind: 'TEAM', id: 'fair', mayEdit: true }])).toEqual([false, false, true, false]);
    await admin.ask('mutation { setTeamMembers(team: "fair", members: []) { count } }');
    expect((await titles(member.caller)).filter((title) => title.includes('TEAM'))).toEqual([]);
  });

  it('are told of to those who see them from now on, with a way there', async () => {
    const [ann, bob] = [await newcomer('ann'), await newcomer('bob')];
    const { data } = await save(mei, { title: 'For Ann', audience: [{ kind: 'USER', id: ann.id }] });
    const id = data?.saved.id ?? '';
    const told = async (caller: Caller) => (await caller.ask<{ notifications: { kind: string; view: object | null }[] }>('{ notifications { kind text by { name } view { id object title } } }')).data?.notifications.filter(({ kind }) => kind === 'view');
    const view = { id, object: 'Customer', title: 'For Ann' };
    expect([await told(ann.caller), await told(bob.caller), await told(mei)]).toEqual([[{ kind: 'view', text: 'For Ann', by: { name: 'Mei' }, view }], [], []]);
    await save(mei, { id, title: 'For both', audience: [{ kind: 'USER', id: ann.id, mayEdit: true }, { kind: 'USER', id: bob.id }] });
    expect([await told(ann.caller), await told(bob.caller)]).toMatchObject([[{ view: { title: 'For both' } }], [{ view: { title: 'For both' } }]]);
    await save(ann.caller, { id, title: 'For all of us' });
    await save(mei, { id, title: 'For Bob', audience: [{ kind: 'USER', id: bob.id }] });
    expect([await told(ann.caller), await told(bob.caller)]).toMatchObject([[], [{ text: 'For Bob' }]]);
  });

  it('are changed and deleted by those they belong to', async () => {
    const { data } = await save(mei, { title: 'North' });
    const id = data?.saved.id ?? '';
    expect((await save(mei, { id, title: 'South', content: { group: 'city' } })).data?.saved).toEqual({ id, title: 'South', isShared: false, isMine: true, content: { group: 'city' } });
    expect((await save(admin, { id, title: 'Taken' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const gone = (caller: Caller) => caller.ask<{ gone: boolean }>('mutation ($id: ID!) { gone: deleteListView(id: $id) }', { id }).then((answer) => answer.data?.gone);
    expect([await gone(admin), await gone(mei), await gone(mei)]).toEqual([false, true, false]);
  });

  it('may be searches over all objects', async () => {
    const { data } = await save(mei, { object: '*', title: '台北的王', content: { q: '王 台北', mine: true } });
    expect(data?.saved).toMatchObject({ title: '台北的王', isMine: true, content: { q: '王 台北', mine: true } });
    expect(await titles(admin)).not.toContain('台北的王');
  });

  it('have a name and a content that fits', async () => {
    const refused = await save(mei, { title: ' ', content: { filters: ['x'.repeat(70_000)] } });
    expect(refused.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/view/title', '/view/content']);
    expect((await save(mei, { title: 'NUL', content: { a: '\u0000' } })).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect((await save(mei, { id: 'nonsense', title: 'x' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
