import type { FieldTypeName } from '@guanxi/field-types';

let serial = 0;

function nextId(): string {
  serial += 1;
  return `30000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

function property(title: string, type: FieldTypeName, keywords: object = {}, guanxi: object = {}) {
  return { title, type: 'string', ...keywords, guanxi: { id: nextId(), type, ...guanxi } };
}

function object(name: string, properties: object, guanxi: object = {}, required: readonly string[] = []) {
  return { kind: 'object', name, title: name, type: 'object', required, properties, guanxi: { id: nextId(), ...guanxi } };
}

const name = () => property('Name', 'text', { maxLength: 80 });
const lookup = (title: string, target: string, more: object = {}) => property(title, 'lookup', { format: 'uuid' }, { target, ...more });
const money = (title: string, more: object = {}) => property(title, 'currency', { format: 'decimal' }, { precision: 18, scale: 2, ...more });
const choice = (title: string, values: readonly string[], more: object = {}) => property(title, 'picklist', { enum: values }, more);

const region = object('Region', { name: name(), open: property('Open', 'boolean', { type: 'boolean' }), country: choice('Country', ['TW', 'US']) }, {}, ['name']);

/** Every kind of rule that a record can be under. */
const account = object(
  'Account',
  {
    name: name(),
    country: choice('Country', ['TW', 'US']),
    city: choice('City', ['Taipei', 'Tainan', 'Boston'], { dependsOn: { field: 'country', values: { TW: ['Taipei', 'Tainan'], US: ['Boston'] } } }),
    district: choice('District', ['Xinyi', 'Anping', 'Back Bay'], { dependsOn: { field: 'city', values: { Taipei: ['Xinyi'], Tainan: ['Anping'], Boston: ['Back Bay'] } } }),
    tier: choice('Tier', ['gold', 'silver', 'bronze'], { values: [{ value: 'bronze', label: 'Bronze', active: false }] }),
    state: choice('State', ['open', 'closed']),
    reason: property('Reason', 'text', { maxLength: 80 }, { requiredWhen: 'ISPICKVAL(state, "closed")' }),
    revenue: money('Revenue', { readOnlyWhen: 'ISPICKVAL(state, "closed")' }),
    limit: money('Limit'),
    over: property('Over', 'formula', {}, { formula: 'revenue - limit', result: 'currency', scale: 2 }),
    doubled: property('Doubled', 'formula', {}, { formula: 'BLANKVALUE(revenue, 0) * 2', result: 'currency', scale: 2, stored: true }),
    greeting: property('Greeting', 'text', { maxLength: 80 }, { defaultFormula: '"Dear " & name & ", " & $User.name' }),
    homeRegion: lookup('Home region', 'Region', { filter: 'AND(open, TEXT(country) = TEXT($Source.country))' }),
    region: lookup('Region', 'Region'),
    parent: lookup('Parent', 'Account'),
  },
  {
    rules: [
      { id: nextId(), name: 'overLimit', when: 'over > 0', message: 'Too much for the limit.', messages: { 'zh-TW': '超過額度。' }, field: 'revenue' },
      { id: nextId(), name: 'neverLess', when: 'AND(NOT(ISNEW()), PRIORVALUE(revenue) > revenue)', message: 'Revenue only grows.', field: 'revenue' },
      { id: nextId(), name: 'closedRegion', when: 'AND(NOT(ISBLANK(region)), NOT(region.open))', message: 'The region takes nobody new.', field: 'region' },
      { id: nextId(), name: 'tooLarge', when: 'doubled > 1000000', message: 'Beyond belief.' },
      { id: nextId(), name: 'notForBob', when: 'AND($User.email = "bob@example.com", ISCHANGED(limit))', message: 'Bob does not set limits.' },
      { id: nextId(), name: 'asleep', when: 'TRUE', message: 'Never.', active: false },
    ],
  },
  ['name'],
);

const line = object('Line', { name: name(), account: property('Account', 'masterDetail', { format: 'uuid' }, { target: 'Account', inverse: { name: 'lines' } }) }, {}, ['name']);
const part = object('Part', { name: name(), line: property('Line', 'masterDetail', { format: 'uuid' }, { target: 'Line', inverse: { name: 'parts' }, reparentable: true }) }, {}, ['name']);
const contact = object('Contact', { name: name(), account: lookup('Account', 'Account', { onDelete: 'clear', inverse: { name: 'contacts' } }) }, {}, ['name']);
const contract = object('Contract', { name: name(), account: lookup('Account', 'Account', { onDelete: 'restrict', inverse: { name: 'contracts' } }) }, {}, ['name']);
const task = object('Task', { name: name(), regarding: property('Regarding', 'polymorphicLookup', { type: 'object' }, { targets: ['Account', 'Contact'], inverse: { name: 'tasks' } }) }, {}, ['name']);
const campaign = object(
  'Campaign',
  { name: name(), contacts: property('Contacts', 'junction', { type: 'array' }, { through: { object: 'CampaignMember', near: 'campaign', far: 'contact' }, inverse: { name: 'campaigns' } }) },
  {},
  ['name'],
);
const member = object('CampaignMember', { campaign: lookup('Campaign', 'Campaign'), contact: lookup('Contact', 'Contact'), note: property('Note', 'text', { maxLength: 80 }) });

const deal = object(
  'Deal',
  { name: name(), stage: property('Stage', 'picklist', { enum: ['new', 'won', 'renewed'], default: 'new' }) },
  { recordTypes: [{ name: 'sale', title: 'Sale', default: true, values: { stage: ['new', 'won'] } }, { name: 'renewal', title: 'Renewal', values: { stage: ['renewed'] } }, { name: 'old', title: 'Old', active: false }] },
  ['name'],
);

const everywhere = { read: 'all', create: true, edit: 'all', delete: 'all' };
const sales = {
  kind: 'permissions',
  name: 'sales',
  title: 'Sales',
  objects: { Account: everywhere, Line: everywhere, Contact: everywhere, Campaign: everywhere, Deal: everywhere, Part: everywhere },
  recordTypes: { Deal: ['sale'] },
  guanxi: { id: nextId() },
};

export const dealDocuments = [region, account, line, part, contact, contract, task, campaign, member, deal, sales];
