import { customer, order, sampleWorkspace } from '../testing/sample-workspace.js';
import { allOf, isPersonalView, orderByOf, whereOfView } from './view-conditions.js';

describe('the condition of a view', () => {
  it('filters a reference by its id and goes through it to the record behind', () => {
    expect(whereOfView(sampleWorkspace, order, { owner: { eq: 'me' }, customer: { status: { eq: 'active' } } }))
      .toEqual({ ownerId: { eq: 'me' }, customer: { status: { eq: 'active' } } });
  });
  it('is read inside AND, OR, NOT and relations', () => {
    const mine = { owner: { eq: 'me' } };
    expect(whereOfView(sampleWorkspace, customer, { OR: [mine, { NOT: mine }], orders: { some: mine } }))
      .toEqual({ OR: [{ ownerId: { eq: 'me' } }, { NOT: { ownerId: { eq: 'me' } } }], orders: { some: { ownerId: { eq: 'me' } } } });
  });
  it('tells whether it is about the person who looks', () => {
    expect([...customer.views, ...order.views].map(isPersonalView)).toEqual([true, true]);
  });
});

describe('the order of a list', () => {
  it('sorts references by the name of what they point to', () => {
    expect(orderByOf(sampleWorkspace, order, [{ field: 'customer', direction: 'desc' }, { field: 'orderedOn', direction: 'asc' }]))
      .toEqual([{ customer: { name: 'DESC' } }, { orderedOn: 'ASC' }]);
  });
  it('leaves out what this person cannot see', () => {
    expect(orderByOf({ objects: [order] }, order, [{ field: 'customer', direction: 'asc' }, { field: 'gone', direction: 'asc' }])).toEqual([]);
  });
});

describe('several conditions', () => {
  it('become one, and none where nothing is asked for', () => {
    expect(allOf([undefined, {}])).toBeUndefined();
    expect(allOf([{ a: 1 }, undefined])).toEqual({ a: 1 });
    expect(allOf([{ a: 1 }, { b: 2 }])).toEqual({ AND: [{ a: 1 }, { b: 2 }] });
  });
});
