import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import type { Org } from '../../orgs/org.js';
import type { Orgs } from '../../orgs/orgs.js';
import { groupAttributes, userAttributes, type Attributes } from './attributes.js';
import { describeService, resourceTypes, schemas } from './describe-service.js';
import { makeList, project, readFilter, type ListWish, type Projection } from './list-response.js';
import { isRecord, type Resource } from './match-filter.js';
import { presentFailure, ScimFailure } from './scim-failure.js';
import type { ScimGroups } from './scim-groups.js';
import type { ScimTokens } from './scim-tokens.js';
import type { ScimUsers } from './scim-users.js';

export interface ScimPorts {
  readonly tokens: ScimTokens;
  readonly orgs: Orgs;
  readonly users: ScimUsers;
  readonly groups: ScimGroups;
}

type Query = ListWish & Projection;
const PATH = '/scim/v2';
const TYPE = 'application/scim+json; charset=utf-8';
const MOST_BYTES = 2 * 1024 * 1024;
const logger = new Logger('SCIM');

/** `/scim/v2`: users and groups for directories (RFC 7643 and 7644), each with a token of its org. */
export async function registerScimRoutes(server: FastifyInstance, { tokens, orgs, users, groups }: ScimPorts): Promise<void> {
  await server.register(async (scope) => {
    const known = new WeakMap<FastifyRequest, Org>();
    scope.removeAllContentTypeParsers();
    for (const type of ['application/scim+json', 'application/json']) scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, _request, reply) => sendScimFailure(reply, toFailure(error)));
    scope.addHook('onRequest', async (request, reply) => {
      const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const orgId = token === undefined ? undefined : await tokens.orgOf(token);
      if (orgId === undefined) return sendScimFailure(reply.header('www-authenticate', 'Bearer'), new ScimFailure(401, 'A token of this org is needed. It is made in Setup, under Sign-in and security.'));
      known.set(request, await orgs.byId(orgId));
    });
    const orgOf = (request: FastifyRequest): Org => {
      const org = known.get(request);
      if (!org) throw new Error('A request came past the token.');
      return org;
    };
    scope.get(`${PATH}/ServiceProviderConfig`, (request, reply) => send(reply, describeService(originOf(request))));
    registerFixed(scope, 'ResourceTypes', resourceTypes);
    registerFixed(scope, 'Schemas', schemas);
    registerKind(scope, { endpoint: 'Users', attributes: userAttributes, orgOf, store: users });
    registerKind(scope, { endpoint: 'Groups', attributes: groupAttributes, orgOf, store: groups });
    scope.all(PATH, () => Promise.reject(new ScimFailure(404, 'There is nothing here.')));
    scope.all(`${PATH}/*`, (request) => Promise.reject(/^\/scim\/v2\/(Bulk|Me)\b/.test(request.url) ? new ScimFailure(501, 'This is not offered.') : new ScimFailure(404, 'There is nothing here.')));
  });
}

interface Kind {
  readonly endpoint: 'Users' | 'Groups';
  readonly attributes: Attributes;
  readonly orgOf: (request: FastifyRequest) => Org;
  readonly store: Pick<ScimUsers, 'list' | 'find' | 'create' | 'replace' | 'patch' | 'remove'>;
}

function registerKind(scope: FastifyInstance, { endpoint, attributes, orgOf, store }: Kind): void {
  const [all, one] = [`${PATH}/${endpoint}`, `${PATH}/${endpoint}/:id`];
  scope.get<{ Querystring: Query }>(all, async (request, reply) => send(reply, makeList(await store.list(orgOf(request), originOf(request), readFilter(request.query)), request.query, attributes)));
  scope.post<{ Querystring: Query }>(all, async (request, reply) => {
    const made = await store.create(orgOf(request), readBody(request), originOf(request));
    return sendResource(reply.code(201).header('location', metaOf(made)['location']), made, request.query, attributes);
  });
  scope.get<{ Params: { id: string }; Querystring: Query }>(one, async (request, reply) => {
    const found = await store.find(orgOf(request), request.params.id, originOf(request));
    if (request.headers['if-none-match'] === metaOf(found)['version']) return reply.code(304).send();
    return sendResource(reply, found, request.query, attributes);
  });
  scope.put<{ Params: { id: string }; Querystring: Query }>(one, async (request, reply) => {
    await refuseOutdated(request, request.params.id);
    return sendResource(reply, await store.replace(orgOf(request), request.params.id, readBody(request), originOf(request)), request.query, attributes);
  });
  scope.patch<{ Params: { id: string }; Querystring: Query }>(one, async (request, reply) => {
    await refuseOutdated(request, request.params.id);
    return sendResource(reply, await store.patch(orgOf(request), request.params.id, readBody(request), originOf(request)), request.query, attributes);
  });
  scope.delete<{ Params: { id: string } }>(one, async (request, reply) => {
    await refuseOutdated(request, request.params.id);
    await store.remove(orgOf(request), request.params.id);
    return reply.code(204).send();
  });
  const refuseOutdated = async (request: FastifyRequest, id: string) => {
    const expected = request.headers['if-match'];
    if (expected === undefined || expected === '*') return;
    const present = metaOf(await store.find(orgOf(request), id, originOf(request)))['version'];
    if (!expected.split(',').some((version) => version.trim() === present)) throw new ScimFailure(412, 'It has been changed since. Read it again.');
  };
}

function registerFixed(scope: FastifyInstance, endpoint: 'ResourceTypes' | 'Schemas', make: (origin: string) => readonly { readonly id: string }[]): void {
  scope.get<{ Querystring: Query }>(`${PATH}/${endpoint}`, (request, reply) => {
    if (request.query.filter !== undefined) throw new ScimFailure(403, 'These cannot be filtered.');
    const all = make(originOf(request));
    return send(reply, { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: all.length, startIndex: 1, itemsPerPage: all.length, Resources: all });
  });
  scope.get<{ Params: { id: string } }>(`${PATH}/${endpoint}/:id`, (request, reply) => {
    const found = make(originOf(request)).find(({ id }) => id === request.params.id);
    if (!found) throw new ScimFailure(404, 'There is nothing of that name.');
    return send(reply, found);
  });
}

function sendResource(reply: FastifyReply, resource: Resource, query: Query, attributes: Attributes): FastifyReply {
  return send(reply.header('etag', metaOf(resource)['version']), project(resource, query, attributes));
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.header('cache-control', 'no-store').header('content-type', TYPE).serializer(JSON.stringify).send(body);
}

function sendScimFailure(reply: FastifyReply, failure: ScimFailure): FastifyReply {
  return send(reply.code(failure.status), presentFailure(failure));
}

function toFailure(error: unknown): ScimFailure {
  if (error instanceof ScimFailure) return error;
  if (error instanceof ApiFailure) return tellFailure(error);
  const { statusCode = 500, message = '' } = error as { statusCode?: number; message?: string };
  if (statusCode < 500) return new ScimFailure(statusCode, message);
  const reference = randomUUID();
  logger.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return new ScimFailure(500, `Something went wrong on our side. The reference is ${reference}.`);
}

/** What the platform refuses, such as to switch off the last admin. */
function tellFailure(failure: ApiFailure): ScimFailure {
  const { message, extensions } = failure.tell('en');
  const [first] = (extensions['problems'] ?? []) as readonly { readonly code: string; readonly message: string }[];
  if (first?.code === 'taken') return new ScimFailure(409, first.message, 'uniqueness');
  if (failure.code === 'NOT_FOUND') return new ScimFailure(404, message);
  return new ScimFailure(400, first?.message ?? message, 'invalidValue');
}

function readBody({ body }: FastifyRequest): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : '');
  } catch {
    throw new ScimFailure(400, 'The body is not JSON.', 'invalidSyntax');
  }
}

function metaOf({ meta }: Resource): Readonly<Record<string, string>> {
  return (isRecord(meta) ? meta : {}) as Readonly<Record<string, string>>;
}

function originOf({ protocol, host }: FastifyRequest): string {
  return new URL(`${protocol}://${host}`).origin;
}
