let serial = 0;

function nextId(): string {
  serial += 1;
  return `60000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

const property = (title: string, type: string, keywords: object = {}, guanxi: object = {}) => ({ title, type: 'string', ...keywords, guanxi: { id: nextId(), type, ...guanxi } });
const text = (title: string, more: object = {}) => property(title, 'text', { maxLength: 80 }, more);
const object = (name: string, properties: object, guanxi: object = {}) => ({ kind: 'object', name, title: name, type: 'object', required: ['name'], properties, guanxi: { id: nextId(), nameField: 'name', ...guanxi } });

const account = object(
  'Account',
  {
    name: text('Name'),
    city: text('City'),
    code: text('Code', { unique: true, externalId: true }),
    worth: property('Worth', 'rollUp', { readOnly: true }, { relation: 'lines', operation: 'sum', value: 'amount' }),
  },
  { rules: [{ id: nextId(), name: 'noForbidden', when: "city = 'forbidden'", message: 'Not there.', field: 'city' }] },
);
const contact = object('Contact', { name: text('Name'), account: property('Account', 'lookup', { format: 'uuid' }, { target: 'Account', inverse: { name: 'contacts' } }) });
const line = object('Line', {
  name: text('Name'),
  account: property('Account', 'masterDetail', { format: 'uuid' }, { target: 'Account', inverse: { name: 'lines' } }),
  amount: property('Amount', 'currency', { format: 'decimal' }, { precision: 12, scale: 2 }),
});
const card = object('Card', { name: text('Name'), holder: property('Holder', 'lookup', { format: 'uuid' }, { target: 'Account' }) });
const greet = {
  kind: 'workflow', name: 'greet', title: 'Greet', object: 'Contact', trigger: { created: {} },
  steps: [{ id: 'greet', action: 'updateRecord', input: { values: { name: "'Dear ' & name" } } }], guanxi: { id: nextId() },
};
const everywhere = { read: 'all', create: true, edit: 'all', delete: 'all' };
const accounting = { kind: 'permissions', name: 'accounting', title: 'Accounting', objects: { Account: everywhere }, guanxi: { id: nextId() } };

/** Accounts with details, roll-ups, unique values and a rule, for operations to be taken back on. */
export const undoDocuments = [account, contact, line, card, greet, accounting];
