import { createHash } from 'node:crypto';
import { findAttribute, type Attributes } from './attributes.js';
import { matchesFilter, valuesAt, type Resource } from './match-filter.js';
import { parseFilter, parsePatchPath, type Filter } from './parse-filter.js';

export interface ListWish {
  readonly filter?: string;
  readonly sortBy?: string;
  readonly sortOrder?: string;
  readonly startIndex?: string;
  readonly count?: string;
}

export interface Projection {
  readonly attributes?: string;
  readonly excludedAttributes?: string;
}

export const MOST_RESULTS = 500;
const USUAL_RESULTS = 100;

export function readFilter({ filter }: ListWish): Filter | undefined {
  return filter?.trim() ? parseFilter(filter) : undefined;
}

/** RFC 7644, 3.4.2: filtered, in order, and one page of it. */
export function makeList(resources: readonly Resource[], wish: ListWish & Projection, attributes: Attributes): Resource {
  const filter = readFilter(wish);
  const found = filter ? resources.filter((one) => matchesFilter(filter, one, attributes)) : resources;
  const inOrder = wish.sortBy?.trim() ? sort(found, wish, attributes) : found;
  const startIndex = Math.max(readWhole(wish.startIndex, 1), 1);
  const count = Math.min(Math.max(readWhole(wish.count, USUAL_RESULTS), 0), MOST_RESULTS);
  const page = inOrder.slice(startIndex - 1, startIndex - 1 + count).map((one) => project(one, wish, attributes));
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: found.length, startIndex, itemsPerPage: page.length, Resources: page };
}

/** Only what was asked for; `id` and `schemas` always. */
export function project(resource: Resource, { attributes: wanted, excludedAttributes: unwanted }: Projection, attributes: Attributes): Resource {
  const nameList = (text: string | undefined) => text?.split(',').flatMap((name) => {
    const { extension, attribute } = parsePatchPath(name);
    return findAttribute(attributes, extension ?? attribute)?.[0] ?? [];
  });
  const [only, without] = [nameList(wanted), nameList(unwanted)];
  if (!only && !without) return resource;
  return Object.fromEntries(Object.entries(resource).filter(([name]) => name === 'id' || name === 'schemas' || (only ? only.includes(name) : !without?.includes(name))));
}

/** Says whether a resource is still the same; weak, because it is of the meaning and not of the bytes. */
export function versionOf(resource: Resource): string {
  const { meta: _, ...rest } = resource;
  return `W/"${createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 22)}"`;
}

function sort(resources: readonly Resource[], { sortBy = '', sortOrder }: ListWish, attributes: Attributes): readonly Resource[] {
  const path = parsePatchPath(sortBy);
  const sign = sortOrder?.toLowerCase() === 'descending' ? -1 : 1;
  const keyOf = (resource: Resource) => {
    const value = valuesAt(resource, path, attributes)[0]?.value;
    return value === undefined ? undefined : String(value).toLowerCase();
  };
  // Those without a value come last, whichever way.
  return resources.map((resource) => ({ resource, key: keyOf(resource) })).sort((one, other) => {
    if (one.key === undefined || other.key === undefined) return Number(one.key === undefined) - Number(other.key === undefined);
    return sign * (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
  }).map(({ resource }) => resource);
}

function readWhole(text: string | undefined, fallback: number): number {
  const value = Number(text);
  return text === undefined || !Number.isInteger(value) ? fallback : value;
}
