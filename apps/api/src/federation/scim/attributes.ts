import { ENTERPRISE_SCHEMA, enterpriseAttributes } from './enterprise.js';

/** What an attribute is, for reading, patching and the schemas that directories ask for. */
export interface Attribute {
  readonly type: 'string' | 'boolean' | 'complex' | 'reference' | 'dateTime';
  readonly description: string;
  readonly multi?: true;
  readonly required?: true;
  readonly caseExact?: true;
  readonly readOnly?: true;
  readonly unique?: true;
  readonly parts?: Attributes;
}

export type Attributes = Readonly<Record<string, Attribute>>;

const text = (description: string): Attribute => ({ type: 'string', description });
const listed = (what: string): Attribute => ({
  type: 'complex', multi: true, description: what,
  parts: { value: text('The value.'), display: text('As it is shown.'), type: text('Such as "work".'), primary: { type: 'boolean', description: 'Whether it is the one to use.' } },
});

/** Of both kinds of resources. */
const everywhere: Attributes = {
  id: { type: 'string', readOnly: true, caseExact: true, unique: true, description: 'Made here, never changed.' },
  externalId: { type: 'string', caseExact: true, description: 'What the directory calls it.' },
  meta: {
    type: 'complex', readOnly: true, description: 'When it was made and changed.',
    parts: { resourceType: text('User or Group.'), created: { type: 'dateTime', description: 'When it was made.' }, lastModified: { type: 'dateTime', description: 'When it was changed.' }, version: text('Its ETag.'), location: { type: 'reference', description: 'Its address.' } },
  },
};

export const userAttributes: Attributes = {
  ...everywhere,
  userName: { type: 'string', required: true, unique: true, description: 'What the directory knows the person by; mostly their e-mail address.' },
  name: {
    type: 'complex', description: 'The parts of the name.',
    parts: { formatted: text('The whole name.'), familyName: text('Family name.'), givenName: text('Given name.'), middleName: text('Middle names.'), honorificPrefix: text('Title before the name.'), honorificSuffix: text('Title after the name.') },
  },
  displayName: text('The name as it is shown here.'),
  nickName: text('What the person is called.'),
  title: text('What the person does, such as "Vice President".'),
  userType: text('Such as "Employee".'),
  preferredLanguage: text('Language, such as "zh-TW".'),
  locale: text('Language, where no preferred one is given.'),
  timezone: text('Time zone, such as "Asia/Taipei".'),
  active: { type: 'boolean', description: 'Whether the person may come in.' },
  emails: { ...listed('E-mail addresses: the primary one, else the first, is the one here.') },
  phoneNumbers: listed('Phone numbers; kept for the directory.'),
  groups: {
    type: 'complex', multi: true, readOnly: true, description: 'The groups that the person is in.',
    parts: { value: text('Id of the group.'), $ref: { type: 'reference', description: 'Its address.' }, display: text('Its name.') },
  },
  [ENTERPRISE_SCHEMA]: { type: 'complex', description: 'What companies say of their people.', parts: enterpriseAttributes },
};

export const groupAttributes: Attributes = {
  ...everywhere,
  displayName: { type: 'string', required: true, unique: true, description: 'Name of the group; a team of the same name or title gets its members.' },
  members: {
    type: 'complex', multi: true, description: 'The people in it.',
    parts: { value: { type: 'string', caseExact: true, description: 'Id of the user.' }, $ref: { type: 'reference', description: 'Their address.' }, display: text('Their name.'), type: text('Always "User".') },
  },
};

/** Names are compared without regard to case; undefined for what is not known here. */
export function findAttribute(attributes: Attributes | undefined, name: string): readonly [string, Attribute] | undefined {
  const lower = name.toLowerCase();
  return Object.entries(attributes ?? {}).find(([known]) => known.toLowerCase() === lower);
}
