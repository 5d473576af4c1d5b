import type { FieldTypeName } from '@guanxi/field-types';

let serial = 0;

function property(title: string, type: FieldTypeName, keywords: object = {}, guanxi: object = {}) {
  serial += 1;
  return { title, type: 'string', ...keywords, guanxi: { id: `50000000-0000-4000-8000-${String(serial).padStart(12, '0')}`, type, ...guanxi } };
}

/** An object with the kinds of field that the agency lacks. */
export const visit = {
  kind: 'object',
  name: 'Visit',
  title: 'Visit',
  type: 'object',
  properties: {
    name: property('Name', 'text', { maxLength: 80 }),
    account: property('Account', 'lookup', { format: 'uuid' }, { target: 'Account', inverse: { name: 'visits' } }),
    contact: property('Contact', 'lookup', { format: 'uuid' }, { target: 'Contact', inverse: { name: 'visits' } }),
    host: property('Host', 'user', { format: 'uuid' }),
    done: property('Done', 'boolean', { type: 'boolean' }),
    startsAt: property('Starts at', 'dateTime', { format: 'date-time' }),
    endsOn: property('Ends on', 'date', { format: 'date' }),
    weight: property('Weight', 'decimal', { format: 'decimal' }, { precision: 10, scale: 3 }),
    level: property('Level', 'integer', { type: 'integer' }),
    mail: property('Mail', 'email', { format: 'email' }),
    phone: property('Phone', 'phone'),
    site: property('Site', 'url', { format: 'uri' }),
    notes: property('Notes', 'longText'),
    late: property('Late', 'formula', { readOnly: true, type: 'boolean' }, { formula: 'endsOn < TODAY() && !done', result: 'boolean' }),
    when: property('When', 'formula', { readOnly: true }, { formula: 'startsAt + 1.5', result: 'dateTime' }),
    nearBy: property('Where', 'formula', { readOnly: true }, { formula: 'contact.home.city & " " & host.name', result: 'text' }),
  },
  guanxi: { id: '50000000-0000-4000-8000-0000000000ff', nameField: 'name' },
};
