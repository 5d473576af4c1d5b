import type { FieldTypeName } from '@guanxi/field-types';
import { parseDocuments, type Model } from '@guanxi/metadata';

let serial = 0;

function nextId(): string {
  serial += 1;
  return `40000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

function property(type: FieldTypeName, keywords: object, guanxi: object = {}) {
  return { title: `Field ${serial}`, type: 'string', ...keywords, guanxi: { id: nextId(), type, ...guanxi } };
}

const customer = {
  kind: 'object',
  name: 'Customer',
  title: 'Customer',
  type: 'object',
  required: ['name'],
  properties: { name: property('text', { maxLength: 80 }), rating: property('integer', { type: 'integer' }) },
  guanxi: { id: nextId(), nameField: 'name' },
};

/** Offers are under one rule of each sort. */
const offer = {
  kind: 'object',
  name: 'Offer',
  title: 'Offer',
  type: 'object',
  properties: {
    customer: property('lookup', { format: 'uuid' }, { target: 'Customer', filter: 'rating > 1' }),
    price: property('currency', { format: 'decimal' }, { precision: 12, scale: 2, requiredWhen: 'ISPICKVAL(stage, "sent")' }),
    name: property('text', { maxLength: 80 }),
    stage: property('picklist', { enum: ['draft', 'sent'] }),
  },
  guanxi: {
    id: nextId(),
    rules: [{ id: 'grows', name: 'grows', when: 'AND(NOT(ISNEW()), price < PRIORVALUE(price), customer.rating < 5)', message: 'Prices only grow.' }],
  },
};

export const ruledShop: Model = read();

function read(): Model {
  const parsed = parseDocuments([customer, offer]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}
