import { KeyRotation } from '../encryption/key-rotation.js';
import { FileSweep } from '../files/file-sweep.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { publishDocuments } from '../testing/publish-documents.js';

const field = (id: string, type: string, keywords: object = {}, guanxi: object = {}) => ({ title: id, ...keywords, guanxi: { id: `f-${id}`, type, ...guanxi } });
const listed = ['mail', 'call', 'visit'];

const campaign = {
  kind: 'object',
  name: 'Campaign',
  title: 'Campaign',
  type: 'object',
  properties: { name: field('c-name', 'text', { type: 'string' }) },
  guanxi: { id: 'o-campaign', nameField: 'name' },
};

const visit = {
  kind: 'object',
  name: 'Visit',
  title: 'Visit',
  type: 'object',
  properties: {
    person: field('person', 'personName', { type: 'object' }),
    campaign: field('campaign', 'masterDetail', { type: 'string', format: 'uuid' }, { target: 'Campaign', inverse: { name: 'visits' } }),
    notes: field('notes', 'richText', { type: 'string' }),
    length: field('length', 'duration', { type: 'integer' }),
    opens: field('opens', 'time', { type: 'string', format: 'time' }),
    channels: field('channels', 'multiPicklist', { type: 'array', uniqueItems: true, items: { type: 'string', enum: listed } }),
    billing: field('billing', 'address', { type: 'object' }),
    place: field('place', 'geolocation', { type: 'object' }),
    payload: field('payload', 'json'),
    secret: field('secret', 'encryptedText', { type: 'string' }),
    contract: field('contract', 'file', { type: 'string', format: 'uuid' }),
    photo: field('photo', 'image', { type: 'string', format: 'uuid' }),
    regarding: field('regarding', 'polymorphicLookup', { type: 'object' }, { targets: ['Campaign', 'Visit'] }),
    hours: field('hours', 'formula', { type: 'string' }, { formula: 'length / 3600', result: 'number', scale: 1 }),
    city: field('city', 'formula', { type: 'string' }, { formula: 'billing.city', result: 'text' }),
  },
  guanxi: { id: 'o-visit', nameField: 'person' },
};

describe('a record with a field of every kind', () => {
  let test: TestApp;
  let admin: Caller;
  let master: string;
  let file: string;
  beforeAll(async () => {
    test = await startTestApp('every_kind');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publishDocuments(admin, [campaign, visit]);
    master = (await records<{ createCampaign: { id: string } }>('mutation { createCampaign(data: { name: "Spring" }) { id } }')).createCampaign.id;
    file = await upload('contract');
  });
  afterAll(() => test.close());

  async function records<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, caller = admin): Promise<Data> {
    const answer = await caller.ask<Data>(query, variables, '/graphql');
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors, null, 1));
    return answer.data;
  }

  async function upload(content: string): Promise<string> {
    const payload = `--edge\r\ncontent-disposition: form-data; name="file"; filename="contract.txt"\r\n\r\n${content}\r\n--edge--\r\n`;
    const response = await test.app.inject({ method: 'POST', url: '/files', headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=edge' }, payload });
    return response.json<{ id: string }>().id;
  }

  const download = (id: string, caller: Caller) => test.app.inject({ method: 'GET', url: `/files/${id}`, headers: { cookie: caller.cookie } });

  const values = {
    person: { first: 'Ada', last: 'Lovelace' },
    notes: '<p onclick="x">Hi <b>there</b></p><script>alert(1)</script>',
    length: 5400,
    opens: '09:30:00',
    channels: ['visit', 'mail'],
    billing: { street: 'Obere Str. 57', city: 'Berlin', country: 'de' },
    place: { latitude: '25.030', longitude: '121.56' },
    payload: { source: 'web', tags: ['a', 1] },
    secret: 'A123456789',
  };

  const selection = `id length opens channels payload secret notes hours city
    person { first last } billing { city country } place { latitude longitude } contractId contract { name size } regarding { __typename ... on Campaign { name } }`;

  it('is written and read, each value in its canonical form', async () => {
    const { createVisit } = await records<{ createVisit: Record<string, unknown> }>(`mutation ($data: VisitCreate!) { createVisit(data: $data) { ${selection} } }`, {
      data: { ...values, campaignId: master, contractId: file, regarding: { campaign: master } },
    });
    expect(createVisit).toMatchObject({
      person: { first: 'Ada', last: 'Lovelace' },
      notes: '<p>Hi <b>there</b></p>',
      length: 5400,
      opens: '09:30:00',
      channels: ['mail', 'visit'],
      billing: { city: 'Berlin', country: 'DE' },
      place: { latitude: '25.03', longitude: '121.56' },
      payload: { source: 'web', tags: ['a', 1] },
      secret: 'A123456789',
      hours: '1.5',
      city: 'Berlin',
      contractId: file,
      contract: { name: 'contract.txt', size: 8 },
      regarding: { __typename: 'Campaign', name: 'Spring' },
    });
  });

  it.each([
    ['person: { contains: "love" }'],
    ['person: { last: { eq: "Lovelace" } }'],
    ['length: { gte: 5400 }'],
    ['opens: { lt: "10:00:00" }'],
    ['channels: { includes: ["call", "mail"] }'],
    ['channels: { includesAll: ["mail", "visit"] }'],
    ['channels: { excludes: ["call"] }'],
    ['channels: { eq: ["visit", "mail"] }'],
    ['billing: { city: { startsWith: "ber" } }'],
    ['billing: { contains: "obere" }'],
    ['place: { latitude: { gt: "25" } }'],
    ['payload: { isBlank: false }'],
    ['secret: { isBlank: false }'],
    ['notes: { contains: "hi there" }'],
    ['hours: { eq: "1.5" }'],
    ['city: { eq: "Berlin" }'],
  ])('is found by %s', async (where) => {
    const { visits } = await records<{ visits: { nodes: unknown[] } }>(`query { visits(where: { ${where} }) { nodes { id } } }`);
    expect(visits.nodes).toHaveLength(1);
  });

  it.each([['channels: { excludes: ["mail"] }'], ['notes: { contains: "<b>" }'], ['person: { first: { ne: "Ada" } }']])('is not found by %s', async (where) => {
    const { visits } = await records<{ visits: { nodes: unknown[] } }>(`query { visits(where: { ${where} }) { nodes { id } } }`);
    expect(visits.nodes).toHaveLength(0);
  });

  it('keeps its secret as a cipher only, also in the history, and under a new key after a rotation', async () => {
    const stored = async () => {
      const { rows } = await test.database.pool.query<{ secret: string; told: string }>(
        `select v.secret, (select string_agg(changes::text, ' ') from "${test.org.schema}"._history h where h.record_id = v.id) as told from "${test.org.schema}".visit v`,
      );
      return rows[0] ?? { secret: '', told: '' };
    };
    const { visits } = await records<{ visits: { nodes: { id: string }[] } }>('query { visits { nodes { id } } }');
    await records('mutation ($id: ID!) { updateVisit(id: $id, data: { secret: "B987654321" }) { id } }', { id: visits.nodes[0]?.id });
    const before = await stored();
    expect(before.secret).toMatch(/^g1:/);
    expect(before.told).not.toMatch(/A123456789|B987654321/);
    const lines: string[] = [];
    expect(await test.app.get(KeyRotation, { strict: false }).rotate((line) => lines.push(line), { resume: false })).toBe(0);
    const after = await stored();
    const keyOf = (cipher: string) => cipher.split(':')[1] ?? '';
    expect(keyOf(after.secret)).not.toBe(keyOf(before.secret));
    expect(after.told).not.toContain(keyOf(before.secret));
    expect(lines).toContain('My organisation, Visit.secret: 1');
    const read = await records<{ visits: { nodes: { secret: string }[] } }>('query { visits { nodes { secret } } }');
    expect(read.visits.nodes[0]?.secret).toBe('B987654321');
  });

  it('gives its file to those who may read it, and keeps it from the sweep', async () => {
    const password = 'another password for tests';
    const permissions = { kind: 'permissions', name: 'reader', title: 'Reader', objects: { Campaign: { read: 'all' }, Visit: { read: 'all' } }, guanxi: { id: 'p-reader' } };
    await publishDocuments(admin, [permissions]);
    const people: Caller[] = [];
    for (const [email, permissionSets] of [['reader@example.com', ['reader']], ['nobody@example.com', []]] as const) {
      await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: email, email, password, permissionSets } });
      people.push(await test.signIn(email, password));
    }
    const [reader, nobody] = people as [Caller, Caller];
    expect([(await download(file, reader)).body, (await download(file, nobody)).statusCode]).toEqual(['contract', 404]);
    await test.database.pool.query(`update "${test.org.schema}"._file set created_at = created_at - interval '2 days'`);
    const sweep = test.app.get(FileSweep, { strict: false });
    expect([await sweep.sweep(test.org), (await download(file, reader)).statusCode]).toEqual([0, 200]);
  });
});
