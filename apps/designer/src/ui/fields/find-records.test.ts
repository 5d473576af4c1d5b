import type { RecordFilter } from '@guanxi/field-types/widgets';
import { customer, order, sampleWorkspace } from '../../workspace/testing/sample-workspace.js';
import { findRecords, type FoundPage } from './find-records.js';
import { readPath, selectPath } from './record-paths.js';

const { objects } = sampleWorkspace;
const active: RecordFilter = { key: '[]', reads: [['status'], ['owner', 'id']], matches: (read) => read(['status']) === 'active' };
const pageOf = (from: number, count: number, status: string, hasNextPage = true): FoundPage => ({
  nodes: Array.from({ length: count }, (_, index) => ({ id: `${from + index}`, _name: `Customer ${from + index}`, status })),
  pageInfo: { hasNextPage, endCursor: `c${from}` },
});

async function search(pages: readonly FoundPage[], filter?: RecordFilter, text = '') {
  const asked: { readonly query: string; readonly variables: unknown }[] = [];
  const found = await findRecords({ target: customer, objects, text, filter }, async (query, variables) => {
    asked.push({ query, variables });
    return pages[asked.length - 1] ?? pageOf(0, 0, '', false);
  });
  return { found, asked };
}

describe('finding a record', () => {
  it('asks once, by a piece of the name', async () => {
    const { found, asked } = await search([pageOf(0, 20, 'lost')], undefined, 'Ac');
    expect([found.length, found[0]]).toEqual([20, { id: '0', name: 'Customer 0' }]);
    expect(asked).toEqual([{
      query: 'query Find($text: String!, $after: String) { found: customers(where: { name: { contains: $text } }, first: 20, after: $after) { nodes { id _name: name } pageInfo { hasNextPage endCursor } } }',
      variables: { text: 'Ac' },
    }]);
  });

  it('knows names of several pieces', async () => {
    const name = customer.fields.find((field) => field.name === 'name');
    const person = { ...customer, fields: [...customer.fields.filter((field) => field !== name), ...(name ? [{ ...name, type: 'personName' as const, value: { type: 'personName' as const, settings: {} }, parts: ['first', 'last'] }] : [])] };
    const queries: string[] = [];
    const found = await findRecords({ target: person, objects, text: 'Ada' }, async (query) => {
      queries.push(query);
      return { nodes: [{ id: '1', _name: { first: 'Ada', last: 'Lovelace' } }], pageInfo: { hasNextPage: false, endCursor: null } };
    });
    expect(found).toEqual([{ id: '1', name: 'Ada Lovelace' }]);
    expect(queries[0]).toContain('customers(search: $text, first: 20, after: $after) { nodes { id _name: name { first last } }');
  });

  it('asks also for what a filter reads, and on until enough records fit', async () => {
    const { found, asked } = await search([pageOf(0, 100, 'lost'), pageOf(100, 100, 'active'), pageOf(200, 100, 'active')], active);
    expect([found.length, found[0]?.id]).toEqual([20, '100']);
    expect(asked.map(({ variables }) => variables)).toEqual([{}, { after: 'c0' }]);
    expect(asked[0]?.query).toContain('nodes { id _name: name status ownerId }');
  });

  it('gives up after three pages, and at the end of the list', async () => {
    const lost = pageOf(0, 100, 'lost');
    expect((await search([lost, lost, lost, lost], active)).asked.length).toBe(3);
    expect((await search([pageOf(0, 2, 'active', false), lost], active)).found.length).toBe(2);
  });
});

describe('the path of a formula', () => {
  it('is asked for and read through references', () => {
    expect([['customer', 'status'], ['customer'], ['customer', 'id'], ['gone']].map((path) => selectPath(objects, order, path))).toEqual(['customer { status }', 'customerId', 'customerId', '']);
    const answer = { customerId: '7', customer: { status: 'active' } };
    expect([['customer', 'status'], ['customer', 'id'], ['gone']].map((path) => readPath(objects, order, answer, path))).toEqual(['active', '7', null]);
    expect(readPath(objects, order, { customerId: null, customer: null }, ['customer', 'status'])).toBeNull();
  });
});
