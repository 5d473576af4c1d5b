import { fieldType, type FieldSettings, type FieldTypeName } from '@guanxi/field-types';
import type { FieldDescription, LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';

/** A small shop as one salesperson sees it, for the tests of this package. */
export const salesperson = { id: '0193a1b2-0000-7000-8000-00000000000a', name: 'Ada Lovelace', email: 'ada@example.com' };
export const moment = { now: '2026-11-22T04:30:00.000Z', timeZone: 'Asia/Taipei' };

const status = {
  values: [
    { value: 'active', label: 'Active', color: 'green' },
    { value: 'lost', label: 'Lost', color: 'red' },
  ],
};

export const customer = describeObject('Customer', {
  nameField: 'name',
  fields: [
    ...systemFields(),
    field('status', 'picklist', { settings: status, default: 'active' }),
    field('notes', 'longText', { label: 'Notes' }),
    field('name', 'text', { required: true, settings: { maxLength: 40 }, help: 'As it stands on invoices.' }),
    field('number', 'autoNumber', { writable: false, settings: { format: 'C-{0000}' } }),
    field('externalId', 'text', { label: 'External id', externalId: true, unique: true }),
    field('email', 'email', {}),
    field('creditLimit', 'currency', { label: 'Credit limit' }),
    field('visits', 'integer', { settings: { minimum: 0, maximum: 100 } }),
    field('newsletter', 'boolean', {}),
    field('lostReason', 'text', { label: 'Reason' }),
    field('parent', 'lookup', { label: 'Parent', settings: { target: 'Customer', onDelete: 'clear' }, target: 'Customer' }),
    field('score', 'integer', { writable: false }),
  ],
  relations: [{ name: 'orders', label: 'Orders', object: 'Order', field: 'customer' }],
});

export const order = describeObject('Order', {
  nameField: 'number',
  fields: [
    ...systemFields(),
    field('number', 'autoNumber', { writable: false, settings: { format: 'O-{0000}' } }),
    field('customer', 'lookup', { required: true, settings: { target: 'Customer', onDelete: 'restrict' }, target: 'Customer' }),
    field('orderedOn', 'date', { label: 'Ordered on' }),
    field('comment', 'longText', {}),
    field('amount', 'currency', {}),
  ],
  relations: [],
});

export const workspace: Pick<WorkspaceDescription, 'objects'> = { objects: [customer, order] };

export const customerLayout: LayoutDocument = {
  kind: 'layout',
  name: 'Customer',
  object: 'Customer',
  sections: [
    {
      columns: 2,
      cells: [
        { field: 'name' },
        { field: 'status' },
        { field: 'lostReason', visibleWhen: 'ISPICKVAL(status, "lost")', requiredWhen: 'ISPICKVAL(status, "lost")' },
        { field: 'number' },
        { field: 'creditLimit', readOnlyWhen: 'visits > 10' },
        { field: 'name' },
        { field: 'salary' },
      ],
    },
    { title: 'Contact', titles: { 'zh-TW': '聯絡方式' }, columns: 1, cells: [{ field: 'email' }, { field: 'visits' }, { field: 'parent' }] },
    { title: 'Only mine', columns: 2, visibleWhen: 'owner = $User.id', cells: [{ field: 'notes', wide: true }, { field: 'newsletter' }] },
    { title: 'Gone', columns: 2, cells: [{ field: 'secret' }] },
  ],
  relatedLists: [
    { relation: 'orders', columns: ['number', 'amount'] },
    { relation: 'visitsOfOthers', columns: [] },
  ],
  guanxi: { id: 'layout-customer' },
};

type FieldParts = Partial<Omit<FieldDescription, 'name' | 'type'>> & { readonly settings?: FieldSettings };

export function field(name: string, type: FieldTypeName, parts: FieldParts): FieldDescription {
  const kind = fieldType(type);
  return {
    name,
    type,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    settings: kind.defaultSettings,
    value: { type, settings: parts.settings ?? kind.defaultSettings },
    storage: 'column',
    required: false,
    unique: false,
    externalId: false,
    system: false,
    writable: true,
    sortable: kind.sortable,
    operators: kind.operators,
    ...parts,
  };
}

function systemFields(): FieldDescription[] {
  const user = { settings: { target: 'User', onDelete: 'clear' }, target: 'User', system: true };
  return [
    field('id', 'recordId', { system: true, writable: false, label: 'ID' }),
    field('owner', 'user', user),
    field('createdAt', 'dateTime', { system: true, writable: false, label: 'Created at' }),
    field('createdBy', 'user', { ...user, writable: false, label: 'Created by' }),
    field('updatedAt', 'dateTime', { system: true, writable: false, label: 'Changed at' }),
    field('updatedBy', 'user', { ...user, writable: false, label: 'Changed by' }),
    field('version', 'integer', { system: true, writable: false }),
  ];
}

function describeObject(name: string, parts: Pick<ObjectDescription, 'nameField' | 'fields' | 'relations'>): ObjectDescription {
  const singular = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    name,
    singular,
    plural: `${singular}s`,
    label: name,
    pluralLabel: `${name}s`,
    icon: 'box',
    color: 'blue',
    activity: true,
    platform: false,
    canCreate: true,
    canEdit: true,
    canDelete: false,
    layout: { kind: 'layout', name, object: name, sections: [], guanxi: { id: `layout-${singular}` } },
    views: [],
    ...parts,
  };
}
