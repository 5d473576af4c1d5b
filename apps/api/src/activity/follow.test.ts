import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { FollowNews } from './follow-news.js';

const PASSWORD = 'another password';

interface Told { readonly kind: string; readonly text: string; readonly by: { readonly name: string } | null }

describe('following a record', () => {
  let test: TestApp;
  let admin: Caller;
  let mei: Caller;
  let id: string;

  const must = async <Data>(caller: Caller, query: string, variables: object = {}, path?: string): Promise<Data> => {
    const { data, errors } = await caller.ask<Data>(query, variables as Record<string, unknown>, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const change = (caller: Caller, data: object) => must(caller, 'mutation ($id: ID!, $data: CustomerUpdate!) { updateCustomer(id: $id, data: $data) { id } }', { id, data }, '/graphql');
  const told = async (caller: Caller) => (await must<{ notifications: Told[] }>(caller, '{ notifications { kind text by { name } } }')).notifications;
  const tell = () => test.app.get(FollowNews).tell(test.org);

  beforeAll(async () => {
    test = await startTestApp('follow');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await must(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Mei', email: 'mei@guanxi.local', password: PASSWORD, permissionSets: ['sales'] } });
    mei = await test.signIn('mei@guanxi.local', PASSWORD);
    id = (await must<{ made: { id: string } }>(admin, 'mutation { made: createCustomer(data: { name: "Followed" }) { id } }', {}, '/graphql')).made.id;
  });
  afterAll(() => test.close());

  it('tells once what others have changed since, and nothing of one’s own changes or of before', async () => {
    await change(admin, { city: 'Before' });
    expect(await must(mei, 'mutation ($id: ID!) { followRecord(object: "Customer", recordId: $id) }', { id })).toEqual({ followRecord: true });
    expect(await must(mei, 'query ($id: ID!) { followsRecord(recordId: $id) }', { id })).toEqual({ followsRecord: true });
    expect(await tell()).toBe(0);
    await change(admin, { city: 'Taipei' });
    await change(admin, { status: 'paused', city: 'Tainan' });
    expect([await tell(), await tell()]).toEqual([1, 0]);
    expect(await told(mei)).toEqual([{ kind: 'follow', text: 'Changed: City, Status', by: { name: 'Admin' } }]);
    await must(admin, 'mutation ($id: ID!) { followRecord(object: "Customer", recordId: $id) }', { id });
    await change(admin, { city: 'Hualien' });
    expect(await tell()).toBe(1);
    expect(await told(admin)).toEqual([]);
  });

  it('tells what others say there', async () => {
    await must(admin, 'mutation ($id: ID!) { addComment(object: "Customer", recordId: $id, text: "They called.") { id } }', { id });
    expect((await told(mei))[0]).toMatchObject({ kind: 'comment', text: 'They called.' });
  });

  it('ends, and is for records that somebody may read', async () => {
    expect(await must(mei, 'mutation ($id: ID!) { unfollowRecord(recordId: $id) }', { id })).toEqual({ unfollowRecord: true });
    await change(admin, { city: 'Keelung' });
    expect(await tell()).toBe(0);
    const gone = await mei.ask('mutation { followRecord(object: "Customer", recordId: "0190a3f0-0000-7000-8000-00000000dead") }');
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
