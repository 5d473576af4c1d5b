import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

interface Resource {
  readonly id: string;
  readonly userName: string;
  readonly active: boolean;
  readonly meta: { readonly version: string; readonly location: string };
  readonly [name: string]: unknown;
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

describe('what a directory sends by SCIM', () => {
  let test: TestApp;
  let admin: Caller;
  let token: string;
  let tokenId: string;

  beforeAll(async () => {
    test = await startTestApp('scim');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const made = await admin.ask<{ createScimToken: { token: string; scimToken: { id: string } } }>('mutation { createScimToken(name: "Entra ID") { token scimToken { id } } }');
    token = made.data?.createScimToken.token ?? '';
    tokenId = made.data?.createScimToken.scimToken.id ?? '';
  });
  afterAll(() => test.close());

  async function send<Body = Resource>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, headers: Record<string, string> = {}) {
    const answer = await test.app.inject({
      method, url: `/scim/v2${path}`, headers: { authorization: `Bearer ${token}`, ...(payload && { 'content-type': 'application/scim+json' }), ...headers }, ...(payload && { payload: JSON.stringify(payload) }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: (answer.body === '' ? undefined : answer.json()) as Body };
  }
  const make = async (userName: string, more: object = {}) => (await send('POST', '/Users', { schemas: [USER], userName, displayName: userName.split('@')[0], active: true, ...more })).body;
  const patch = (id: string, Operations: readonly object[], kind = 'Users') => send('PATCH', `/${kind}/${id}`, { schemas: [PATCH], Operations });
  const rowOf = async (id: string) => (await test.database.pool.query('select name, email, active, manager_id as manager, role, teams, permission_sets as sets from guanxi."user" where id = $1', [id])).rows[0] as { name: string; email: string; active: boolean; manager: string | null; sets: string[] };

  it('is believed with a token of the org only, in the shape of SCIM', async () => {
    for (const authorization of ['', 'Bearer nonsense', `Basic ${token}`]) {
      const { status, body, headers } = await send<object>('GET', '/Users', undefined, { authorization });
      expect([status, body, headers['content-type'], headers['www-authenticate']]).toEqual([401, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401', detail: expect.any(String) }, expect.stringContaining('application/scim+json'), 'Bearer']);
    }
    const { rows } = await test.database.pool.query('select token_hash from guanxi.scim_token');
    expect(JSON.stringify(rows)).not.toContain(token);
    // It opens nothing else.
    expect((await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${token}` }, payload: { query: '{ users { id } }' } })).json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('says what it can do', async () => {
    const { body } = await send<Record<string, { supported: boolean }>>('GET', '/ServiceProviderConfig');
    expect([body['patch'], body['bulk']?.supported, body['filter']?.supported, body['etag'], body['sort']]).toEqual([{ supported: true }, false, true, { supported: true }, { supported: true }]);
    expect((await send<{ totalResults: number }>('GET', '/ResourceTypes')).body.totalResults).toBe(2);
    expect((await send<{ name: string }>('GET', `/Schemas/${USER}`)).body.name).toBe('User');
    expect((await send('POST', '/Bulk', {})).status).toBe(501);
    expect((await send('GET', '/Nothing')).status).toBe(404);
  });

  it('makes a user who has no password, keeps what was sent, and finds them by each name', async () => {
    const { status, body, headers } = await send('POST', '/Users', {
      schemas: [USER, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'], externalId: '00u1', userName: 'Ada@Example.com', name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [{ primary: true, value: 'ada@example.com', type: 'work' }], title: 'Countess', active: true, preferredLanguage: 'zh_TW', password: 'sent and not wanted',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Engines' },
    });
    expect([status, headers['location'], headers['etag']]).toEqual([201, body.meta.location, body.meta.version]);
    expect(body).toMatchObject({ externalId: '00u1', userName: 'Ada@Example.com', displayName: 'Ada Lovelace', title: 'Countess', active: true, preferredLanguage: 'zh-TW', name: { givenName: 'Ada', familyName: 'Lovelace' } });
    expect(JSON.stringify(body)).not.toContain('not wanted');
    expect(await rowOf(body.id)).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com', active: true });
    expect((await test.database.pool.query('select password_hash from guanxi."user" where id = $1', [body.id])).rows).toEqual([{ password_hash: null }]);
    for (const filter of ['userName eq "ada@example.com"', 'externalId eq "00u1"', 'emails[type eq "work"].value eq "x" or emails.value eq "ada@example.com"', 'name.familyName eq "lovelace" and active eq true']) {
      const found = await send<{ Resources?: readonly Resource[]; detail?: string }>('GET', `/Users?filter=${encodeURIComponent(filter)}`);
      if (filter.includes('].value')) expect(found.status).toBe(400);
      else expect(found.body.Resources?.map(({ id }) => id)).toEqual([body.id]);
    }
    expect((await send('POST', '/Users', { userName: 'ADA@example.com' }))).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect((await send('POST', '/Users', { displayName: 'Nobody' }))).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  it('switches people off as Entra ID and Okta say it, and lets nobody in who is off', async () => {
    for (const operation of [{ op: 'Replace', path: 'active', value: 'False' }, { op: 'replace', value: { active: false } }, { op: 'Replace', value: { active: 'False' } }, { op: 'add', path: `${USER}:active`, value: false }]) {
      const { id } = await make(`off-${Math.random().toString(36).slice(2)}@example.com`);
      const { status, body } = await patch(id, [operation]);
      expect([status, body.active, (await rowOf(id)).active]).toEqual([200, false, false]);
      expect((await patch(id, [{ op: 'Replace', path: 'active', value: 'True' }])).body.active).toBe(true);
    }
    expect(await patch((await make('wrong@example.com')).id, [{ op: 'replace', path: 'active', value: 'perhaps' }])).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  it('changes parts by paths, with and without filters', async () => {
    const { id } = await make('parts@example.com', { name: { givenName: 'Old', familyName: 'Name' }, displayName: undefined });
    const changed = await patch(id, [
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'parts.work@example.com' },
      { op: 'Replace', path: 'name.givenName', value: 'New' },
      { op: 'Add', path: 'phoneNumbers', value: [{ type: 'mobile', value: '+886 900' }, { type: 'fax', value: '1' }] },
      { op: 'Remove', path: 'phoneNumbers[type eq "fax"]' },
      { op: 'Add', value: { 'name.familyName': 'Person', nickName: 'N', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department': 'x' } },
      { op: 'Replace', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: 'unknown' },
    ]);
    expect(changed).toMatchObject({ status: 200, body: { displayName: 'Old Name', name: { givenName: 'New', familyName: 'Person' }, nickName: 'N', phoneNumbers: [{ type: 'mobile', value: '+886 900' }] } });
    expect((await rowOf(id)).email).toBe('parts.work@example.com');
    expect((await patch(id, [{ op: 'replace', path: 'displayName', value: '新名字' }, { op: 'remove', path: 'nickName' }])).body).toMatchObject({ displayName: '新名字' });
    expect((await rowOf(id)).name).toBe('新名字');
    for (const [operation, scimType] of [[{ op: 'replace', path: 'id', value: 'x' }, 'mutability'], [{ op: 'remove' }, 'noTarget'], [{ op: 'replace', path: 'phoneNumbers[type eq "pager"].value', value: '1' }, 'noTarget'], [{ op: 'move', path: 'x' }, 'invalidSyntax'], [{ op: 'add', path: 'emails[', value: 1 }, 'invalidPath']] as const) {
      expect(await patch(id, [operation])).toMatchObject({ status: 400, body: { scimType } });
    }
    expect((await rowOf(id)).name).toBe('新名字');
  });

  it('keeps what companies say of their people, by filter, path and schema', async () => {
    const made = await make('company@example.com', { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { employeeNumber: '0701', department: 'Engines', Division: 'North', unknown: 'gone' } });
    expect([made['schemas'], made[ENTERPRISE]]).toEqual([[USER, ENTERPRISE], { employeeNumber: '0701', department: 'Engines', division: 'North' }]);
    const found = await send<{ Resources: readonly Resource[] }>('GET', `/Users?filter=${encodeURIComponent(`${ENTERPRISE}:department eq "engines" and ${ENTERPRISE}:employeeNumber sw "07"`)}&attributes=${ENTERPRISE}:department`);
    expect(found.body.Resources).toEqual([{ schemas: [USER, ENTERPRISE], id: made.id, [ENTERPRISE]: made[ENTERPRISE] }]);
    const changes: readonly (readonly [object, object])[] = [
      [{ op: 'Replace', path: `${ENTERPRISE}:department`, value: 'Sails' }, { employeeNumber: '0701', department: 'Sails', division: 'North' }],
      [{ op: 'Add', value: { [`${ENTERPRISE}:costCenter`]: 12 } }, { employeeNumber: '0701', department: 'Sails', division: 'North', costCenter: '12' }],
      [{ op: 'Replace', value: { [ENTERPRISE]: { organization: 'Guild' } } }, { employeeNumber: '0701', department: 'Sails', division: 'North', costCenter: '12', organization: 'Guild' }],
      [{ op: 'Remove', path: `${ENTERPRISE}:division` }, { employeeNumber: '0701', department: 'Sails', costCenter: '12', organization: 'Guild' }],
      [{ op: 'Remove', path: ENTERPRISE, value: undefined }, {}],
    ];
    for (const [operation, after] of changes) expect((await patch(made.id, [operation])).body[ENTERPRISE] ?? {}).toEqual(after);
    expect((await send('GET', `/Users/${made.id}`)).body['schemas']).toEqual([USER]);
    expect(await patch(made.id, [{ op: 'replace', path: `${ENTERPRISE}:department`, value: { no: 'text' } }])).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    const schema = await send<{ attributes: { name: string; subAttributes?: { name: string; mutability: string }[] }[] }>('GET', `/Schemas/${ENTERPRISE}`);
    expect(schema.body.attributes.map(({ name }) => name)).toEqual(['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager']);
    expect(schema.body.attributes.at(-1)?.subAttributes?.map(({ name, mutability }) => `${name} ${mutability}`)).toEqual(['value readWrite', '$ref readWrite', 'displayName readOnly']);
    expect((await send('GET', '/ResourceTypes/User')).body['schemaExtensions']).toEqual([{ schema: ENTERPRISE, required: false }]);
    expect(JSON.stringify((await send('GET', `/Schemas/${USER}`)).body)).not.toContain('enterprise');
  });

  it('puts people under the manager whom the directory names, and says who that is', async () => {
    const [boss, other] = [await make('chief@example.com'), await make('deputy@example.com', { externalId: 'D-1' })];
    const { id } = await make('report@example.com', { [ENTERPRISE]: { manager: { value: boss.id, displayName: 'not believed' } } });
    const managerOf = async () => (await rowOf(id)).manager;
    expect([await managerOf(), (await send('GET', `/Users/${id}`)).body[ENTERPRISE]]).toEqual([boss.id, { manager: { value: boss.id, $ref: expect.stringMatching(new RegExp(`/scim/v2/Users/${boss.id}$`)), displayName: 'chief' } }]);
    // Entra ID says the id alone, Okta what it knows the person by.
    await patch(id, [{ op: 'Replace', path: `${ENTERPRISE}:manager`, value: other.id }]);
    expect(await managerOf()).toBe(other.id);
    await patch(id, [{ op: 'Add', path: `${ENTERPRISE}:manager.value`, value: 'CHIEF@example.com' }]);
    expect(await managerOf()).toBe(boss.id);
    await patch(id, [{ op: 'replace', value: { [`${ENTERPRISE}:manager`]: { value: 'D-1' } } }]);
    expect(await managerOf()).toBe(other.id);
    const found = await send<{ totalResults: number }>('GET', `/Users?filter=${encodeURIComponent(`${ENTERPRISE}:manager.value eq "${other.id}"`)}`);
    expect(found.body.totalResults).toBe(1);
    expect(await patch(other.id, [{ op: 'add', path: `${ENTERPRISE}:manager`, value: id }])).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining('deputy → report → deputy') } });
    expect(await patch(id, [{ op: 'add', path: `${ENTERPRISE}:manager`, value: id }])).toMatchObject({ status: 400 });
    expect((await patch(id, [{ op: 'replace', path: `${ENTERPRISE}:manager.displayName`, value: 'x' }])).body[ENTERPRISE]).toMatchObject({ manager: { displayName: 'deputy' } });
    await patch(id, [{ op: 'remove', path: `${ENTERPRISE}:manager` }]);
    expect([await managerOf(), (await send('GET', `/Users/${id}`)).body[ENTERPRISE]]).toEqual([null, undefined]);
    // A manager given here stays, whatever else the directory changes.
    await admin.ask('mutation ($ids: [ID!]!, $to: ID) { setManager(ids: $ids, manager: $to) { id } }', { ids: [id], to: boss.id });
    await patch(id, [{ op: 'replace', path: 'title', value: 'x' }]);
    await send('PUT', `/Users/${id}`, { userName: 'report@example.com', displayName: 'report', [ENTERPRISE]: { department: 'Sails' } });
    expect(await managerOf()).toBe(boss.id);
  });

  it('waits for managers who come later, and keeps those who never do', async () => {
    const { id } = await make('early@example.com', { [ENTERPRISE]: { manager: { value: 'late@example.com' } } });
    expect([(await rowOf(id)).manager, (await send('GET', `/Users/${id}`)).body[ENTERPRISE]]).toEqual([null, { manager: { value: 'late@example.com' } }]);
    const late = await make('late@example.com');
    expect((await rowOf(id)).manager).toBe(late.id);
    await patch(late.id, [{ op: 'replace', path: 'active', value: false }]);
    const next = await make('next@example.com', { [ENTERPRISE]: { manager: { value: late.id } } });
    expect([(await rowOf(next.id)).manager, next[ENTERPRISE]]).toEqual([null, { manager: { value: late.id } }]);
  });

  it('replaces a whole user, and refuses what is based on an older state', async () => {
    const made = await make('whole@example.com', { title: 'Old' });
    expect((await send('GET', `/Users/${made.id}`, undefined, { 'if-none-match': made.meta.version })).status).toBe(304);
    const put = await send('PUT', `/Users/${made.id}`, { id: 'ignored', userName: 'whole@example.com', displayName: 'Whole', active: 'true' }, { 'if-match': made.meta.version });
    expect([put.status, put.body['title'], put.body['displayName']]).toEqual([200, undefined, 'Whole']);
    expect((await send('PATCH', `/Users/${made.id}`, { Operations: [{ op: 'replace', path: 'title', value: 'x' }] }, { 'if-match': made.meta.version })).status).toBe(412);
    expect((await send('DELETE', `/Users/${made.id}`, undefined, { 'if-match': made.meta.version })).status).toBe(412);
  });

  it('switches off whom it deletes, and knows them again when they come back', async () => {
    const { id } = await make('gone@example.com');
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(204);
    expect([(await rowOf(id)).active, (await send('GET', `/Users/${id}`)).status, (await send('DELETE', `/Users/${id}`)).status]).toEqual([false, 404, 404]);
    expect((await send<{ totalResults: number }>('GET', '/Users?filter=userName eq "gone@example.com"')).body.totalResults).toBe(0);
    const again = await make('gone@example.com');
    expect([again.id, again.active]).toEqual([id, true]);
  });

  it('cannot take the place of an admin, nor take the last one away', async () => {
    const { rows } = await test.database.pool.query<{ id: string }>('select id from guanxi."user" where email = $1', [ADMIN.email]);
    const id = rows[0]?.id ?? '';
    expect(await patch(id, [{ op: 'replace', path: 'emails', value: [{ value: 'mine@example.com', primary: true }] }])).toMatchObject({ status: 400, body: { scimType: 'mutability' } });
    expect(await patch(id, [{ op: 'replace', path: 'active', value: false }])).toMatchObject({ status: 400, body: { detail: expect.stringContaining('only active admin') } });
    expect((await rowOf(id))).toMatchObject({ email: ADMIN.email, active: true });
  });

  it('gives members of groups what the groups give, and takes it when they leave', async () => {
    const { data } = await admin.ask('mutation ($input: ScimSettingsInput!) { saveScimSettings(input: $input) { address defaultPermissionSets } }', { input: { defaultPermissionSets: [], mappings: [{ group: 'Sellers', permissionSets: ['sales'], teams: [] }] } });
    expect(data).toEqual({ saveScimSettings: { address: expect.stringMatching(/\/scim\/v2$/), defaultPermissionSets: [] } });
    const [one, other] = [await make('one@example.com'), await make('other@example.com')];
    const group = (await send('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Sellers', externalId: 'g1', members: [{ value: one.id }] })).body;
    expect([(await rowOf(one.id)).sets, (await rowOf(other.id)).sets]).toEqual([['sales'], []]);
    await patch(group.id, [{ op: 'Add', path: 'members', value: [{ value: other.id }] }], 'Groups');
    expect((await send('GET', `/Users/${other.id}`)).body['groups']).toEqual([expect.objectContaining({ value: group.id, display: 'Sellers' })]);
    await patch(group.id, [{ op: 'Remove', path: 'members', value: [{ value: one.id }] }], 'Groups');
    expect([(await rowOf(one.id)).sets, (await rowOf(other.id)).sets]).toEqual([[], ['sales']]);
    await patch(group.id, [{ op: 'remove', path: `members[value eq "${other.id}"]` }, { op: 'replace', value: { id: group.id, displayName: 'Sellers' } }], 'Groups');
    expect((await rowOf(other.id)).sets).toEqual([]);
    await send('PUT', `/Groups/${group.id}`, { displayName: 'Sellers', members: [{ value: one.id }, { value: other.id }] });
    expect([(await rowOf(one.id)).sets, (await rowOf(other.id)).sets]).toEqual([['sales'], ['sales']]);
    expect((await send<{ Resources: readonly Resource[] }>('GET', '/Groups?filter=displayName eq "sellers"&excludedAttributes=members')).body.Resources.map(({ id, members }) => [id, members])).toEqual([[group.id, undefined]]);
    expect(await send('POST', '/Groups', { displayName: 'SELLERS' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect(await patch(group.id, [{ op: 'add', path: 'members', value: [{ value: '00000000-0000-0000-0000-000000000001' }] }], 'Groups')).toMatchObject({ status: 400 });
    expect((await send('DELETE', `/Groups/${group.id}`)).status).toBe(204);
    expect([(await rowOf(one.id)).sets, (await rowOf(other.id)).sets]).toEqual([[], []]);
  });

  it('pages and sorts', async () => {
    for (const name of ['p1', 'p3', 'p2']) await make(`${name}@pages.example`);
    const page = (startIndex: number) => send<{ totalResults: number; startIndex: number; itemsPerPage: number; Resources: readonly Resource[] }>('GET', `/Users?filter=userName ew "@pages.example"&sortBy=userName&sortOrder=descending&startIndex=${startIndex}&count=2&attributes=userName`);
    expect((await page(1)).body).toMatchObject({ totalResults: 3, startIndex: 1, itemsPerPage: 2, Resources: [{ userName: 'p3@pages.example' }, { userName: 'p2@pages.example' }] });
    expect((await page(3)).body.Resources).toEqual([{ schemas: [USER], id: expect.any(String), userName: 'p1@pages.example' }]);
    expect((await send<{ Resources: readonly unknown[] }>('GET', '/Users?count=0')).body.Resources).toEqual([]);
  });

  it('comes with another token after a rotation, and with none after the last is revoked', async () => {
    const old = token;
    const rotated = await admin.ask<{ rotateScimToken: { token: string } }>('mutation ($id: ID!) { rotateScimToken(id: $id, overlapHours: 1) { token } }', { id: tokenId });
    expect((await send('GET', '/Users?count=0')).status).toBe(200);
    token = rotated.data?.rotateScimToken.token ?? '';
    expect([old === token, (await send('GET', '/Users?count=0')).status]).toEqual([false, 200]);
    expect((await admin.ask('{ scimTokens { name lastUsedAt } }')).data).toEqual({ scimTokens: [{ name: 'Entra ID', lastUsedAt: expect.any(String) }] });
    await admin.ask('mutation ($id: ID!) { revokeScimToken(id: $id) }', { id: tokenId });
    expect((await send('GET', '/Users?count=0')).status).toBe(401);
  });
});
