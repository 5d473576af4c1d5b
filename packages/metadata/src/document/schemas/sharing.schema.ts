import type { JsonSchema } from '@guanxi/field-types';
import { documentSchemaOf, formula, longerText, name, oneKey, someText, translations } from './parts.js';

const grantee: JsonSchema = {
  ...oneKey({
    role: { ...name, description: 'People with this role.' },
    below: { ...name, description: 'People with this role or one under it.' },
    team: name,
    queue: name,
    everyone: { const: true, description: 'All people of the org but partners.' },
  }),
};

const grantees: JsonSchema = { type: 'array', items: grantee, minItems: 1, maxItems: 100 };

/** The meta-schema of places in the tree of roles. */
export function makeRoleSchema(): JsonSchema {
  return documentSchemaOf('role', {
    properties: { title: someText, titles: translations, description: longerText, parent: { ...name, description: 'The role above.' } },
    required: ['title'],
  });
}

/** The meta-schema of teams. */
export function makeTeamSchema(): JsonSchema {
  return documentSchemaOf('team', { properties: { title: someText, titles: translations, description: longerText }, required: ['title'] });
}

/** The meta-schema of rules that open records to people. */
export function makeSharingRuleSchema(): JsonSchema {
  return documentSchemaOf('sharing-rule', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      object: name,
      which: {
        ...oneKey({
          ownedBy: { ...grantees, description: 'Records whose owner is one of these.' },
          when: { ...formula, description: 'A formula that is true of the records.' },
          territory: { ...name, description: 'The records in the territory of this queue.' },
        }),
      },
      to: grantees,
      access: { enum: ['read', 'edit'] },
      active: { type: 'boolean' },
    },
    required: ['title', 'object', 'which', 'to', 'access'],
  });
}

/** What an object says of who may do what with its records. */
export const sharingKeyword: JsonSchema = {
  type: 'object',
  properties: {
    default: { enum: ['private', 'read', 'edit', 'parent'], description: 'What people whose rights go by sharing may do with records that nothing else opens to them.' },
    parent: { ...name, description: 'The lookup to the record that decides, where `default` is `parent`.' },
    throughRoles: { type: 'boolean', description: 'Whether roles above the owner’s see and change the record; they do unless this says no.' },
  },
  required: ['default'],
  additionalProperties: false,
};
