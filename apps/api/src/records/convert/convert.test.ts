import { sql } from 'kysely';
import { org, startShopApi, type ShopApi } from '../../graphql/testing/shop-api.js';
import { leadDocuments } from '../testing/lead-documents.js';

let api: ShopApi;
const table = (name: string) => sql.id(org.schema, name);

beforeAll(async () => {
  api = await startShopApi(leadDocuments);
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.run(sql`truncate ${table('lead')}, ${table('client')}, ${table('opportunity')}, ${table('_history')}, ${table('_operation')} cascade`));

async function lead(values: object): Promise<string> {
  const { data, errors } = await api.ask('mutation ($data: LeadCreate!) { made: createLead(data: $data) { id } }', { data: values });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data?.['made'] as { id: string }).id;
}

const convert = (id: string, person: 'ada' | 'bob' = 'ada') =>
  api.ask('mutation ($id: ID!) { convertLead(id: $id, action: qualify) { status client { name phone } opportunity { name amount client { name } } } }', { id }, person);

it('makes the records that the action names, linked with each other and with the one they come from', async () => {
  const id = await lead({ name: 'Ann', company: 'Acme', phone: '+886 2 1234 5678', worth: '120.50' });
  expect(await convert(id)).toEqual({
    data: { convertLead: { status: 'converted', client: { name: 'Acme', phone: '+886212345678' }, opportunity: { name: 'Acme: Ann', amount: '241.00', client: { name: 'Acme' } } } },
  });
  const [operation] = await api.run<{ id: string; kind: string; title: object }>(sql`select id, kind, title from ${table('_operation')}`);
  expect(operation).toMatchObject({ kind: 'convert', title: { object: 'Lead', into: ['Client', 'Opportunity'] } });
  const history = await api.run(sql`select kind, count(*)::int as count from ${table('_history')} where operation_id = ${operation?.id ?? ''}::uuid group by 1 order by 1`);
  expect(history).toEqual([{ kind: 'created', count: 2 }, { kind: 'updated', count: 1 }]);
});

it('takes a record that is linked already instead of making it again, and converts nothing twice', async () => {
  const { data } = await api.ask('mutation { made: createClient(data: { name: "Known" }) { id } }');
  const id = await lead({ name: 'Ann', company: 'Acme', clientId: (data?.['made'] as { id: string }).id });
  expect(await convert(id)).toMatchObject({ data: { convertLead: { client: { name: 'Known' }, opportunity: { name: 'Acme: Ann', client: { name: 'Known' } } } } });
  const again = await convert(id);
  expect(again.errors?.[0]?.extensions['problems']).toMatchObject([{ path: '', code: 'converted', message: 'This Lead has been converted already.' }]);
});

it('makes nothing where one of them is refused, and says which', async () => {
  const id = await lead({ name: 'Ann', company: null });
  const { errors } = await convert(id);
  expect(errors?.[0]?.extensions['problems']).toMatchObject([{ path: '/into/0/name', code: 'required' }]);
  const [left] = await api.run(sql`select (select count(*)::int from ${table('client')}) as clients, (select count(*)::int from ${table('opportunity')}) as opportunities`);
  expect(left).toEqual({ clients: 0, opportunities: 0 });
});

it('is there for those alone who may make what it makes', async () => {
  const id = await lead({ name: 'Ann', company: 'Acme' });
  await api.run(sql`update ${table('lead')} set owner_id = '00000000-0000-7000-8000-00000000b0b0'`);
  const { errors } = await convert(id, 'bob');
  expect(errors?.map(({ message }) => message)).toEqual(['Cannot query field "convertLead" on type "Mutation". Did you mean "createLead"?']);
});
