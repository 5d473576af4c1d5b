import type { FieldTypeName } from '@guanxi/field-types';

let serial = 0;

function property(title: string, type: FieldTypeName, keywords: object = {}, guanxi: object = {}) {
  serial += 1;
  const id = `30000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
  return { title, type: 'string', ...keywords, guanxi: { id, type, ...guanxi } };
}

const text = (title: string, guanxi: object = {}) => property(title, 'text', { maxLength: 80 }, guanxi);
const amount = (title: string, guanxi: object = {}) => property(title, 'currency', { format: 'decimal' }, { precision: 12, scale: 2, ...guanxi });
const date = (title: string) => property(title, 'date', { format: 'date' });
const lookup = (title: string, target: string, inverse?: string) => property(title, 'lookup', { format: 'uuid' }, { target, ...(inverse && { inverse: { name: inverse } }) });
const formula = (title: string, result: string, text: string, guanxi: object = {}) =>
  property(title, 'formula', { readOnly: true, ...(result === 'boolean' && { type: 'boolean' }) }, { formula: text, result, ...guanxi });
const rollUp = (title: string, guanxi: object) => property(title, 'rollUp', { readOnly: true }, guanxi);

function object(name: string, properties: object, more: { required?: readonly string[]; guanxi?: object } = {}) {
  serial += 1;
  const id = `40000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
  return { kind: 'object', name, title: name, type: 'object', ...(more.required && { required: more.required }), properties, guanxi: { id, nameField: 'name', ...more.guanxi } };
}

const choices = (...values: string[]) => ({ enum: values });

const region = object('Region', { name: text('Name'), tax: property('Tax', 'percent', { format: 'decimal' }, { precision: 5, scale: 2 }) });

const account = object('Account', {
  code: text('Code', { externalId: true, unique: true }),
  name: text('Name'),
  segment: property('Segment', 'picklist', choices('retail', 'industry')),
  channels: property('Channels', 'multiPicklist', { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['call', 'mail', 'visit'] } }),
  region: lookup('Region', 'Region'),
  limit: amount('Credit limit'),
  total: rollUp('Total', { relation: 'deals', operation: 'sum', value: 'amount' }),
  open: rollUp('Open deals', { relation: 'deals', operation: 'count', filter: 'ISPICKVAL(stage, "open")' }),
  recent: rollUp('Closed lately', { relation: 'deals', operation: 'sum', value: 'amount', filter: 'closedOn >= TODAY() - 90' }),
  latest: rollUp('Latest deal', { relation: 'deals', operation: 'last', value: 'name', filter: 'closedOn <= TODAY()', orderBy: 'closedOn' }),
  left: formula('Left of the limit', 'currency', 'limit - total', { treatBlanksAs: 'zero' }),
  taxed: formula('Total with tax', 'number', 'total * (1 + region.tax / 100)'),
  isBig: formula('Big', 'boolean', 'recent > 100 || left < 0'),
});

const deal = object('Deal', {
  name: text('Name'),
  account: lookup('Account', 'Account', 'deals'),
  stage: property('Stage', 'picklist', choices('open', 'won', 'lost')),
  amount: amount('Amount'),
  discount: property('Discount', 'percent', { format: 'decimal' }, { precision: 5, scale: 2 }),
  closedOn: date('Closed on'),
  net: formula('Net', 'currency', 'amount * (1 - discount / 100)', { treatBlanksAs: 'zero', stored: true }),
  month: formula('Month', 'text', 'TEXT(YEAR(closedOn)) & "-" & LPAD(TEXT(MONTH(closedOn)), 2, "0")'),
  place: formula('Place', 'text', 'account.region.name & " / " & account.name'),
  share: formula('Share of the account', 'number', 'IF(account.total > 0, amount / account.total, 0) + IF(account.isBig, 1, 0)', { scale: 4 }),
  isMine: formula('Mine', 'boolean', 'owner = $User.id'),
});

const product = object('Product', { name: text('Name'), price: amount('Price') });

const dealLine = object('DealLine', {
  name: text('Name'),
  deal: property('Deal', 'masterDetail', { format: 'uuid' }, { target: 'Deal', inverse: { name: 'lines' } }),
  product: lookup('Product', 'Product'),
  quantity: property('Quantity', 'integer', { type: 'integer' }),
});

const dealWithProducts = {
  ...deal,
  properties: {
    ...deal.properties,
    products: property('Products', 'junction', { type: 'array' }, { through: { object: 'DealLine', near: 'deal', far: 'product' }, inverse: { name: 'deals' } }),
  },
};

const note = object('Note', {
  name: text('Name'),
  regarding: property('Regarding', 'polymorphicLookup', { type: 'object' }, { targets: ['Account', 'Deal'], inverse: { name: 'notes' } }),
});

const contact = object('Contact', {
  name: property('Name', 'personName', { type: 'object' }),
  account: lookup('Account', 'Account', 'contacts'),
  home: property('Home', 'address', { type: 'object' }),
  position: property('Position', 'geolocation', { type: 'object' }),
  photo: property('Photo', 'image', { format: 'uuid' }),
  talked: property('Talked', 'duration', { type: 'integer' }),
  callAt: property('Call at', 'time', { format: 'time' }),
  remarks: property('Remarks', 'richText', { contentMediaType: 'text/html' }),
  answers: property('Answers', 'json', { type: undefined }),
  taxNumber: property('Tax number', 'encryptedText', { maxLength: 40 }),
  currency: property('Currency', 'picklist', choices('TWD', 'USD', 'JPY')),
  since: date('Customer since'),
  fee: amount('Fee', { codeFrom: 'currency', rateOn: 'since' }),
  letter: formula('Letter head', 'text', 'name & ", " & home.city'),
});

/** Sees their own deals, but of accounts neither the limit nor the region. */
export const seller = {
  kind: 'permissions',
  name: 'sales',
  title: 'Sales',
  objects: {
    Account: { read: 'all', export: true, fields: { limit: { read: false } } },
    Deal: { read: 'own', create: true, edit: 'own' },
    DealLine: { read: 'all', create: true, edit: 'all', delete: 'all' },
    Product: { read: 'all' },
    Note: { read: 'all', create: true, edit: 'all' },
  },
  guanxi: { id: '40000000-0000-4000-8000-0000000000ff' },
};

/** An org with every way of having a value: kept, computed, summed up, in several lookups, through other records. */
export const agency: readonly unknown[] = [region, account, dealWithProducts, product, dealLine, note, contact, seller];
