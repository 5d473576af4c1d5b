import { groupAttributes, userAttributes, type Attributes } from './attributes.js';
import { ENTERPRISE_SCHEMA, enterpriseAttributes } from './enterprise.js';
import { MOST_RESULTS } from './list-response.js';
import { GROUP_SCHEMA } from './scim-groups.js';
import { USER_SCHEMA } from './user-resource.js';

/** What a directory asks for before it begins: what this service can do. */
export function describeService(origin: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST_RESULTS },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer token', description: 'A token made in Setup, under Sign-in and security.', primary: true }],
    meta: { resourceType: 'ServiceProviderConfig', location: `${origin}/scim/v2/ServiceProviderConfig` },
  };
}

export function resourceTypes(origin: string) {
  return [
    { name: 'User', endpoint: '/Users', description: 'People of the org', schema: USER_SCHEMA, schemaExtensions: [{ schema: ENTERPRISE_SCHEMA, required: false }] },
    { name: 'Group', endpoint: '/Groups', description: 'Groups of the directory', schema: GROUP_SCHEMA },
  ].map((type) => ({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'], id: type.name, ...type, meta: { resourceType: 'ResourceType', location: `${origin}/scim/v2/ResourceTypes/${type.name}` } }));
}

export function schemas(origin: string) {
  return [
    { id: USER_SCHEMA, name: 'User', description: 'People of the org', attributes: describe(userAttributes) },
    { id: ENTERPRISE_SCHEMA, name: 'EnterpriseUser', description: 'What companies say of their people', attributes: describe(enterpriseAttributes) },
    { id: GROUP_SCHEMA, name: 'Group', description: 'Groups of the directory', attributes: describe(groupAttributes) },
  ].map((schema) => ({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'], ...schema, meta: { resourceType: 'Schema', location: `${origin}/scim/v2/Schemas/${schema.id}` } }));
}

function describe(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).filter(([name]) => name !== 'id' && name !== 'meta' && name !== 'externalId' && name !== ENTERPRISE_SCHEMA).map(([name, { type, description, multi, required, caseExact, readOnly, unique, parts }]) => ({
    name, type, description,
    multiValued: multi ?? false,
    required: required ?? false,
    caseExact: caseExact ?? false,
    mutability: readOnly ? 'readOnly' : 'readWrite',
    returned: 'default',
    uniqueness: unique ? 'server' : 'none',
    ...(parts && { subAttributes: describe(parts) }),
  }));
}
