import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

let test: TestApp;
let admin: Caller;

beforeAll(async () => {
  test = await startTestApp('currencies');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  const documents = [{
    kind: 'object', name: 'Quote', title: 'Quote', type: 'object', guanxi: { id: 'o' },
    properties: {
      name: { type: 'string', guanxi: { id: '1', type: 'text' } },
      currencyCode: { type: 'string', enum: ['USD', 'EUR', 'TWD'], guanxi: { id: '2', type: 'picklist' } },
      sentOn: { type: 'string', format: 'date', guanxi: { id: '3', type: 'date' } },
      amount: { type: 'string', format: 'decimal', guanxi: { id: '4', type: 'currency', codeFrom: 'currencyCode', rateOn: 'sentOn' } },
    },
  }];
  await admin.ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents });
  const done = await admin.ask<{ publish: { problems: unknown[] } }>('mutation { publish(baseRevision: 1) { problems { message } } }');
  expect(done.data?.publish.problems).toEqual([]);
});
afterAll(() => test.close());

const SET = 'mutation ($rates: [CurrencyRateInput!]!) { setCurrencyRates(rates: $rates) { code startsOn rate } }';

it('converts each amount at the rate of its day, filters and orders by it', async () => {
  const rates = [{ code: 'EUR', startsOn: '2026-01-01', rate: '0.8' }, { code: 'EUR', startsOn: '2026-07-01', rate: '0.5' }, { code: 'TWD', startsOn: '2026-01-01', rate: '32' }];
  expect((await admin.ask<{ setCurrencyRates: unknown[] }>(SET, { rates })).data?.setCurrencyRates).toEqual([rates[1], rates[0], rates[2]]);
  await admin.ask(`mutation { createQuotes(data: [
    { name: "a", currencyCode: "EUR", amount: "100", sentOn: "2026-03-01" }, { name: "b", currencyCode: "EUR", amount: "100", sentOn: "2026-08-01" },
    { name: "c", currencyCode: "TWD", amount: "1600", sentOn: "2026-08-01" }, { name: "d", currencyCode: "USD", amount: "7", sentOn: "2026-08-01" }, { name: "e", currencyCode: "TWD", amount: "10", sentOn: "2025-01-01" }
  ]) { id } }`, {}, '/graphql');
  const { data } = await admin.ask<{ quotes: { nodes: { name: string; amountConverted: string | null }[] } }>('query { quotes(orderBy: [{ amountConverted: ASC }]) { nodes { name amountConverted } } }', {}, '/graphql');
  expect(data?.quotes.nodes.map(({ name, amountConverted }) => [name, amountConverted])).toEqual([['d', '7.00'], ['c', '50.00'], ['a', '125.00'], ['b', '200.00'], ['e', null]]);
  const found = await admin.ask<{ quotes: { totalCount: number } }>('query { quotes(where: { amountConverted: { gt: "100" } }) { totalCount } }', {}, '/graphql');
  expect(found.data?.quotes.totalCount).toBe(2);
});

it('takes a rate away, and refuses all where one is wrong', async () => {
  const refused = await admin.ask(SET, { rates: [{ code: 'EUR', startsOn: '2026-01-01', rate: '9' }, { code: 'eu', startsOn: '2026-01-01', rate: '0' }, { code: 'USD', startsOn: '2026-01-01', rate: '1' }] });
  expect(refused.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/rates/1/code', '/rates/1/rate', '/rates/2/code']);
  const { data } = await admin.ask<{ setCurrencyRates: { code: string; rate: string }[] }>(SET, { rates: [{ code: 'EUR', startsOn: '2026-07-01', rate: null }] });
  expect(data?.setCurrencyRates.map(({ code, rate }) => `${code} ${rate}`)).toEqual(['EUR 0.8', 'TWD 32']);
});
