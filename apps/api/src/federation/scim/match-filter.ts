import { findAttribute, type Attribute, type Attributes } from './attributes.js';
import type { AttributePath, Comparison, Filter, FilterValue } from './parse-filter.js';

export type Resource = Readonly<Record<string, unknown>>;

/** Whether a filter holds for a resource. What it names and nobody knows is taken as absent. */
export function matchesFilter(filter: Filter, resource: Resource, attributes: Attributes): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.all.every((one) => matchesFilter(one, resource, attributes));
    case 'or':
      return filter.all.some((one) => matchesFilter(one, resource, attributes));
    case 'not':
      return !matchesFilter(filter.filter, resource, attributes);
    case 'present':
      return valuesAt(resource, filter.path, attributes).some(({ value }) => value !== '' && value !== null);
    case 'within':
      return matchesWithin(filter, resource, attributes);
    case 'compare': {
      const values = valuesAt(resource, filter.path, attributes);
      if (filter.operator === 'ne') return !values.some((one) => compares(one, 'eq', filter.value));
      if (values.length === 0) return filter.operator === 'eq' && filter.value === null;
      return values.some((one) => compares(one, filter.operator, filter.value));
    }
  }
}

interface Found {
  readonly value: unknown;
  readonly attribute: Attribute;
}

/** All values there; of a list of complex ones their `value`. */
export function valuesAt(resource: Resource, path: AttributePath, attributes: Attributes): readonly Found[] {
  if (path.extension !== undefined) return valuesAt(...enter(resource, path.extension, attributes, path));
  const { attribute, part } = path;
  const [name, known] = findAttribute(attributes, attribute) ?? [];
  if (name === undefined || known === undefined) return [];
  const items = [resource[name] ?? []].flat();
  if (!known.parts) return items.map((value) => ({ value, attribute: known }));
  const [partName, partKnown] = findAttribute(known.parts, part ?? 'value') ?? [];
  if (partName === undefined || partKnown === undefined) return items.map((value) => ({ value, attribute: known }));
  return items.flatMap((item) => {
    const value = isRecord(item) ? item[partName] : undefined;
    return value === undefined ? [] : [{ value, attribute: partKnown }];
  });
}

/** What an extension holds, as if it were a resource of its own. */
function enter(resource: Resource, extension: string, attributes: Attributes, { extension: _, ...path }: AttributePath): [Resource, AttributePath, Attributes] {
  const [name, known] = findAttribute(attributes, extension) ?? [];
  const inside = name === undefined ? undefined : resource[name];
  return [isRecord(inside) ? inside : {}, path, known?.parts ?? {}];
}

function matchesWithin({ path, filter }: Extract<Filter, { kind: 'within' }>, resource: Resource, attributes: Attributes): boolean {
  const [inside, { attribute }, known] = path.extension === undefined ? [resource, path, attributes] as const : enter(resource, path.extension, attributes, path);
  return itemsOf(inside, attribute, known).some((item) => matchesFilter(filter, item, findAttribute(known, attribute)?.[1].parts ?? {}));
}

function itemsOf(resource: Resource, name: string, attributes: Attributes): readonly Resource[] {
  const known = findAttribute(attributes, name)?.[0];
  return known === undefined ? [] : [resource[known] ?? []].flat().filter(isRecord);
}

function compares({ value, attribute }: Found, operator: Comparison, wanted: FilterValue): boolean {
  // "True" is what some directories write for true.
  if (typeof value === 'boolean') return operator === 'eq' && String(wanted).toLowerCase() === String(value);
  if (typeof value !== 'string' || typeof wanted !== 'string') return operator === 'eq' && value === wanted;
  const isMoment = attribute.type === 'dateTime';
  const fold = (text: string) => (isMoment ? momentOf(text) : attribute.caseExact ? text : text.toLowerCase());
  return TESTS[operator](fold(value), fold(wanted));
}

const TESTS: Readonly<Record<Comparison, (value: string, wanted: string) => boolean>> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  co: (value, wanted) => value.includes(wanted),
  sw: (value, wanted) => value.startsWith(wanted),
  ew: (value, wanted) => value.endsWith(wanted),
  gt: (value, wanted) => value > wanted,
  ge: (value, wanted) => value >= wanted,
  lt: (value, wanted) => value < wanted,
  le: (value, wanted) => value <= wanted,
};

function momentOf(text: string): string {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? text : new Date(moment).toISOString();
}

export function isRecord(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
