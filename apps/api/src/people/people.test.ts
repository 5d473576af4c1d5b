import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { ShareSweep } from './share-sweep.js';

const PASSWORD = 'a good password';

const documents = [
  { kind: 'object', name: 'Deal', title: 'Deal', type: 'object', properties: { name: { type: 'string', title: 'Name', maxLength: 255, guanxi: { id: 'f-name', type: 'text' } } }, guanxi: { id: 'o-deal', sharing: { default: 'private' } } },
  { kind: 'role', name: 'head', title: 'Head', guanxi: { id: 'r-head' } },
  { kind: 'role', name: 'seller', title: 'Seller', titles: { 'zh-TW': '業務' }, parent: 'head', guanxi: { id: 'r-seller' } },
  { kind: 'team', name: 'blue', title: 'Blue', guanxi: { id: 't-blue' } },
  { kind: 'queue', name: 'desk', title: 'Desk', members: ['Quin@example.com', 'rita@example.com'], choose: 'take', guanxi: { id: 'q-desk' } },
  { kind: 'permissions', name: 'dealing', title: 'Dealing', objects: { Deal: { read: 'shared', create: true, edit: 'shared', delete: 'shared' } }, guanxi: { id: 's-sales' } },
  { kind: 'permissions', name: 'outgoing', title: 'Outgoing', objects: { Deal: { read: 'shared', export: true } }, guanxi: { id: 's-out' } },
  { kind: 'permissions', name: 'hr', title: 'HR', objects: {}, setup: ['people'], guanxi: { id: 's-hr' } },
];

describe('people, and what they open to each other', () => {
  let test: TestApp;
  let admin: Caller;
  const ids: Record<string, string> = {};
  const callers: Record<string, Caller> = {};

  beforeAll(async () => {
    test = await startTestApp('people');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    expect(await must(admin, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents })).toEqual({ saveDraft: { problems: [] } });
    const { plan } = await must<{ plan: { baseRevision: number } }>(admin, '{ plan { baseRevision } }');
    expect(await must(admin, 'mutation ($base: Int!) { publish(baseRevision: $base) { problems { message } } }', { base: plan.baseRevision })).toEqual({ publish: { problems: [] } });
    for (const [name, sets] of [['boss', ['dealing']], ['ann', ['dealing']], ['bob', ['dealing']], ['pam', ['dealing']], ['hank', ['hr', 'dealing']]] as const) {
      const made = await must<{ createUser: { id: string } }>(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name, email: `${name}@example.com`, password: PASSWORD, permissionSets: sets } });
      ids[name] = made.createUser.id;
      callers[name] = await test.signIn(`${name}@example.com`, PASSWORD);
    }
  });
  afterAll(() => test.close());

  it('puts people in roles and teams, and says how many stand where', async () => {
    await must(admin, 'mutation ($ids: [ID!]!) { assignRole(ids: $ids, role: "seller") { id } }', { ids: [of('ann'), of('bob')] });
    await must(admin, 'mutation ($ids: [ID!]!) { placeUsers(ids: $ids, place: { role: "head", kind: INTERNAL }) { id role kind } }', { ids: [of('boss')] });
    const { setTeamMembers } = await must<{ setTeamMembers: object }>(admin, 'mutation ($ids: [ID!]!) { setTeamMembers(team: "blue", members: $ids) { title count members { name } } }', { ids: [of('bob')] });
    expect(setTeamMembers).toEqual({ title: 'Blue', count: 1, members: [{ name: 'bob' }] });
    const { roles } = await must<{ roles: object[] }>(admin, '{ roles { name parent count countBelow people { name } } }');
    expect(roles).toEqual([
      { name: 'head', parent: null, count: 1, countBelow: 3, people: [{ name: 'boss' }] },
      { name: 'seller', parent: 'head', count: 2, countBelow: 2, people: [{ name: 'ann' }, { name: 'bob' }] },
    ]);
    const { users } = await must<{ users: { id: string }[] }>(admin, '{ users { id role teams kind manager { name } } }');
    expect(users.find(({ id }) => id === of('bob'))).toMatchObject({ role: 'seller', teams: ['blue'], kind: 'INTERNAL', manager: null });
    const seen = await must<{ users: { id: string }[]; roles: { people: unknown[] }[] }>(call('ann'), '{ users { id role } roles { people { id } } }');
    expect([seen.users.find(({ id }) => id === of('bob')), seen.users.find(({ id }) => id === of('ann')), seen.roles.map(({ people }) => people)]).toEqual([{ id: of('bob'), role: null }, { id: of('ann'), role: 'seller' }, [[], []]]);
  });

  it('finds what belongs to one’s teams, and to the people below one', async () => {
    await must(admin, 'mutation ($ids: [ID!]!) { setTeamMembers(team: "blue", members: $ids) { count } }', { ids: [of('bob'), of('boss')] });
    for (const owner of ['ann', 'bob', 'pam', 'boss']) await must(admin, 'mutation ($owner: ID!, $name: String!) { createDeal(data: { name: $name, ownerId: $owner }) { id } }', { owner: of(owner), name: `${owner} deal` }, '/graphql');
    const find = async (name: string, word: string) => (await must<{ deals: { nodes: { name: string }[] } }>(call(name), 'query ($where: DealWhere) { deals(where: $where, orderBy: [{ name: ASC }]) { nodes { name } } }', { where: { ownerId: { among: word } } }, '/graphql')).deals.nodes.map(({ name: found }) => found);
    expect(await find('boss', 'myTeams')).toEqual(['bob deal', 'boss deal']);
    expect(await find('boss', 'belowMe')).toEqual(['ann deal', 'bob deal', 'boss deal']);
    expect(await find('pam', 'myTeams')).toEqual(['pam deal']);
    const { count } = await must<{ count: { totalCount: number } }>(call('boss'), '{ count: deals(where: { NOT: { ownerId: { among: myTeams } } }) { totalCount } }', {}, '/graphql');
    expect(count.totalCount).toBe(1);
    await must(admin, 'mutation ($ids: [ID!]!) { setTeamMembers(team: "blue", members: $ids) { count } }', { ids: [of('bob')] });
    await must(admin, 'mutation { deleteDealsWhere(where: {}) { changed } }', {}, '/graphql');
  });

  it('refuses roles that there are not, circles of managers, and widening one’s own reach', async () => {
    const unknown = await admin.ask('mutation ($ids: [ID!]!) { placeUsers(ids: $ids, place: { role: "none", teams: ["red"] }) { id } }', { ids: [of('ann')] });
    expect(unknown.errors?.[0]?.extensions.problems?.map(({ path, hint }) => [path, hint])).toEqual([['/role', 'There are: head, seller.'], ['/teams/0', 'There are: blue.']]);
    await must(admin, 'mutation ($ids: [ID!]!, $to: ID) { setManager(ids: $ids, manager: $to) { id } }', { ids: [of('ann')], to: of('bob') });
    await must(admin, 'mutation ($ids: [ID!]!, $to: ID) { setManager(ids: $ids, manager: $to) { id } }', { ids: [of('bob')], to: of('boss') });
    const deal = await createDeal('ann', 'Reported');
    const above = async () => (await must<{ deal: object; deals: { totalCount: number } }>(admin, `query ($id: ID!, $boss: ID!) { deal(id: $id) { owner { manager { name manager { name } } } } deals(where: { owner: { manager: { managerId: { eq: $boss } } } }) { totalCount } }`, { id: deal, boss: of('boss') }, '/graphql'));
    expect(await above()).toEqual({ deal: { owner: { manager: { name: 'bob', manager: { name: 'boss' } } } }, deals: { totalCount: 1 } });
    await must(admin, 'mutation ($id: ID!) { deleteDeal(id: $id) { id } }', { id: deal }, '/graphql');
    const circle = await admin.ask('mutation ($ids: [ID!]!, $to: ID) { setManager(ids: $ids, manager: $to) { id } }', { ids: [of('boss')], to: of('ann') });
    expect(circle.errors?.[0]?.extensions.problems?.[0]?.message).toContain('boss → ann → bob → boss');
    expect((await call('ann').ask('mutation ($ids: [ID!]!) { assignRole(ids: $ids, role: "head") { id } }', { ids: [of('ann')] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await call('hank').ask('mutation ($ids: [ID!]!) { assignRole(ids: $ids, role: "head") { id } }', { ids: [of('hank')] })).errors?.[0]?.message).toMatch(/Your own role/);
    await must(call('hank'), 'mutation ($ids: [ID!]!) { assignRole(ids: $ids, role: "seller") { id } }', { ids: [of('ann')] });
  });

  it('shares a record with a person until its time is over', async () => {
    const deal = await createDeal('ann', 'Northwind');
    expect([await reads('boss', deal), await reads('bob', deal)]).toEqual([true, false]);
    expect((await share('bob', deal, { with: [{ kind: 'USER', id: of('bob') }] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const shared = await share('ann', deal, { with: [{ kind: 'USER', id: of('bob') }], until, reason: 'holiday' });
    expect(shared.data?.shareRecord).toMatchObject({ mayShare: true, owner: { name: 'ann' }, default: 'private', shares: [{ with: { kind: 'USER', name: 'bob', present: true }, access: 'READ', until, reason: 'holiday', by: { name: 'ann' }, end: null }], ended: [] });
    expect([await reads('bob', deal), await renames('bob', deal), await reads('pam', deal)]).toEqual([true, false, false]);
    const sharing = await must<{ recordShares: { mayShare: boolean; refusal: string } }>(call('bob'), `{ recordShares(object: "Deal", recordId: "${deal}") { mayShare refusal } }`);
    expect(sharing.recordShares).toEqual({ mayShare: false, refusal: expect.stringContaining('Only ann') });
    expect((await share('bob', deal, { with: [{ kind: 'TEAM', id: 'blue' }] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await share('ann', deal, { with: [{ kind: 'USER', id: of('bob') }], access: 'EDIT' });
    expect(await renames('bob', deal)).toBe(true);
    await test.database.pool.query(`update ${test.org.schema}._share set until = now() - interval '1 second' where record_id = $1`, [deal]);
    expect(await reads('bob', deal)).toBe(false);
    const over = `{ recordShares(object: "Deal", recordId: "${deal}") { shares { id } ended { end with { name } endedBy { name } } } }`;
    const before = (await must<{ recordShares: object }>(call('ann'), over)).recordShares;
    expect(before).toEqual({ shares: [], ended: [{ end: 'EXPIRED', with: { name: 'bob' }, endedBy: null }] });
    expect(await test.app.get(ShareSweep).sweep(test.org)).toBe(1);
    expect((await must<{ recordShares: object }>(call('ann'), over)).recordShares).toEqual(before);
    const { timeline } = await must<{ timeline: { items: { kind: string }[] } }>(call('ann'), `{ timeline(object: "Deal", recordId: "${deal}") { items { kind text share { with access } by { name } } } }`);
    expect(timeline.items.filter(({ kind }) => kind.startsWith('share')).sort((left, right) => left.kind.localeCompare(right.kind))).toEqual([
      { kind: 'shareChanged', text: null, share: { with: 'bob', access: 'EDIT' }, by: { name: 'ann' } },
      { kind: 'shareExpired', text: null, share: { with: 'bob', access: 'EDIT' }, by: null },
      { kind: 'shareShared', text: 'holiday', share: { with: 'bob', access: 'READ' }, by: { name: 'ann' } },
    ]);
  });

  it('shares with roles and teams, and ends shares', async () => {
    const deal = await createDeal('boss', 'Headquarters');
    expect(await reads('ann', deal)).toBe(false);
    await share('boss', deal, { with: [{ kind: 'BELOW', id: 'head' }, { kind: 'TEAM', id: 'blue' }], access: 'EDIT' });
    expect([await reads('ann', deal), await renames('bob', deal), await reads('pam', deal)]).toEqual([true, true, false]);
    const { recordShares } = await must<{ recordShares: { shares: { id: string; with: { name: string } }[] } }>(call('boss'), `{ recordShares(object: "Deal", recordId: "${deal}") { shares { id with { name } } } }`);
    expect(recordShares.shares.map((one) => one.with.name)).toEqual(['Head and roles below', 'Blue']);
    const ended = (name: string, id: string) => call(name).ask('mutation ($id: ID!) { endShare(id: $id) }', { id });
    expect((await ended('ann', recordShares.shares[0]?.id ?? '')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const { id } of recordShares.shares) expect((await ended('boss', id)).data).toEqual({ endShare: true });
    expect([await reads('ann', deal), await reads('bob', deal)]).toEqual([false, false]);
    expect((await ended('boss', recordShares.shares[0]?.id ?? '')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const wrong = await share('boss', deal, { with: [{ kind: 'USER', id: of('boss') }, { kind: 'ROLE', id: 'none' }], until: '2020-01-01T00:00:00Z' });
    expect(wrong.errors?.[0]?.extensions.problems?.map(({ path, code }) => [path, code])).toEqual([['/with/0', 'owner'], ['/with/1', 'unknown'], ['/until', 'past']]);
  });

  it('shows a partner their own records and those shared with them, and lets them share none', async () => {
    await must(admin, 'mutation ($ids: [ID!]!) { placeUsers(ids: $ids, place: { role: "head", kind: PARTNER }) { id } }', { ids: [of('pam')] });
    expect((await admin.ask('mutation ($ids: [ID!]!) { placeUsers(ids: $ids, place: { kind: PARTNER }) { id } }', { ids: [(await must<{ session: { user: { id: string } } }>(admin, '{ session { user { id } } }')).session.user.id] })).errors?.[0]?.extensions.problems?.[0]?.code).toBe('admin');
    const mighty = await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { permissionSets: ["dealing", "admin"] }) { id } }', { id: of('pam') });
    expect(mighty.errors?.[0]?.extensions.problems?.map(({ path, code }) => [path, code])).toEqual([['/permissionSets/1', 'partner']]);
    const own = await createDeal('pam', 'Partner deal');
    const other = await createDeal('ann', 'Not for partners');
    expect((await call('pam').ask('{ deals { nodes { owner { manager { name } } } } }', {}, '/graphql')).errors?.[0]?.message).toContain('manager');
    const { deals } = await must<{ deals: { nodes: { name: string }[] } }>(call('pam'), '{ deals(first: 50) { nodes { name } } }', {}, '/graphql');
    expect(deals.nodes.map(({ name }) => name)).toEqual(['Partner deal']);
    expect([(await must<{ roles: unknown[] }>(call('pam'), '{ roles { name } }')).roles, await reads('pam', other), (await share('pam', own, { with: [{ kind: 'USER', id: of('ann') }] })).errors?.[0]?.message]).toEqual([[], false, expect.stringContaining('Partners')]);
    await share('ann', other, { with: [{ kind: 'USER', id: of('pam') }] });
    expect(await reads('pam', other)).toBe(true);
  });

  it('counts the records that a rule would open', async () => {
    const count = (which: object) => admin.ask<{ sharedRecordCount: number }>('query ($which: JSON!) { sharedRecordCount(object: "Deal", which: $which) }', { which });
    expect((await count({ when: "name = 'Partner deal'" })).data?.sharedRecordCount).toBe(1);
    expect((await count({ ownedBy: [{ role: 'seller' }] })).data?.sharedRecordCount).toBe(2);
    expect((await count({ when: 'name + 1' })).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/which/when');
    expect((await count({ all: true })).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('hands over what somebody had who leaves, in one operation that can be taken back', async () => {
    const deals = [await createDeal('bob', 'One'), await createDeal('bob', 'Two')];
    const { holdings } = await must<{ holdings: object }>(call('hank'), `{ holdings(userId: "${of('bob')}") { records { object count } approvals forms queues } }`);
    expect(holdings).toEqual({ records: [{ object: 'Deal', count: 2 }], approvals: 0, forms: 0, queues: [] });
    const gone = await must<{ deactivateUser: { operationId: string } }>(admin, 'mutation ($id: ID!, $to: ID) { deactivateUser(id: $id, transferTo: $to) { operationId refusal reports user { active } } }', { id: of('bob'), to: of('boss') });
    expect(gone.deactivateUser).toEqual({ operationId: expect.any(String), refusal: null, reports: 1, user: { active: false } });
    expect(await owners(deals)).toEqual(['boss', 'boss']);
    const { operation, users } = await must<{ operation: object; users: { id: string; manager: unknown }[] }>(admin, `{ operation(id: "${gone.deactivateUser.operationId}") { title status undoable counts { object updated } } users { id manager { name } } }`);
    expect(operation).toEqual({ title: 'Records handed over from bob to boss: 2', status: 'DONE', undoable: true, counts: [{ object: 'Deal', updated: 2 }] });
    expect(users.find(({ id }) => id === of('ann'))?.manager).toEqual({ name: 'boss' });
    const { rows } = await test.database.pool.query(`select manager_id from ${test.org.schema}._user where id = $1`, [of('ann')]);
    expect(rows).toEqual([{ manager_id: of('boss') }]);
    await must(admin, `mutation { undoOperation(id: "${gone.deactivateUser.operationId}") { status } }`);
    expect(await owners(deals)).toEqual(['bob', 'bob']);
    const again = await must<{ deactivateUser: object }>(admin, 'mutation ($id: ID!, $to: ID) { deactivateUser(id: $id, transferTo: $to, objects: ["Deal"]) { reports } }', { id: of('bob'), to: of('ann') });
    expect([again.deactivateUser, await owners(deals)]).toEqual([{ reports: 0 }, ['ann', 'ann']]);
    const wrong = await admin.ask('mutation ($id: ID!, $to: ID) { deactivateUser(id: $id, transferTo: $to) { refusal } }', { id: of('ann'), to: of('bob') });
    expect(wrong.errors?.[0]?.extensions.problems?.[0]?.path).toBe('/transferTo');
  });

  it('deactivates several at once, each by itself, and hands over lists, schedules and places in queues', async () => {
    for (const name of ['quin', 'rita', 'sam']) {
      const made = await must<{ createUser: { id: string } }>(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name, email: `${name}@example.com`, password: PASSWORD, permissionSets: name === 'sam' ? ['dealing', 'outgoing'] : ['dealing', 'hr'] } });
      ids[name] = made.createUser.id;
      callers[name] = await test.signIn(`${name}@example.com`, PASSWORD);
    }
    const deals = [await createDeal('quin', 'Q'), await createDeal('rita', 'R')];
    const { schema } = test.org;
    await test.database.pool.query(`insert into ${schema}._list_view (id, owner_id, object, title, is_shared, content, changed_at) select gen_random_uuid(), $1, 'Deal', title, title = 'Ours', '{}', now() from unnest(array['Ours', 'Mine']) title`, [of('quin')]);
    await test.database.pool.query(`insert into ${schema}._export_schedule (id, title, kind, wish, cron, time_zone, active, user_id, created_at, next_at) values
      (gen_random_uuid(), 'Deals', 'org', '{"objects": ["Deal"], "format": "csv"}', '0 3 * * *', 'UTC', true, $1, now(), now() + interval '1 day'),
      (gen_random_uuid(), 'All of it', 'backup', '{"withPasswords": false}', '0 3 * * *', 'UTC', true, $1, now(), now() + interval '1 day')`, [of('rita')]);
    const { holdingsOf } = await must<{ holdingsOf: object }>(admin, 'query ($ids: [ID!]!) { holdingsOf(userIds: $ids) { records { object count } queues schedules views webhooks keys } }', { ids: [of('quin'), of('rita')] });
    expect(holdingsOf).toEqual({ records: [{ object: 'Deal', count: 2 }], queues: ['Desk'], schedules: 2, views: 1, webhooks: 0, keys: 0 });
    const self = (await must<{ session: { user: { id: string } } }>(admin, '{ session { user { id } } }')).session.user.id;
    const leave = (caller: Caller, people: readonly string[], to: string | null) => caller.ask<{ deactivateUsers: { userId: string; departure: { operationId: string } | null; problem: string | null }[] }>(
      'mutation ($ids: [ID!]!, $to: ID) { deactivateUsers(ids: $ids, transferTo: $to) { userId problem departure { operationId refusal views schedules queues queueRefusal user { active } } } }', { ids: people, to });
    expect((await leave(admin, [of('quin'), of('sam')], of('sam'))).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/transferTo');
    expect((await leave(admin, [of('quin')], of('bob'))).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/transferTo');
    expect((await leave(call('hank'), [self], null)).data?.deactivateUsers).toEqual([{ userId: self, departure: null, problem: 'Only an admin changes an admin.' }]);
    const { data } = await leave(admin, [of('quin'), self, of('rita')], of('sam'));
    expect(data?.deactivateUsers).toEqual([
      { userId: of('quin'), problem: null, departure: { operationId: expect.any(String), refusal: null, views: 1, schedules: 0, queues: ['Desk'], queueRefusal: null, user: { active: false } } },
      { userId: self, problem: 'You cannot deactivate yourself.', departure: null },
      { userId: of('rita'), problem: null, departure: { operationId: expect.any(String), refusal: null, views: 0, schedules: 1, queues: ['Desk'], queueRefusal: null, user: { active: false } } },
    ]);
    expect(await owners(deals)).toEqual(['sam', 'sam']);
    // A backup is for admins: it stays, and stops.
    const { rows } = await test.database.pool.query<{ title: string; user_id: string }>(`select title, user_id from ${schema}._export_schedule order by title`);
    expect(rows).toEqual([{ title: 'All of it', user_id: of('rita') }, { title: 'Deals', user_id: of('sam') }]);
    const { documents: queues } = await must<{ documents: { document: { kind: string; members: string[] } }[] }>(admin, '{ documents(draft: true) { document } }');
    expect(queues.find(({ document }) => document.kind === 'queue')?.document.members).toEqual(['sam@example.com']);
    await must(admin, `mutation { undoOperation(id: "${data?.deactivateUsers[0]?.departure?.operationId ?? ''}") { status } }`);
    expect(await owners(deals)).toEqual(['quin', 'sam']);
    const { rows: told } = await test.database.pool.query<{ kind: string; count: number }>("select kind, count(*)::int as count from guanxi.trail where subject_id = any($1) and kind = 'userDeactivated' group by 1", [[of('quin'), of('rita')]]);
    expect(told).toEqual([{ kind: 'userDeactivated', count: 2 }]);
  });

  it('leaves queues as they are for who may not change them, and says why', async () => {
    await must(admin, 'mutation { discardDraft }');
    const made = await must<{ createUser: { id: string } }>(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Quin', email: 'quin2@example.com', password: PASSWORD, permissionSets: [] } });
    await test.database.pool.query(`update guanxi."user" set email = 'old@example.com' where id = $1`, [of('quin')]);
    await test.database.pool.query(`update guanxi."user" set email = 'quin@example.com' where id = $1`, [made.createUser.id]);
    const gone = await must<{ deactivateUser: object }>(call('hank'), 'mutation ($id: ID!, $to: ID) { deactivateUser(id: $id, transferTo: $to) { queues queueRefusal user { active } } }', { id: made.createUser.id, to: of('sam') });
    expect(gone.deactivateUser).toEqual({ queues: [], queueRefusal: expect.stringContaining('Desk'), user: { active: false } });
  });

  function of(name: string): string {
    return ids[name] ?? '';
  }

  function call(name: string): Caller {
    const caller = callers[name];
    if (!caller) throw new Error(`Nobody signed in as ${name}.`);
    return caller;
  }

  async function must<Data>(caller: Caller, query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> {
    const answer = await caller.ask<Data>(query, variables, path);
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** Rights reach a session within seconds of a change of the account. */
  async function createDeal(name: string, title: string): Promise<string> {
    const made = await must<{ createDeal: { id: string } }>(call(name), 'mutation ($name: String!) { createDeal(data: { name: $name }) { id } }', { name: title }, '/graphql');
    return made.createDeal.id;
  }

  async function reads(name: string, deal: string): Promise<boolean> {
    const { deal: found } = await must<{ deal: unknown }>(call(name), `{ deal(id: "${deal}") { id } }`, {}, '/graphql');
    return found !== null;
  }

  async function renames(name: string, deal: string): Promise<boolean> {
    const answer = await call(name).ask(`mutation { updateDeal(id: "${deal}", data: { name: "Renamed" }) { id } }`, {}, '/graphql');
    return !answer.errors;
  }

  async function owners(deals: readonly string[]): Promise<readonly string[]> {
    const { deals: found } = await must<{ deals: { nodes: { id: string; owner: { name: string } }[] } }>(admin, '{ deals(first: 50) { nodes { id owner { name } } } }', {}, '/graphql');
    return deals.map((id) => found.nodes.find((node) => node.id === id)?.owner.name ?? '');
  }

  function share(name: string, deal: string, wanted: object) {
    return call(name).ask<{ shareRecord: object }>(
      `mutation ($id: ID!, $with: [ShareWith!]!, $access: ShareAccess!, $until: DateTime, $reason: String) { shareRecord(object: "Deal", recordId: $id, with: $with, access: $access, until: $until, reason: $reason) {
        mayShare owner { name } default shares { with { kind name present } access until reason by { name } end } ended { end } } }`,
      { id: deal, access: 'READ', ...wanted },
    );
  }
});
