import { fieldType, type FieldTypeName } from '@guanxi/field-types';

export interface PlainDocument {
  readonly kind: string;
  readonly name: string;
  readonly [keyword: string]: unknown;
}

/** A small org with every kind of document and of field, for tests that carry documents from place to place. */
export function everyDocument(): readonly PlainDocument[] {
  return [
    { kind: 'picklist', name: 'Tier', title: 'Tier', titles: { 'zh-TW': '等級' }, values: [{ value: 'gold', label: 'Gold', labels: { 'zh-TW': '金', de: 'Gold' }, color: 'amber' }, { value: 'old', active: false }], guanxi: { id: 'p1' } },
    object('Customer', 'o1', {
      name: field('text', '1', {}, { title: 'Name' }),
      tier: field('picklist', '2', { valueSet: 'Tier' }),
      total: field('rollUp', '3', { relation: 'visits', operation: 'sum', value: 'price', filter: 'done' }),
    }, { titles: { 'zh-TW': '客戶' } }),
    object('Contact', 'o2', { name: field('personName', '1'), customer: field('lookup', '2', { target: 'Customer', inverse: { name: 'contacts', title: 'People', titles: { 'zh-TW': '人' } } }) }),
    object('Attendance', 'o3', {
      number: field('autoNumber', '1', { format: 'A-{0000}' }),
      visit: field('lookup', '2', { target: 'Visit', onDelete: 'clear' }),
      contact: field('lookup', '3', { target: 'Contact', filter: 'customer = $Source.visit.customer' }),
    }),
    object('Visit', 'o4', visitFields(), {
      nameField: 'subject',
      compact: ['done', 'day'],
      recordTypes: [{ name: 'sales', title: 'Sales', titles: { 'zh-TW': '銷售' }, default: true, values: { topic: ['price'] } }, { name: 'service', title: 'Service', active: false }],
      rules: [{ id: 'r1', name: 'late', when: 'day > TODAY() + 365', message: 'Too far away', messages: { 'zh-TW': '太遠了' }, field: 'day' }],
      duplicates: [{ id: 'd1', name: 'same', title: 'Same', onSave: 'warn', match: [{ field: 'subject', how: 'fuzzy', threshold: 0.7 }, { field: 'day', how: 'exact' }] }],
    }),
    {
      kind: 'layout', name: 'Visit.sales', object: 'Visit', recordTypes: ['sales'], permissionSets: ['sales'], header: ['day'], actions: ['callBack'],
      sections: [{ title: 'Main', titles: { 'zh-TW': '主要' }, tab: 'More', tabs: { 'zh-TW': '更多' }, columns: 3, visibleWhen: 'NOT(done)', cells: [{ field: 'subject', wide: true }, { field: 'day', requiredWhen: 'done' }] }],
      guanxi: { id: 'l1' },
    },
    { kind: 'view', name: 'Visit.all', title: 'All', titles: { 'zh-TW': '全部' }, object: 'Visit', columns: ['subject', 'day'], where: { done: { eq: false } }, orderBy: [{ field: 'day', direction: 'asc' }], guanxi: { id: 'v1' } },
    { kind: 'workflow', name: 'tell', title: 'Tell', titles: { 'zh-TW': '通知' }, object: 'Visit', trigger: { created: {} }, when: 'NOT(done)', steps: [{ id: 's', action: 'notify', input: { to: 'owner', text: "'New: ' & subject" } }], guanxi: { id: 'w1' } },
    { kind: 'action', name: 'callBack', title: 'Call back', titles: { 'zh-TW': '回電' }, object: 'Visit', visibleWhen: 'NOT(done)', confirm: 'Sure?', do: { update: { values: { done: 'TRUE' } } }, guanxi: { id: 'a1' } },
    { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Customer: { read: 'all' }, Visit: { read: 'all', edit: 'own', fields: { secret: { read: false } } } }, recordTypes: { Visit: ['sales'] }, guanxi: { id: 's1' } },
    { kind: 'retention-rule', name: 'oldVisits', title: 'Old visits', titles: { 'zh-TW': '舊拜訪' }, object: 'Customer', since: 'updatedAt', activity: [{ relation: 'visits', field: 'day' }], after: { value: 24, unit: 'months' }, when: 'total = 0', do: 'delete', guanxi: { id: 'k1' } },
    {
      kind: 'app', name: 'visits', title: 'Visits', version: '1.0.0', description: 'Who went where', publisher: 'Example', icon: 'map', color: 'teal',
      navigation: ['Visit', { title: 'People', titles: { 'zh-TW': '人員' }, items: ['Customer', 'Contact'] }, { title: 'Help', url: 'https://example.com/help' }],
      permissionSets: ['sales'], contents: [{ kind: 'object', name: 'Visit' }], guanxi: { id: 'app1' },
    },
  ];
}

function visitFields(): Readonly<Record<string, object>> {
  return {
    subject: field('text', '1', { help: 'What it is about', helps: { 'zh-TW': '主題' }, defaultFormula: "'Visit of ' & $User.name", visibleWhen: 'NOT(done)' }),
    customer: field('masterDetail', '2', { target: 'Customer', inverse: { name: 'visits' } }),
    about: field('polymorphicLookup', '3', { targets: ['Customer', 'Contact'], inverse: { name: 'mentions' } }),
    people: field('junction', '4', { through: { object: 'Attendance', near: 'visit', far: 'contact' }, inverse: { name: 'visits' } }),
    topic: field('picklist', '5', {}, { enum: ['price', 'goods'] }),
    detail: field('picklist', '6', { dependsOn: { field: 'topic', values: { price: ['high'], goods: ['broken'] } } }, { enum: ['high', 'broken'] }),
    tags: field('multiPicklist', '7', {}, { items: { type: 'string', enum: ['a', 'b'] } }),
    done: field('boolean', '8', {}, { default: false }),
    day: field('date', '9', { indexed: true }),
    at: field('time', '10'),
    moment: field('dateTime', '11'),
    took: field('duration', '12'),
    count: field('integer', '13'),
    ratio: field('decimal', '14'),
    share: field('percent', '15'),
    price: field('currency', '16', { codeFrom: 'money', rateOn: 'day' }),
    money: field('picklist', '17', {}, { enum: ['TWD', 'USD'] }),
    notes: field('longText', '18'),
    report: field('richText', '19'),
    mail: field('email', '20', { personal: true }),
    call: field('phone', '21'),
    page: field('url', '22'),
    place: field('address', '23'),
    spot: field('geolocation', '24'),
    paper: field('file', '25'),
    photo: field('image', '26'),
    raw: field('json', '27'),
    secret: field('encryptedText', '28'),
    who: field('user', '29'),
    number: field('autoNumber', '30', { format: 'V-{YYYY}-{0000}' }),
    double: field('formula', '31', { formula: 'count * 2', result: 'number', stored: true }),
    label: field('formula', '32', { formula: "subject & ' (' & customer.name & ')'", result: 'text' }),
    outside: field('text', '33', { externalId: true, requiredWhen: 'done', readOnlyWhen: 'ISCHANGED(done)' }),
  };
}

function object(name: string, id: string, properties: Readonly<Record<string, object>>, guanxi: object = {}): PlainDocument {
  return { kind: 'object', name, title: name, type: 'object', properties, guanxi: { id, ...guanxi } };
}

/** The keywords that the kind writes for its plainest settings, under those that are given. */
function field(type: FieldTypeName, id: string, guanxi: object = {}, keywords: object = {}): object {
  const kind = fieldType(type);
  const { enum: _values, items: _items, ...plain } = kind.writeSettings(kind.defaultSettings).keywords;
  return { ...(type === 'multiPicklist' ? { ...plain, items: { type: 'string' } } : plain), ...keywords, guanxi: { id, type, ...guanxi } };
}
