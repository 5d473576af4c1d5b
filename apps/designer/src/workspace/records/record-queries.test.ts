import { customer, order, sampleWorkspace } from '../testing/sample-workspace.js';
import { countQuery, createMutation, moveMutation, pageQuery, recordQuery, updateMutation } from './record-queries.js';
import { selectFields } from './select-fields.js';

describe('the selection of a record', () => {
  it('takes references as their id with the name of what they point to', () => {
    expect(selectFields(sampleWorkspace, order, ['customer', 'orderedOn'])).toBe('id version number customerId customer { id name: name } orderedOn');
  });
  it('leaves out the record behind a reference that this person may not see', () => {
    expect(selectFields({ objects: [order] }, order, ['customer'])).toBe('id version number customerId');
  });
});

describe('the operations of the record API', () => {
  it('declare only what has a value', () => {
    expect(pageQuery(customer, { select: 'id', size: 100 })).toEqual({
      query: 'query Page($first: Int) { page: customers(first: $first) { nodes { id } pageInfo { hasMore: hasNextPage cursor: endCursor } } }', variables: { first: 100 },
    });
  });
  it('asks for the pages before a place, back from the end', () => {
    const { query, variables } = pageQuery(customer, { select: 'id', size: 10, cursor: 'c1', isBackwards: true });
    expect(query).toBe('query Page($last: Int, $before: String) { page: customers(last: $last, before: $before) { nodes { id } pageInfo { hasMore: hasPreviousPage cursor: startCursor } } }');
    expect(variables).toEqual({ last: 10, before: 'c1' });
  });

  it('never put values into the text', () => {
    const { query, variables } = pageQuery(customer, { select: 'id', size: 10, cursor: 'c1', search: '"x', where: { name: { eq: 'y' } }, orderBy: [{ name: 'ASC' }] });
    expect(query).toContain('query Page($where: CustomerWhere, $orderBy: [CustomerOrderBy!], $search: String, $first: Int, $after: String)');
    expect(query).not.toContain('"x');
    expect(variables).toEqual({ where: { name: { eq: 'y' } }, orderBy: [{ name: 'ASC' }], search: '"x', first: 10, after: 'c1' });
  });
  it('read, count, create and update by the names of the object', () => {
    expect(recordQuery(customer, '1', 'id').query).toContain('record: customer(id: $id) { id }');
    expect(countQuery(customer, {}).query).toBe('query Count { counted: customers { totalCount } }');
    expect(createMutation(customer, {}, 'id').query).toContain('($data: CustomerCreate!) { record: createCustomer(data: $data) { id } }');
    expect(updateMutation(customer, { id: '1', data: {}, ifVersion: 3 }, 'id').query).toContain('($id: ID!, $data: CustomerUpdate!, $ifVersion: Int)');
  });
  it('move several records in one request', () => {
    expect(moveMutation('delete', customer, ['a', 'b'])).toEqual({
      query: 'mutation Move($id0: ID!, $id1: ID!) { r0: deleteCustomer(id: $id0) { id } r1: deleteCustomer(id: $id1) { id } }', variables: { id0: 'a', id1: 'b' },
    });
  });
});
