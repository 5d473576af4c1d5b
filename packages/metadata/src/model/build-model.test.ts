import { parseDocuments } from '../document/parse-documents.js';
import { field, objectDocument } from '../testing/object-document.js';
import type { FieldModel, Model } from './model.js';

const tier = { kind: 'picklist', name: 'Tier', title: 'Tier', values: [{ value: 'gold', label: 'Gold', labels: { 'zh-TW': '金' } }, { value: 'old', active: false }], guanxi: { id: 'p1' } };

const customer = objectDocument('Customer', {
  name: field('text', { id: '1' }),
  tier: field('picklist', { id: '2', valueSet: 'Tier' }, { enum: undefined }),
  revenue: field('rollUp', { id: '3', relation: 'orders', operation: 'sum', value: 'total', filter: 'paid' }),
  orderCount: field('rollUp', { id: '4', relation: 'orders', operation: 'count' }),
  lastOrder: field('rollUp', { id: '5', relation: 'orders', operation: 'max', value: 'orderedOn' }),
  recent: field('rollUp', { id: '6', relation: 'orders', operation: 'count', filter: 'orderedOn > TODAY() - 90' }),
  averagePieces: field('rollUp', { id: '7', relation: 'orders', operation: 'avg', value: 'pieces' }),
  contacts: field('junction', { id: '8', through: { object: 'CustomerContact', near: 'customer', far: 'contact' }, inverse: { name: 'customers' } }),
}, { guanxi: { titles: { 'zh-TW': '客戶' } } });

const order = objectDocument('Order', {
  number: field('autoNumber', { id: '1' }),
  customer: field('masterDetail', { id: '2', target: 'Customer', inverse: { name: 'orders' } }),
  orderedOn: field('date', { id: '3' }),
  paid: field('boolean', { id: '4' }),
  price: field('currency', { id: '5', codeFrom: 'money', rateOn: 'orderedOn' }, { title: 'Price' }),
  money: field('picklist', { id: '6' }, { enum: ['TWD', 'USD'] }),
  pieces: field('integer', { id: '7' }),
  total: field('formula', { id: '8', formula: 'price * pieces', result: 'currency' }),
  due: field('formula', { id: '9', formula: 'orderedOn + 30', result: 'date', stored: true }),
}, { guanxi: { recordTypes: [{ name: 'retail', title: 'Retail', values: { money: ['TWD'] } }, { name: 'trade', title: 'Trade', default: true }] } });

const contact = objectDocument('Contact', { name: field('text', { id: '1' }) });
const between = objectDocument('CustomerContact', {
  name: field('autoNumber', { id: '1' }),
  customer: field('lookup', { id: '2', target: 'Customer' }),
  contact: field('lookup', { id: '3', target: 'Contact' }),
});

const task = objectDocument('Task', {
  name: field('text', { id: '1' }),
  regarding: field('polymorphicLookup', { id: '2', targets: ['Customer', 'Order'], inverse: { name: 'tasks' }, titles: { 'zh-TW': '關於' } }, { title: 'Regarding' }),
  text: field('text', { id: '3', requiredWhen: "regardingCustomer.name = 'x'", visibleWhen: 'ISBLANK(text)', defaultFormula: '$User.name & $Org.name' }),
}, { guanxi: { rules: [{ id: 'r1', name: 'short', when: 'LEN(text) > 3 && ISCHANGED(text)', message: 'Too long' }] } });

const documents = [tier, customer, order, contact, between, task];

function modelOf(...given: readonly unknown[]): Model {
  const parsed = parseDocuments(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.value;
}

const model = modelOf(...documents);
const fieldOf = (object: string, name: string): FieldModel => {
  const found = model.objectByName.get(object)?.fieldByName.get(name);
  if (!found) throw new RangeError(`${object}.${name}`);
  return found;
};

describe('a model', () => {
  it('gives a picklist the values of the global one it names', () => {
    expect(fieldOf('Customer', 'tier').settings['values']).toEqual([{ value: 'gold', label: 'Gold', labels: { 'zh-TW': '金' } }, { value: 'old', label: 'old', active: false }]);
  });

  it('knows what formulas and roll-ups behave as, and where they are kept', () => {
    const facts = (object: string, name: string) => {
      const { value, storage, column, writable } = fieldOf(object, name);
      return [value.type, value.settings['scale'], storage, column, writable];
    };
    expect(facts('Order', 'total')).toEqual(['currency', 2, 'computed', '', false]);
    expect(facts('Order', 'due')).toEqual(['date', undefined, 'generated', 'due', false]);
    expect(facts('Customer', 'revenue')).toEqual(['currency', 2, 'maintained', 'revenue', false]);
    expect(facts('Customer', 'orderCount')).toEqual(['integer', undefined, 'maintained', 'order_count', false]);
    expect(facts('Customer', 'lastOrder')).toEqual(['date', undefined, 'maintained', 'last_order', false]);
    expect(facts('Customer', 'recent')).toEqual(['integer', undefined, 'computed', '', false]);
    expect(facts('Customer', 'averagePieces')).toEqual(['decimal', 4, 'maintained', 'average_pieces', false]);
  });

  it('stands a lookup per target behind a polymorphic one', () => {
    expect(fieldOf('Task', 'regarding')).toMatchObject({ storage: 'members', column: '', members: ['regardingCustomer', 'regardingOrder'], writable: true });
    expect(fieldOf('Task', 'regardingCustomer')).toMatchObject({
      type: 'lookup', column: 'regarding_customer_id', target: 'Customer', inverse: 'tasks', memberOf: 'regarding', writable: false, label: 'Regarding (Customer)',
    });
    expect(fieldOf('Task', 'regardingCustomer').property.guanxi['titles']).toEqual({ 'zh-TW': '關於 (客戶)' });
    expect(model.objectByName.get('Order')?.relationByName.get('tasks')).toMatchObject({ object: 'Task', field: 'regardingOrder' });
  });

  it('lists both sides of a junction', () => {
    const through = { object: 'CustomerContact', near: 'customer', far: 'contact' };
    expect(fieldOf('Customer', 'contacts')).toMatchObject({ storage: 'through', column: '', through });
    expect(model.objectByName.get('Customer')?.relationByName.get('contacts')).toEqual({ name: 'contacts', label: 'contacts', object: 'Contact', field: 'id', through });
    expect(model.objectByName.get('Contact')?.relationByName.get('customers')).toMatchObject({ object: 'Customer', through: { object: 'CustomerContact', near: 'contact', far: 'customer' } });
  });

  it('has the amount in the currency of the org beside one in another', () => {
    expect(fieldOf('Order', 'priceConverted')).toMatchObject({
      storage: 'computed', writable: false, label: 'Price (converted)', conversion: { field: 'price', codeFrom: 'money', rateOn: 'orderedOn' },
    });
  });

  it('gives objects with record types a field that says which', () => {
    expect(fieldOf('Order', 'recordType')).toMatchObject({ type: 'picklist', column: 'record_type', system: true, writable: true, default: 'trade' });
    expect(model.objectByName.get('Order')?.recordTypes.map(({ name, isDefault }) => [name, isDefault])).toEqual([['retail', false], ['trade', true]]);
    expect(model.objectByName.get('Task')?.fieldByName.has('recordType')).toBe(false);
  });

  it('reads rules, conditions and defaults', () => {
    const [rule] = model.objectByName.get('Task')?.rules ?? [];
    expect(rule).toMatchObject({ id: 'r1', active: true, when: { readsPrior: true } });
    expect(fieldOf('Task', 'text').rules.requiredWhen?.references).toEqual([['regardingCustomer', 'name']]);
    expect(fieldOf('Task', 'text').defaultFormula?.references).toEqual([['$User', 'name'], ['$Org', 'name']]);
  });

  it('has files as an object where a field points to them', () => {
    expect(model.objectByName.has('File')).toBe(false);
  });
});
