import type { Model } from '../model/model.js';
import { field, objectDocument } from '../testing/object-document.js';
import type { MetadataDocument, ObjectDocument } from './documents.js';
import { parseDocuments } from './parse-documents.js';

const customer = objectDocument('Customer', {
  name: field('text', { id: '1' }),
  total: field('rollUp', { id: '2', relation: 'orders', operation: 'sum', value: 'amount' }),
});
const order = objectDocument('Order', {
  number: field('autoNumber', { id: '1' }),
  customer: field('lookup', { id: '2', target: 'Customer', inverse: { name: 'orders' } }),
  amount: field('currency', { id: '3' }),
  who: field('formula', { id: '4', formula: 'customer.name', result: 'text' }),
});
const other = objectDocument('Other', { name: field('text', { id: '1' }) });
const view: MetadataDocument = { kind: 'view', name: 'V', title: 'V', object: 'Order', columns: ['number', 'amount'], guanxi: { id: 'v' } };

const all = [customer, order, other, view];

function parse(documents: readonly unknown[], earlier?: Model): Model {
  const parsed = parseDocuments(documents, earlier ? { earlier } : {});
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const withField = (document: ObjectDocument, name: string, property: ObjectDocument['properties'][string]): ObjectDocument => ({
  ...document, properties: { ...document.properties, [name]: property },
});

describe('a model made after an earlier one', () => {
  const earlier = parse(all);
  const object = (model: Model, name: string) => model.objectByName.get(name);

  it('is the same as one made anew', () => {
    const changed = [withField(customer, 'city', field('text', { id: '9' })), order, other, view];
    expect(parse(changed, earlier)).toEqual(parse(changed));
  });

  it('takes over what nothing has happened to', () => {
    const later = parse([withField(other, 'city', field('text', { id: '9' })), order, customer, view], earlier);
    expect(object(later, 'Order')).toBe(object(earlier, 'Order'));
    expect(object(later, 'Customer')).toBe(object(earlier, 'Customer'));
    expect(object(later, 'Other')).not.toBe(object(earlier, 'Other'));
  });

  it('takes over what looks at an object that only got more', () => {
    const later = parse([withField(customer, 'city', field('text', { id: '9' })), order, other, view], earlier);
    expect(object(later, 'Order')).toBe(object(earlier, 'Order'));
  });

  it('reads formulas again whose fields have changed', () => {
    const changed = [customer, { ...order, properties: { ...order.properties, amount: field('integer', { id: '3' }) } }, other, view];
    expect(object(parse(changed, earlier), 'Customer')?.fieldByName.get('total')?.value.type).toBe('integer');
  });

  it('finds what a change broke elsewhere', () => {
    const { amount: _gone, ...properties } = order.properties;
    const parsed = parseDocuments([customer, { ...order, properties }, other, view], { earlier });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['/object:Customer/properties/total/guanxi/value', '/view:V/columns/1']);
  });

  it('finds a name that is gone though the object that misses it is the same', () => {
    const renamed = { ...customer, properties: { title: field('text', { id: '1' }), total: customer.properties['total'] ?? field('text', { id: '2' }) } };
    const parsed = parseDocuments([renamed, order, other, view], { earlier });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['/object:Order/properties/who/guanxi/formula']);
  });

  it('stays right over a chain of changes', () => {
    let model = earlier;
    let documents: readonly MetadataDocument[] = all;
    for (const name of ['a', 'b', 'c']) {
      documents = documents.map((one) => (one.kind === 'object' ? withField(one, name, field('text', { id: `x-${name}` })) : one));
      model = parse(documents, model);
      expect(model).toEqual(parse(documents));
    }
  });
});
