import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';

/** A small workspace for tests: customers with orders. */
const textWords = ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', 'isBlank'];
const dayWords = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'isBlank', 'within'];
const recordWords = ['eq', 'ne', 'in', 'notIn', 'isBlank'];

export const customer = object('Customer', 'customer', 'customers', [
  field('name', 'text', textWords, { required: true }),
  field('status', 'picklist', ['eq', 'ne', 'in', 'notIn', 'isBlank'], { valueLabels: { active: 'Active', paused: 'Paused' } }),
  field('notes', 'longText', ['contains', 'isBlank']),
], {
  relations: [{ name: 'orders', label: 'Orders', object: 'Order', field: 'customer' }],
  views: [{ kind: 'view', name: 'Customer.mine', title: 'My customers', object: 'Customer', columns: ['name', 'status'], where: { owner: { eq: 'me' } }, orderBy: [{ field: 'name', direction: 'asc' }], guanxi: { id: 'v1' } }],
});

export const order = object('Order', 'order', 'orders', [
  field('number', 'autoNumber', textWords),
  field('customer', 'lookup', recordWords, { target: 'Customer', settings: { target: 'Customer' } }),
  field('orderedOn', 'date', dayWords),
], {
  nameField: 'number',
  views: [{ kind: 'view', name: 'Order.mine', title: 'My orders', object: 'Order', columns: ['number', 'customer'], where: { owner: { eq: 'me' }, customer: { status: { eq: 'active' } } }, orderBy: [{ field: 'orderedOn', direction: 'asc' }], guanxi: { id: 'v2' } }],
});

export const user = object('User', 'user', 'users', [field('name', 'text', textWords)], { platform: true });

export const sampleWorkspace: WorkspaceDescription = { revision: 1, apps: [], objects: [customer, order, user] };

export function field(name: string, type: FieldDescription['type'], operators: readonly string[], more: Partial<FieldDescription> = {}): FieldDescription {
  return { name, label: name, type, operators, settings: {}, value: { type, settings: more.settings ?? {} }, storage: 'column', required: false, unique: false, externalId: false, system: false, writable: true, sortable: true, ...more };
}

export function object(name: string, singular: string, plural: string, own: readonly FieldDescription[], more: Partial<ObjectDescription> = {}): ObjectDescription {
  const system = [
    field('id', 'recordId', recordWords, { system: true, writable: false }), field('owner', 'user', recordWords, { system: true, target: 'User' }),
    field('createdAt', 'dateTime', dayWords, { system: true, writable: false }), field('version', 'integer', ['eq'], { system: true, writable: false }),
  ];
  const fields = name === 'User' ? own : [...system, ...own];
  return {
    name, singular, plural, label: name, pluralLabel: plural, icon: '', color: '', nameField: 'name', activity: true, platform: false, canCreate: true, canEdit: true, canDelete: true, fields, relations: [], views: [],
    layout: { kind: 'layout', name, object: name, guanxi: { id: name }, sections: [
      { columns: 2, cells: own.map((each) => ({ field: each.name })) }, { title: 'History', columns: 2, cells: [{ field: 'createdAt' }] },
    ] },
    ...more,
  };
}
