import { answerOperation } from './run/answer-operation.js';
import { agency } from './testing/agency-documents.js';
import { startShopApi, type Answer, type Person, type ShopApi } from './testing/shop-api.js';

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi(agency);
  const { id } = (await ask('mutation { made: createAccount(data: { name: "Ann", channels: ["call"], limit: "100" }) { id } }')).data?.['made'] as { id: string };
  for (const [name, amount] of [['Small', '10'], ['Large', '70'], ['Blank', null]]) {
    await ask('mutation ($data: DealCreate!) { createDeal(data: $data) { id } }', { data: { name, amount, accountId: id } });
  }
});
afterAll(() => api.close());

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}, person: Person = 'ada'): Promise<Answer> {
  return JSON.parse(await answerOperation({ query, variables }, api.actor(person), api.ports)) as Answer;
}

const LIST = 'query ($formula: FormulaTextFilter) { deals(where: { FORMULA: $formula }, orderBy: [{ name: ASC }]) { nodes { name } } }';
const found = async (formula: string | null) => {
  const { data, errors } = await ask(LIST, { formula });
  return errors?.[0] ?? (data?.['deals'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
};

describe('a formula among filters', () => {
  it('finds what it holds for, here and behind references', async () => {
    expect(await found('amount * 2 > account.limit')).toEqual(['Large']);
    expect(await found('NOT(amount * 2 > account.limit)')).toEqual(['Blank', 'Small']);
    expect(await found('ISBLANK(amount) || name = "Small"')).toEqual(['Blank', 'Small']);
    expect(await found(null)).toEqual(['Blank', 'Large', 'Small']);
    expect((await ask('{ accounts(where: { OR: [{ name: { eq: "?" } }, { deals: { some: { FORMULA: "amount > 60 && owner = $User.id" } } }] }) { totalCount } }')).data).toEqual({ accounts: { totalCount: 1 } });
  });

  it('is told apart from another one that is asked in the same words', async () => {
    const both = 'query ($where: DealWhere) { deals(where: $where) { totalCount } }';
    const count = async (formula: string) => (await ask(both, { where: { FORMULA: formula } })).data?.['deals'];
    expect([await count('amount > 5'), await count('amount > 50'), await count('amount > 5')]).toEqual([{ totalCount: 2 }, { totalCount: 1 }, { totalCount: 2 }]);
  });

  it('says what is wrong with it, and where', async () => {
    expect(await found('amont > 3')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', problems: [{ code: 'unknown-field', start: 0, end: 5 }] } });
    expect(await found('amount + 1')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', problems: [{ code: 'result-type' }] } });
    expect(await found('ISCHANGED(amount)')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('names what its asker may not read as little as a filter of that field does', async () => {
    const asBob = async (query: string, variables = {}) => (await ask(query, variables, 'bob')).errors?.[0];
    const formula = (path: string) => asBob('query ($formula: FormulaTextFilter) { accounts(where: { FORMULA: $formula }) { totalCount } }', { formula: `${path} > 5` });
    const [hidden, unknown] = [await formula('limit'), await formula('lomot')];
    expect(hidden).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', problems: [{ code: 'unknown-field' }] } });
    expect(JSON.stringify(hidden).replaceAll('limit', '*')).toBe(JSON.stringify(unknown).replaceAll('lomot', '*'));
    expect(JSON.stringify(await formula('limits'))).not.toMatch(/limit\b/);
    expect(await asBob('{ accounts(where: { limit: { gt: "5" } }) { totalCount } }')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(await formula('LEN(name)')).toBeUndefined();
  });

  it('may only be so long, and name so much', async () => {
    expect(await found(`name = "${'x'.repeat(4_000)}"`)).toMatchObject({ extensions: { code: 'TOO_COSTLY', limit: 4_000 } });
    const many = Array.from({ length: 12 }, () => ({ FORMULA: Array.from({ length: 60 }, () => 'amount > 1').join(' && ') }));
    expect((await ask('query ($where: DealWhere) { deals(where: $where) { totalCount } }', { where: { OR: many } })).errors?.[0]).toMatchObject({ extensions: { code: 'TOO_COSTLY', limit: 1_000 } });
  });
});
