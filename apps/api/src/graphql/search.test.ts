import { customer, order, sales } from './testing/shop-documents.js';
import { startShopApi, type ShopApi } from './testing/shop-api.js';

interface Found { readonly object: string; readonly name: string; readonly match: string; readonly score: number; readonly suggestion: string | null; readonly fields: readonly { field: string; text: string; ranges: readonly (readonly [number, number])[] }[] }

const text = (title: string, type = 'text') => ({ title, type: 'string', ...(type === 'email' && { format: 'email' }), guanxi: { id: title.toLowerCase(), type } });
const shop = {
  ...customer,
  properties: { ...customer.properties, phone: text('Phone', 'phone'), city: text('City'), secret: text('Secret'), place: { title: 'Place', type: 'object', guanxi: { id: 'place', type: 'address' } } },
};

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi([shop, order, sales]);
  const people: readonly Record<string, unknown>[] = [
    { name: '王小明', phone: '+886912345678', city: '臺北', secret: 'zebra' },
    { name: '王 大明', phone: '02-2345-6789', city: '高雄', place: { city: '台中市', street: '西屯區文心路 100 號' } },
    { name: '張學友', phone: '(04) 2222-1111', city: '台北市' },
    { name: 'Zoë Müller', email: 'zoe.mueller@example.com', city: 'Köln' },
    { name: 'Mary Ann Johnson', city: 'Taipei' },
    { name: 'ＡＣＭＥ　Ｃｏｒｐ', city: 'Oslo' },
  ];
  for (const data of people) {
    const answer = await api.ask('mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id } }', { data });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  }
});
afterAll(() => api.close());

async function search(words: string, person: 'ada' | 'bob' = 'ada'): Promise<readonly Found[]> {
  const { data, errors } = await api.ask('query ($text: String!) { search(text: $text) { object name match score suggestion fields { field text ranges } } }', { text: words }, person);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['search'] as readonly Found[];
}

async function listed(words: string, person: 'ada' | 'bob' = 'ada'): Promise<readonly string[]> {
  const { data, errors } = await api.ask('query ($words: String) { customers(search: $words, orderBy: [{ name: ASC }]) { nodes { name } totalCount } }', { words }, person);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data?.['customers'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
}

const names = (found: readonly Found[]) => found.map(({ name }) => name).toSorted();

describe('a search', () => {
  it.each([
    ['王', ['王 大明', '王小明']],
    ['小明', ['王小明']],
    ['王大明', ['王 大明']],
    ['王　大明', ['王 大明']],
    ['台北', ['王小明', '張學友']],
    ['臺北', ['王小明', '張學友']],
    ['张学友', ['張學友']],
    ['王 臺北', ['王小明']],
    ['台北 王', ['王小明']],
    ['文心路100', ['王 大明']],
    ['西屯區文心路', ['王 大明']],
    ['zoe muller', ['Zoë Müller']],
    ['ZOË', ['Zoë Müller']],
    ['maryann', ['Mary Ann Johnson']],
    ['johnson mary', ['Mary Ann Johnson']],
    ['acme corp', ['ＡＣＭＥ　Ｃｏｒｐ']],
    ['mueller@exam', ['Zoë Müller']],
    ['345', ['王 大明', '王小明']],
    ['0912-345-678', ['王小明']],
    ['0912 345 678', ['王小明']],
    ['+886 912 345 678', ['王小明']],
    ['+886 2 2345 6789', ['王 大明']],
    ['2345６７８９', ['王 大明']],
    ['0422221111', ['張學友']],
    ['ma', ['Mary Ann Johnson']],
    ['---', []],
    ['nobody here', []],
  ])('for %s finds %j, over all objects and in a list', async (words, expected) => {
    expect([names(await search(words)), (await listed(words)).toSorted()]).toEqual([expected.toSorted(), expected.toSorted()]);
  });

  it('tells what matched and where, the best first', async () => {
    const [first, second] = await search('王小明');
    expect(first).toMatchObject({ object: 'Customer', match: 'EXACT', score: 1, fields: [{ field: 'name', text: '王小明', ranges: [[0, 3]] }] });
    expect(second).toBeUndefined();
    expect((await search('王'))[0]).toMatchObject({ match: 'BEGINS' });
    expect((await search('台北 王'))[0]?.fields).toEqual([{ field: 'name', text: '王小明', ranges: [[0, 1]] }, { field: 'city', text: '臺北', ranges: [[0, 2]] }]);
    expect((await search('0912345678'))[0]?.fields).toEqual([{ field: 'phone', text: '+886912345678', ranges: [[4, 13]] }]);
  });

  it('suggests what may have been meant where nothing is quite it', async () => {
    expect(await search('jonhson')).toEqual([expect.objectContaining({ name: 'Mary Ann Johnson', match: 'SIMILAR', suggestion: 'Johnson', fields: [{ field: 'name', text: 'Mary Ann Johnson', ranges: [[9, 16]] }] })]);
    expect(names(await search('mulller'))).toEqual(['Zoë Müller']);
  });

  it('takes no field for a hit that the person may not read', async () => {
    expect([names(await search('zebra')), await listed('zebra')]).toEqual([['王小明'], ['王小明']]);
    await api.ask('mutation { __typename }');
    expect([await search('zebra', 'bob'), await listed('zebra', 'bob')]).toEqual([[], []]);
  });

  it('looks only into the objects that are asked for', async () => {
    const { data } = await api.ask('{ none: search(text: "王", objects: [Order]) { id } some: search(text: "王", objects: [Customer], first: 1) { match } }');
    expect(data).toEqual({ none: [], some: [{ match: 'BEGINS' }] });
    const ask = async (objects: readonly string[]) => (await api.ask('query ($objects: [SearchableObject!]) { found: search(text: "王", objects: $objects) { id } }', { objects })).data?.['found'] as unknown[];
    expect([(await ask(['Order'])).length, (await ask(['Customer'])).length, (await ask(['Order', 'Customer'])).length]).toEqual([0, 2, 2]);
  });

  it('keeps to the records of one person and to what has changed', async () => {
    const { data } = await api.ask('query ($since: DateTime) { mine: search(text: "王", ownedBy: "me") { id } his: search(text: "王", ownedBy: "00000000-0000-7000-8000-00000000b0b0") { id } later: search(text: "王", changedSince: "2100-01-01T00:00:00Z") { id } since: search(text: "王", changedSince: $since) { id } }', { since: '2001-01-01T00:00:00Z' });
    expect(Object.values(data ?? {}).map((found) => (found as unknown[]).length)).toEqual([2, 0, 0, 2]);
  });

  it('refuses what nobody means', async () => {
    const { errors } = await api.ask('query ($text: String!) { search(text: $text) { id } }', { text: 'x'.repeat(300) });
    expect(errors?.[0]?.message).toBe('A search takes at most 200 characters; this one has 300.');
    expect((await api.ask('query ($text: String!) { search(text: $text) { id } }', { text: 'a b c d e f g h i j' })).errors?.[0]?.message).toContain('at most 8 words');
    expect((await api.ask('query ($text: String!) { search(text: $text) { id } }', { text: "'\\%_ :* & | ! ( ) <->" })).errors).toBeUndefined();
  });

  it('finds what many records have as well as what few have, in the order that is asked for, and again', async () => {
    const data = Array.from({ length: 1_010 }, (_, n) => ({ name: `Twin ${String(n).padStart(4, '0')}`, city: n % 500 === 7 ? 'Oslo' : 'Bergen' }));
    for (let begin = 0; begin < data.length; begin += 505) await api.ask('mutation ($data: [CustomerCreate!]!) { createCustomers(data: $data) { id } }', { data: data.slice(begin, begin + 505) });
    const ask = async (words: string, city: string, after: string | null = null) =>
      (await api.ask(
        'query ($words: String, $city: String!, $after: String) { found: customers(search: $words, where: { city: { eq: $city } }, orderBy: [{ name: DESC }], first: 2, after: $after) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }',
        { words, city, after },
      )).data?.['found'] as { totalCount: number; nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const many = { totalCount: 1_007, nodes: [{ name: 'Twin 1009' }, { name: 'Twin 1008' }], pageInfo: { hasNextPage: true } };
    expect([await ask('twin', 'Bergen'), await ask('twin', 'Bergen')]).toMatchObject([many, many]);
    const few = await ask('twin', 'Oslo');
    expect(few).toMatchObject({ totalCount: 3, nodes: [{ name: 'Twin 1007' }, { name: 'Twin 0507' }], pageInfo: { hasNextPage: true } });
    expect(await ask('twin', 'Oslo', few.pageInfo.endCursor)).toMatchObject({ totalCount: 3, nodes: [{ name: 'Twin 0007' }], pageInfo: { hasNextPage: false } });
    const sums = await api.ask('{ few: customers(search: "twin 100") { aggregate { count } groupBy(by: [{ field: city }]) { count } nodes { name owner { name } } } many: customers(search: "twin") { aggregate { count } nodes { name } } }');
    expect(sums).toMatchObject({ data: { few: { aggregate: { count: 11 } }, many: { aggregate: { count: 1_010 } } } });
  });

  it('finds the same while an index is missing, with the folding left out', async () => {
    await api.run((await import('kysely')).sql`drop index org_0123456789ab.customer__city__search`);
    expect([await listed('台北'), await listed('王 臺北'), names(await search('Taipei'))]).toEqual([['張學友'], ['王小明'], ['Mary Ann Johnson']]);
  });
});
