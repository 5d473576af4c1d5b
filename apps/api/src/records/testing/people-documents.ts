let serial = 0;

function nextId(): string {
  serial += 1;
  return `50000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

const property = (title: string, type: string, keywords: object = {}, guanxi: object = {}) => ({ title, type: 'string', ...keywords, guanxi: { id: nextId(), type, ...guanxi } });
const text = (title: string, more: object = {}) => property(title, 'text', { maxLength: 80 }, more);
const object = (name: string, properties: object, guanxi: object = {}, required: readonly string[] = []) => ({ kind: 'object', name, title: name, type: 'object', required, properties, guanxi: { id: nextId(), ...guanxi } });

const person = object(
  'Person',
  {
    name: text('Name'),
    email: property('Email', 'email', { format: 'email' }),
    city: text('City'),
    code: text('Code', { unique: true }),
    worth: property('Worth', 'currency', { format: 'decimal' }, { precision: 12, scale: 2 }),
    friend: property('Friend', 'lookup', { format: 'uuid' }, { target: 'Person', inverse: { name: 'friends' } }),
  },
  {
    plural: 'people',
    rules: [{ id: nextId(), name: 'notBelowZero', when: 'worth < 0', message: 'Nobody is worth less than nothing.', field: 'worth' }],
    duplicates: [
      { id: nextId(), name: 'sameMail', title: 'Same mail', match: [{ field: 'email', how: 'exact' }], onSave: 'block' },
      { id: nextId(), name: 'likeName', title: 'Like name', match: [{ field: 'name', how: 'fuzzy', threshold: 0.5 }, { field: 'city', how: 'exact' }], onSave: 'warn' },
      { id: nextId(), name: 'anyName', title: 'Any name', match: [{ field: 'name', how: 'fuzzy', threshold: 0.6 }], onSave: 'allow' },
    ],
  },
  ['name'],
);

const visit = object('Visit', { name: text('Name'), person: property('Person', 'lookup', { format: 'uuid' }, { target: 'Person', inverse: { name: 'visits' } }) });
const card = object('Card', { name: text('Name'), holder: property('Holder', 'lookup', { format: 'uuid' }, { target: 'Person', unique: true }) });
const note = object('Note', { name: text('Name'), about: property('About', 'polymorphicLookup', { type: 'object' }, { targets: ['Person', 'Club'] }) });
const club = object('Club', { name: text('Name'), members: property('Members', 'junction', { type: 'array' }, { through: { object: 'Membership', near: 'club', far: 'person' }, inverse: { name: 'clubs' } }) });
const membership = object('Membership', {
  name: text('Name'),
  club: property('Club', 'masterDetail', { format: 'uuid' }, { target: 'Club' }),
  person: property('Person', 'lookup', { format: 'uuid' }, { target: 'Person' }),
});

const own = { read: 'own', create: true, edit: 'own', delete: 'own' };
const sales = { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Person: own, Visit: own }, guanxi: { id: nextId() } };

export const peopleDocuments = [person, visit, card, note, club, membership, sales];
