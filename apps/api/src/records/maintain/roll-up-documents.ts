import type { FieldTypeName } from '@guanxi/field-types';

let serial = 0;

function property(type: FieldTypeName, keywords: object, guanxi: object = {}) {
  serial += 1;
  return { title: `Field ${serial}`, ...keywords, guanxi: { id: `30000000-0000-4000-8000-${String(serial).padStart(12, '0')}`, type, ...guanxi } };
}

const text = () => property('text', { type: 'string', maxLength: 80 });
const money = (scale = 2) => property('currency', { type: 'string', format: 'decimal' }, { precision: 18, scale });
const lookup = (target: string, inverse: string) => property('lookup', { type: 'string', format: 'uuid' }, { target, inverse: { name: inverse } });
const rollUp = (relation: string, operation: string, more: object = {}) => property('rollUp', { readOnly: true }, { relation, operation, ...more });
const formula = (text: string, result: string, more: object = {}) => property('formula', { readOnly: true }, { formula: text, result, ...more });
const picklist = (...values: string[]) => property('picklist', { type: 'string', enum: values }, { values: values.map((value) => ({ value, label: value })) });

function object(number: number, name: string, properties: object) {
  return { kind: 'object', name, title: name, type: 'object', properties, guanxi: { id: `40000000-0000-4000-8000-${String(number).padStart(12, '0')}`, nameField: 'name' } };
}

/** Lines of orders of customers of regions, customers that were brought by customers, and every way of summing them up. */
export const rollUpDocuments = [
  object(1, 'Region', {
    name: text(),
    revenue: rollUp('customers', 'sum', { value: 'revenue' }),
    customerCount: rollUp('customers', 'count'),
    orderCount: rollUp('customers', 'sum', { value: 'orderCount' }),
    busiest: rollUp('customers', 'max', { value: 'orderCount' }),
  }),
  object(2, 'Customer', {
    name: text(),
    region: lookup('Region', 'customers'),
    broughtBy: lookup('Customer', 'brought'),
    rating: property('integer', { type: 'integer' }),
    orderCount: rollUp('orders', 'count'),
    revenue: rollUp('orders', 'sum', { value: 'total', filter: "status = 'won'" }),
    average: rollUp('orders', 'avg', { value: 'total' }),
    largest: rollUp('orders', 'max', { value: 'freight' }),
    smallest: rollUp('orders', 'min', { value: 'freight', filter: "status <> 'lost'" }),
    firstDay: rollUp('orders', 'min', { value: 'orderedOn' }),
    lastStatus: rollUp('orders', 'last', { value: 'status', orderBy: 'orderedOn' }),
    firstFreight: rollUp('orders', 'first', { value: 'freight', orderBy: 'orderedOn', filter: 'urgent' }),
    broughtCount: rollUp('brought', 'count'),
    broughtRating: rollUp('brought', 'sum', { value: 'rating', filter: 'orderCount > 0' }),
    broughtBest: rollUp('brought', 'max', { value: 'worth' }),
    worth: formula('revenue + 10 * rating', 'number', { scale: 2, treatBlanksAs: 'zero' }),
  }),
  object(3, 'Order', {
    name: text(),
    customer: lookup('Customer', 'orders'),
    payer: lookup('Customer', 'paid'),
    status: picklist('open', 'won', 'lost'),
    urgent: property('boolean', { type: 'boolean' }),
    orderedOn: property('date', { type: 'string', format: 'date' }),
    freight: money(),
    total: rollUp('lines', 'sum', { value: 'net', filter: 'NOT(cancelled)' }),
    lineCount: rollUp('lines', 'count', { filter: 'quantity > 1' }),
    dearest: rollUp('lines', 'max', { value: 'net' }),
  }),
  object(4, 'Line', {
    name: text(),
    order: lookup('Order', 'lines'),
    price: money(),
    quantity: property('integer', { type: 'integer' }),
    discount: property('decimal', { type: 'string', format: 'decimal' }, { precision: 5, scale: 2 }),
    cancelled: property('boolean', { type: 'boolean' }),
    net: formula('price * quantity * (1 - BLANKVALUE(discount, 0))', 'currency', { scale: 2 }),
  }),
];
