import type { FieldTypeName } from '@guanxi/field-types';

let serial = 0;

function property(title: string, type: FieldTypeName, keywords: object, guanxi: object = {}) {
  serial += 1;
  const id = `10000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
  return { title, type: 'string', ...keywords, guanxi: { id, type, ...guanxi } };
}

export const customer = {
  kind: 'object',
  name: 'Customer',
  title: 'Customer',
  description: 'Somebody who buys.',
  type: 'object',
  required: ['name'],
  properties: {
    name: property('Name', 'text', { maxLength: 80 }),
    code: property('Code', 'text', { maxLength: 20 }, { externalId: true, unique: true, help: 'As in the shop system.' }),
    email: property('Email', 'email', { format: 'email' }),
    status: property('Status', 'picklist', { enum: ['active', 'paused'], default: 'active' }, {
      values: [{ value: 'active', label: 'Active' }, { value: 'paused', label: 'Paused' }],
    }),
    rating: property('Rating', 'integer', { type: 'integer', minimum: 0, maximum: 10 }),
    score: property('Score', 'decimal', { format: 'decimal' }, { precision: 10, scale: 2 }),
    birthday: property('Birthday', 'date', { format: 'date' }),
    seenAt: property('Last seen', 'dateTime', { format: 'date-time' }),
  },
  guanxi: { id: '20000000-0000-4000-8000-000000000001', nameField: 'name' },
} as const;

export const order = {
  kind: 'object',
  name: 'Order',
  title: 'Order',
  type: 'object',
  properties: {
    number: property('Number', 'autoNumber', {}, { format: 'O-{0000}' }),
    customer: property('Customer', 'lookup', { format: 'uuid' }, { target: 'Customer', inverse: { name: 'orders' } }),
    amount: property('Amount', 'currency', { format: 'decimal' }, { precision: 12, scale: 2 }),
    orderedOn: property('Ordered on', 'date', { format: 'date' }),
  },
  guanxi: { id: '20000000-0000-4000-8000-000000000002', nameField: 'number' },
} as const;

/** Sees only their own customers, not the score, and may not set the rating; sees orders, but changes none. */
export const sales = {
  kind: 'permissions',
  name: 'sales',
  title: 'Sales',
  objects: {
    Customer: { read: 'own', create: true, edit: 'own', fields: { score: { read: false }, rating: { edit: false } } },
    Order: { read: 'all' },
  },
  guanxi: { id: '20000000-0000-4000-8000-000000000003' },
} as const;
