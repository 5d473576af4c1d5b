import type { Attribute, Attributes } from './attributes.js';

/** What directories of companies say of a person beside the core: RFC 7643, 4.3. */
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const kept = (what: string): Attribute => ({ type: 'string', description: `${what} Kept for the directory; nothing here depends on it.` });

export const enterpriseAttributes: Attributes = {
  employeeNumber: kept('What the company numbers the person by.'),
  costCenter: kept('Cost centre.'),
  organization: kept('Organisation.'),
  division: kept('Division.'),
  department: kept('Department.'),
  manager: {
    type: 'complex', description: 'Who the person reports to: the manager here, where that is somebody active of this org.',
    parts: {
      value: { type: 'string', caseExact: true, description: 'Id of the user; their userName, externalId or e-mail address is understood, too.' },
      $ref: { type: 'reference', description: 'Their address.' },
      displayName: { type: 'string', readOnly: true, description: 'Their name.' },
    },
  },
};
