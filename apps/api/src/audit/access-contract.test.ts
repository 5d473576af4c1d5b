import type { AddressInfo } from 'node:net';
import { documentsOf, fillPolicy, makeRandomPolicy, objectNames, RandomNumbers, SlowReference, type ObjectName, type PolicyPerson, type PolicyRecord, type RandomPolicy } from '@guanxi/query/testing';
import { settlePrincipals } from '../access/principals.js';
import { OrgDatabase } from '../database/org-database.js';
import { SignedIn } from '../identity/signed-in.js';
import { Users } from '../identity/users.js';
import { Models } from '../metadata/models.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { ADMIN, startTestApp, type Answer, type Caller, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';
import { openLiveIds, type LiveIds } from './testing/live-ids.js';

// ACCESS_HTTP_POLICIES=50 is the large run; ACCESS_HTTP_RECORDS and ACCESS_HTTP_SEED as they say.
const POLICIES = Number(process.env['ACCESS_HTTP_POLICIES'] ?? 2);
const RECORDS = Number(process.env['ACCESS_HTTP_RECORDS'] ?? 40);
const SEED = Number(process.env['ACCESS_HTTP_SEED'] ?? 1);
const PEOPLE = 5;
const PASSWORD = 'a quite long password, nothing else';
const lists: Readonly<Record<ObjectName, string>> = { Account: 'accounts', Deal: 'deals', Visit: 'visits', Item: 'items' };
const related: Readonly<Partial<Record<ObjectName, { readonly name: string; readonly object: ObjectName }>>> = { Account: { name: 'deals', object: 'Deal' }, Deal: { name: 'visits', object: 'Visit' } };

interface Page { readonly nodes: readonly { readonly id: string; readonly related?: Page }[]; readonly totalCount: number; readonly aggregate: { readonly count: number; readonly sum?: { readonly amount: number | string | null } }; readonly groups?: readonly { readonly key: { readonly region: string | null }; readonly count: number }[] }
interface Told { readonly list: Page; readonly words: Page; readonly some?: Page; readonly search: readonly { readonly id: string; readonly match: string }[]; readonly [one: `one${number}` | `was${number}`]: { readonly id: string } | null }
interface Feed { readonly changes: { readonly nodes: readonly { readonly id: string; readonly kind: string }[]; readonly endCursor: string; readonly hasMore: boolean } }
interface Asked { readonly person: PolicyPerson; readonly session: Caller; readonly policy: RandomPolicy; readonly reference: SlowReference }

describe('the API and a slow reference', () => {
  let test: TestApp;
  let admin: Caller;
  let address: string;
  let before: RandomPolicy | undefined;
  const people: { readonly id: string; readonly caller: Caller }[] = [];
  const differences: string[] = [];
  let checks = 0;
  const tally = new Map<string, number>();

  beforeAll(async () => {
    test = await startTestApp('access_contract');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await test.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${String((test.app.getHttpServer() as { address(): AddressInfo }).address().port)}`;
    for (let index = 0; index < PEOPLE; index += 1) {
      const email = `p${String(index)}@example.com`;
      const { id } = await test.app.get(Users).create(test.org, { name: email, email, password: PASSWORD, permissionSets: [] });
      people.push({ id, caller: await test.signIn(email, PASSWORD) });
    }
  }, 120_000);
  afterAll(() => test.close());

  it(`tell the same by every way, over ${String(POLICIES)} random policies`, async () => {
    for (let index = 0; index < POLICIES && differences.length < 20; index += 1) await comparePolicy(SEED + index);
    if (POLICIES > 2) process.stdout.write(`${String(POLICIES)} policies, ${String(checks)} answers compared: ${[...tally].map(([channel, count]) => `${channel} ${String(count)}`).join(', ')}\n`);
    expect(differences).toEqual([]);
    expect(checks).toBeGreaterThan(POLICIES * PEOPLE);
  }, 3 * 3_600_000);

  async function comparePolicy(seed: number): Promise<void> {
    const policy = inThisOrg(makeRandomPolicy(seed, { people: PEOPLE, records: RECORDS }), people.map(({ id }) => id), seed);
    await layOut(policy);
    const reference = new SlowReference(policy);
    const random = new RandomNumbers(seed);
    const { data } = await ask<Feed>(admin, '{ changes(first: 0) { nodes { id kind } endCursor hasMore } }');
    const everybody = policy.people.map((person, index): Asked => ({ person, session: (people[index] as (typeof people)[number]).caller, policy, reference }));
    await compareLive(everybody, policy, `policy ${String(seed)}`);
    for (const asked of everybody) {
      const { person } = asked;
      const where = `policy ${String(seed)}, ${person.email}`;
      for (const object of objectNames) await compareObject(asked, object, `${where}, ${object}`);
      await compareFeed(asked, data?.changes.endCursor ?? '', where);
      for (let count = 0; count < 4; count += 1) {
        await compareWrite(asked, random.one(policy.records), where);
        await compareExplanation(asked, random.one(policy.records), random.one(['read', 'edit', 'delete'] as const), where);
      }
    }
    // At the end: what these do stays in the history.
    for (const asked of everybody) {
      for (const object of objectNames) for (const deed of ['delete', 'restore'] as const) await compareBin(asked, object, deed, `policy ${String(seed)}, ${asked.person.email}, ${object}`);
    }
  }

  function same(channel: string, where: string, expected: readonly string[], told: readonly string[]): void {
    checks += 1;
    tally.set(channel, (tally.get(channel) ?? 0) + 1);
    const [one, other] = [[...expected].sort().join(' '), [...told].sort().join(' ')];
    if (one !== other) differences.push(`${channel}, ${where}: expected ${one || 'nothing'}, told ${other || 'nothing'}`.slice(0, 600));
  }

  async function compareObject({ person, session, policy, reference }: Asked, object: ObjectName, where: string): Promise<void> {
    const rights = reference.rights(person, object);
    const all = policy.records.filter((record) => record.object === object);
    const seen = all.filter((record) => reference.may(person, 'read', record));
    const answer = await ask<Told>(session, readingOf(object, all, reference, person));
    if (!rights) return same('no such object', where, ['BAD_USER_INPUT'], [answer.errors?.[0]?.extensions.code ?? 'an answer']);
    const told = answer.data;
    if (!told) return same('an answer', where, [], [JSON.stringify(answer.errors)]);
    const ids = idsOf(seen);
    same('list', where, ids, idsOf(told.list.nodes));
    same('count and aggregate', where, [String(ids.length), String(ids.length)], [String(told.list.totalCount), String(told.list.aggregate.count)]);
    if (rights.readable.has('amount')) same('sum', where, [String(seen.reduce((sum, { amount }) => sum + (amount ?? 0), 0))], [String(told.list.aggregate.sum?.amount ?? 0)]);
    if (rights.readable.has('region')) same('groups', where, countsOf(seen.map(({ region }) => region)), (told.list.groups ?? []).map(({ key, count }) => `${String(key.region)}=${String(count)}`));
    // Of what these policies laid into the bin no history says when: as of any moment it was there.
    same('as of', where, idsOf(all.slice(0, 5).filter((record) => reference.opens(person, 'read', record))), [0, 1, 2, 3, 4].flatMap((index) => told[`was${index}`]?.id ?? []));
    same('single', where, idsOf(all.slice(0, 5).filter((record) => seen.includes(record))), [0, 1, 2, 3, 4].flatMap((index) => told[`one${index}`]?.id ?? []));
    same('words', where, idsOf(seen.filter(({ name }) => name.includes('beta'))), idsOf(told.words.nodes));
    same('search', where, idsOf(seen.filter(({ name }) => name.includes('alpha'))), idsOf(told.search.filter(({ match }) => match !== 'SIMILAR')));
    same('similar', where, [], idsOf(told.search).filter((id) => !ids.includes(id)));
    if (told.some) {
      const below = policy.records.filter((record) => record.object === related[object]?.object && reference.may(person, 'read', record));
      same('relation', where, seen.flatMap(({ id }) => below.filter(({ parent }) => parent === id).map((record) => `${id}/${record.id}`)), told.list.nodes.flatMap((node) => (node.related?.nodes ?? []).map(({ id }) => `${node.id}/${id}`)));
      same('some', where, ids.filter((id) => below.some(({ parent }) => parent === id)), idsOf(told.some.nodes));
    }
    const file = await fetch(`${address}/export/${object}.ndjson?fields=id,name`, { headers: { cookie: session.cookie } });
    const text = await file.text();
    if (!rights.export) return same('export', where, ['refused'], [file.ok ? 'a file' : 'refused']);
    same('export', where, ids, text.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { id: string }).id));
  }

  async function compareFeed({ person, session, policy, reference }: Asked, start: string, where: string): Promise<void> {
    const told: string[] = [];
    for (let [after, more] = [start, true]; more; ) {
      const { data, errors } = await ask<Feed>(session, 'query ($after: String) { changes(after: $after, first: 1000) { nodes { id kind } endCursor hasMore } }', { after });
      if (!data) return same('changes', where, [], [JSON.stringify(errors)]);
      told.push(...data.changes.nodes.filter(({ kind }) => kind !== 'LEFT').map(({ id }) => id));
      [after, more] = [data.changes.endCursor, data.changes.hasMore];
    }
    same('changes', where, idsOf(policy.records.filter((record) => reference.may(person, 'read', record))), [...new Set(told)]);
  }

  /** Everything is changed until whoever is to hear of it has: a subscription begins a moment after it was asked for. */
  async function compareLive(everybody: readonly Asked[], policy: RandomPolicy, where: string): Promise<void> {
    const open: { readonly about: string; readonly live: LiveIds; readonly expected: readonly string[] }[] = [];
    for (const { person, session, reference } of everybody) {
      for (const object of objectNames) {
        const live = await openLiveIds(address, session.cookie, `${object.toLowerCase()}Changed`);
        const seen = policy.records.filter((record) => record.object === object && reference.may(person, 'read', record));
        if (reference.rights(person, object)) open.push({ about: `${where}, ${person.email}, ${object}`, live, expected: idsOf(seen) });
        else same('no such subscription', `${where}, ${person.email}, ${object}`, ['refused'], [live.refusals.length > 0 && live.heard.size === 0 ? 'refused' : 'taken up']);
      }
    }
    const hasHeard = () => open.every(({ live, expected }) => expected.every((id) => live.heard.has(id)));
    // Twice: what the first round tells too much of has come when the second one has.
    for (let round = 0; round < 2 || (!hasHeard() && round < 10); round += 1) {
      await changeEverything(policy);
      await until(hasHeard, 5_000).catch(() => undefined);
    }
    for (const { about, live, expected } of open) same('subscription', about, expected, [...live.heard, ...live.refusals]);
    for (const { live } of open) live.close();
  }

  /** All records of an object at one stroke, each for itself; afterwards they lie where they lay. */
  async function compareBin({ person, session, policy, reference }: Asked, object: ObjectName, deed: 'delete' | 'restore', where: string): Promise<void> {
    const all = policy.records.filter((record) => record.object === object);
    const { data, errors } = await ask<{ moved: readonly ({ readonly id: string } | null)[] }>(session, `mutation ($ids: [ID!]!) { moved: ${deed}${object}s(ids: $ids, atomic: false) { id } }`, { ids: idsOf(all) });
    if ((reference.rights(person, object)?.delete ?? 'none') === 'none') return same(`no ${deed}`, where, ['BAD_USER_INPUT'], [errors?.[0]?.extensions.code ?? 'an answer']);
    const isBack = ({ object: name, parent }: PolicyRecord) => name === 'Item' && policy.records.some(({ id, deleted }) => id === parent && deleted);
    const verdict = (record: PolicyRecord): string => {
      if (record.deleted !== (deed === 'restore') || !reference.opens(person, 'read', record)) return 'NOT_FOUND';
      if (!reference.opens(person, 'delete', record)) return 'FORBIDDEN';
      return deed === 'restore' && isBack(record) ? 'VALIDATION_FAILED' : 'moved';
    };
    const told = all.map((record, index) => (data?.moved[index]?.id === record.id ? 'moved' : (errors?.find(({ path }) => path?.includes(index))?.extensions.code ?? JSON.stringify(errors ?? data))));
    const wrong = all.flatMap((record, index) => (verdict(record) === told[index] ? [] : [`${record.id}: ${verdict(record)}, told ${told[index] ?? ''}`]));
    same(deed, where, [], wrong);
    const { rows } = await test.database.pool.query<{ id: string }>(`select i.id from "${test.org.schema}".item i join "${test.org.schema}".deal d on d.id = i.deal_id where i.deleted_at is null and d.deleted_at is not null`);
    same('details without their master', where, [], idsOf(rows));
    await putBack(policy);
  }

  /** What is there already is written once more: nothing changes, and whoever may not is refused. */
  async function compareWrite({ person, session, reference }: Asked, record: PolicyRecord, where: string): Promise<void> {
    const { errors } = await ask(session, `mutation ($id: ID!, $name: String!) { update${record.object}(id: $id, data: { name: $name }) { id } }`, { id: record.id, name: record.name });
    const rights = reference.rights(person, record.object);
    const code = errors?.[0]?.extensions.code ?? 'written';
    const hidden = record.deleted || !reference.opens(person, 'read', record);
    if (reference.may(person, 'edit', record)) return same('write', `${where}, ${record.id}`, ['written'], [code]);
    const fitting = !rights || rights.edit === 'none' ? ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND'] : [hidden ? 'NOT_FOUND' : 'FORBIDDEN'];
    same('write', `${where}, ${record.id}`, [], fitting.includes(code) ? [] : [code]);
  }

  async function compareExplanation({ person, reference }: Asked, record: PolicyRecord, deed: 'read' | 'edit' | 'delete', where: string): Promise<void> {
    const query = 'query ($userId: ID!, $object: String!, $deed: AccessDeed!, $recordId: ID) { explainAccess(userId: $userId, object: $object, deed: $deed, recordId: $recordId) { allowed } }';
    if (record.deleted) return;
    const { data, errors } = await ask<{ explainAccess: { allowed: boolean } }>(admin, query, { userId: person.id, object: record.object, deed: deed.toUpperCase(), recordId: record.id }, '/metadata');
    same('explanation', `${where}, ${deed} ${record.id}`, [String(reference.may(person, deed, record))], [String(data?.explainAccess.allowed ?? JSON.stringify(errors))]);
  }

  async function ask<Data>({ cookie }: Caller, query: string, variables: object = {}, path = '/graphql'): Promise<Answer<Data>> {
    const response = await fetch(address + path, { method: 'POST', headers: { cookie, 'x-guanxi-request': '1', 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer<Data>;
  }

  async function layOut(policy: RandomPolicy): Promise<void> {
    const { schema } = test.org;
    await place(policy.people.map((person) => ({ ...person, role: null, teams: [], holds: [], admin: false, partner: false })));
    const documents = documentsOf(policy);
    const gone = (before ? documentsOf(before) : []).filter(({ kind, name }) => !documents.some((one) => one.kind === kind && one.name === name)).map(({ kind, name }) => ({ kind, name }));
    await publishDocuments(admin, documents, gone);
    before = policy;
    const { model } = await test.app.get(Models).current(test.org);
    const tables = [...objectNames].reverse().map((name) => model.objectByName.get(name)?.table ?? '');
    for (const table of [...tables, '_share']) await test.database.pool.query(`delete from "${schema}"."${table}"`);
    await fillPolicy(test.database.pool as never, schema, policy, model);
    await place(policy.people);
  }

  async function place(wanted: readonly PolicyPerson[]): Promise<void> {
    await test.app.get(OrgDatabase).transactionWithPlatform(test.org, async (tx, platform) => {
      for (const { id, role, teams, holds, admin: isAdmin, partner } of wanted) {
        await platform.query('update guanxi."user" set role = $2, teams = $3, permission_sets = $4, kind = $5 where id = $1', [id, role, teams, [...holds, ...(isAdmin ? ['admin'] : [])], partner ? 'partner' : 'internal']);
      }
      await settlePrincipals(tx);
    });
    test.app.get(SignedIn).forget();
  }

  async function putBack({ records, now }: RandomPolicy): Promise<void> {
    const { model } = await test.app.get(Models).current(test.org);
    for (const object of objectNames) {
      const gone = records.filter((record) => record.object === object && record.deleted).map(({ id }) => id);
      const table = `"${test.org.schema}"."${model.objectByName.get(object)?.table ?? ''}"`;
      await test.database.pool.query(`update ${table} set deleted_at = case when id = any($1::uuid[]) then $2::timestamptz end where (deleted_at is not null) <> (id = any($1::uuid[]))`, [gone, now]);
    }
  }

  let round = 0;
  async function changeEverything(policy: RandomPolicy): Promise<void> {
    round += 1;
    for (const object of objectNames) {
      const data = policy.records.filter((record) => record.object === object && !record.deleted).map(({ id }) => ({ id, data: { secret: `z${String(round)}` } }));
      const { errors } = await ask(admin, `mutation ($data: [${object}RowInput!]!) { update${object}s(data: $data) { id } }`, { data });
      if (errors) throw new Error(JSON.stringify(errors));
    }
  }
});

const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

const countsOf = (values: readonly (string | null)[]): string[] => [...new Set(values)].map((value) => `${String(value)}=${String(values.filter((one) => one === value).length)}`);

function readingOf(object: ObjectName, all: readonly PolicyRecord[], reference: SlowReference, person: PolicyPerson): string {
  const readable = reference.rights(person, object)?.readable;
  const [sum, groups] = [readable?.has('amount') ? 'sum { amount }' : '', readable?.has('region') ? 'groups: groupBy(by: [{ field: region }]) { key { region } count }' : ''];
  const at = new Date().toISOString();
  const below = related[object];
  const open = below && reference.rights(person, below.object) ? below : undefined;
  return `{
    list: ${lists[object]}(first: 60) { nodes { id ${open ? `related: ${open.name}(first: 60) { nodes { id } }` : ''} } totalCount aggregate { count ${sum} } ${groups} }
    words: ${lists[object]}(search: "beta", first: 60) { nodes { id } }
    ${open ? `some: ${lists[object]}(where: { ${open.name}: { some: {} } }, first: 60) { nodes { id } }` : ''}
    ${all.slice(0, 5).map(({ id }, index) => `one${String(index)}: ${object.toLowerCase()}(id: "${id}") { id }`).join('\n')}
    ${all.slice(0, 5).map(({ id }, index) => `was${String(index)}: ${object.toLowerCase()}(id: "${id}", asOf: "${at}") { id }`).join('\n')}
    search(text: "alpha", objects: [${object}], first: 50) { id match }
  }`;
}

/** The people are those of the org, records have no history from another policy, and the ends of shares are long ago or far away whatever the clock says. */
function inThisOrg(policy: RandomPolicy, ids: readonly string[], seed: number): RandomPolicy {
  const named = JSON.stringify(policy).replaceAll('"00000008-0000-', `"00000008-${seed.toString(16).padStart(4, '0')}-`);
  const text = policy.people.reduce((all, { id }, index) => all.replaceAll(id, ids[index] ?? ''), named);
  return JSON.parse(text.replaceAll('"until":"2026-02-01T00:00:00.000Z"', '"until":"2020-02-01T00:00:00.000Z"').replaceAll('"until":"2026-04-01T00:00:00.000Z"', '"until":"2999-04-01T00:00:00.000Z"')) as RandomPolicy;
}
