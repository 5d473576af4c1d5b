let serial = 0;

function nextId(): string {
  serial += 1;
  return `70000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

const property = (title: string, type: string, keywords: object = {}, guanxi: object = {}) => ({ title, type: 'string', ...keywords, guanxi: { id: nextId(), type, ...guanxi } });
const text = (title: string) => property(title, 'text', { maxLength: 80 });
const money = (title: string) => property(title, 'currency', { format: 'decimal' }, { precision: 12, scale: 2 });
const lookup = (title: string, target: string) => property(title, 'lookup', { format: 'uuid' }, { target });
const object = (name: string, properties: object, required: readonly string[] = ['name']) => ({ kind: 'object', name, title: name, type: 'object', required, properties, guanxi: { id: nextId(), nameField: 'name' } });

const lead = object('Lead', {
  name: text('Name'),
  company: text('Company'),
  phone: property('Phone', 'phone'),
  worth: money('Worth'),
  status: property('Status', 'picklist', { enum: ['open', 'converted'], default: 'open' }),
  client: lookup('Client', 'Client'),
  opportunity: lookup('Opportunity', 'Opportunity'),
});
const client = object('Client', { name: text('Name'), phone: property('Phone', 'phone') });
const opportunity = object('Opportunity', { name: text('Name'), amount: money('Amount'), client: lookup('Client', 'Client') });

const qualify = {
  kind: 'action',
  name: 'qualify',
  title: 'Qualify',
  object: 'Lead',
  do: {
    convert: {
      into: [
        { object: 'Client', as: 'client', values: { name: 'company', phone: 'phone' }, link: 'client' },
        { object: 'Opportunity', values: { name: "company & ': ' & name", amount: 'worth * 2' }, refers: { client: 'client' }, link: 'opportunity' },
      ],
      values: { status: "'converted'" },
    },
  },
  guanxi: { id: nextId() },
};

const own = { read: 'own', create: true, edit: 'own', delete: 'own' };
const sales = { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Lead: own, Client: own, Opportunity: { read: 'own', create: false } }, guanxi: { id: nextId() } };

/** A lead that becomes a client with an opportunity. */
export const leadDocuments = [lead, client, opportunity, qualify, sales];
