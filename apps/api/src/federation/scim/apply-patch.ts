import { findAttribute, type Attribute, type Attributes } from './attributes.js';
import { isRecord, matchesFilter, type Resource } from './match-filter.js';
import { parsePatchPath, type Filter, type PatchPath } from './parse-filter.js';
import { ScimFailure } from './scim-failure.js';

type Operator = 'add' | 'replace' | 'remove';
type Draft = Record<string, unknown>;

const MOST_OPERATIONS = 1_000;

/** The resource after the operations of a PATCH request (RFC 7644, 3.5.2), also as Entra ID and Okta write them. Attributes that are not known here are passed over. */
export function applyPatch(resource: Resource, body: unknown, attributes: Attributes): Resource {
  const operations = isRecord(body) ? Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1] : undefined;
  if (!Array.isArray(operations) || operations.length === 0) throw new ScimFailure(400, 'A PATCH request needs "Operations".', 'invalidSyntax');
  if (operations.length > MOST_OPERATIONS) throw new ScimFailure(413, `A PATCH request may have at most ${MOST_OPERATIONS} operations.`);
  const draft: Draft = structuredClone({ ...resource });
  for (const operation of operations) applyOne(draft, operation, attributes);
  return draft;
}

function applyOne(draft: Draft, operation: unknown, attributes: Attributes): void {
  const { op, path, value } = isRecord(operation) ? operation : {};
  const operator = typeof op === 'string' ? op.toLowerCase() : '';
  if (operator !== 'add' && operator !== 'replace' && operator !== 'remove') throw new ScimFailure(400, 'An operation is "add", "replace" or "remove".', 'invalidSyntax');
  if (typeof path === 'string' && path.trim() !== '') return change(draft, operator, parsePatchPath(path), value, attributes, true);
  if (operator === 'remove') throw new ScimFailure(400, 'Removing needs a path.', 'noTarget');
  if (!isRecord(value)) throw new ScimFailure(400, 'Without a path the value has to be an object.', 'invalidValue');
  for (const [name, one] of Object.entries(value)) {
    // Extensions that are not known here are not kept.
    const isForeign = name.startsWith('urn:') && isRecord(one) && !Object.keys(attributes).some((known) => name.toLowerCase().startsWith(known.toLowerCase()));
    if (name.toLowerCase() !== 'schemas' && !isForeign) change(draft, operator, parsePatchPath(name), one, attributes, false);
  }
}

/** `isNamed`: whether the request names the attribute on its own, and not among many. */
function change(draft: Draft, operator: Operator, path: PatchPath, value: unknown, attributes: Attributes, isNamed: boolean): void {
  if (path.extension !== undefined) return changeExtension(draft, operator, path, value, attributes, isNamed);
  const [name, known] = findAttribute(attributes, path.attribute) ?? [];
  if (name === undefined || known === undefined) return;
  if (known.readOnly) {
    if (isNamed) throw new ScimFailure(400, `"${name}" cannot be changed.`, 'mutability');
    return;
  }
  if (operator !== 'remove' && value === undefined) throw new ScimFailure(400, `The operation at "${name}" has no value.`, 'invalidValue');
  if (known.multi) return changeList(draft, name, known, operator, path, value);
  if (path.filter) throw new ScimFailure(400, `"${name}" is no list.`, 'invalidPath');
  if (path.part !== undefined) return changePart(draft, name, known, operator, path.part, value);
  // What is undefined is as good as gone: it is neither compared nor sent.
  if (operator === 'remove' || value === null) draft[name] = undefined;
  else draft[name] = known.parts && isRecord(value) ? { ...(isRecord(draft[name]) ? draft[name] : {}), ...readValue(name, known, value) as Resource } : readValue(name, known, value);
}

function changeExtension(draft: Draft, operator: Operator, { extension = '', ...path }: PatchPath, value: unknown, attributes: Attributes, isNamed: boolean): void {
  const [name, known] = findAttribute(attributes, extension) ?? [];
  if (name === undefined || known === undefined) return;
  const inside: Draft = { ...(isRecord(draft[name]) ? draft[name] : {}) };
  change(inside, operator, path, value, known.parts ?? {}, isNamed);
  draft[name] = inside;
}

function changePart(draft: Draft, name: string, { parts }: Attribute, operator: Operator, part: string, value: unknown): void {
  const [partName, partKnown] = findAttribute(parts, part) ?? [];
  if (partName === undefined || partKnown === undefined) return;
  const { [partName]: _, ...rest } = isRecord(draft[name]) ? draft[name] : {};
  draft[name] = operator === 'remove' ? rest : { ...rest, [partName]: readValue(`${name}.${partName}`, partKnown, value) };
}

function changeList(draft: Draft, name: string, known: Attribute, operator: Operator, { filter, part }: PatchPath, value: unknown): void {
  const items = [draft[name] ?? []].flat().filter(isRecord);
  if (filter || part !== undefined) {
    draft[name] = changeItems(items, name, known, operator, filter, part, value);
    return;
  }
  if (operator === 'remove') {
    const gone = value === undefined ? undefined : new Set(readItems(name, known, value).map((item) => item['value']));
    draft[name] = gone ? items.filter((item) => !gone.has(item['value'])) : [];
    return;
  }
  const fresh = readItems(name, known, value);
  const kept = operator === 'replace' ? [] : items.filter((item) => !fresh.some((one) => one['value'] === item['value'] && one['type'] === item['type']));
  draft[name] = [...onlyPrimary(kept, fresh), ...fresh];
}

function changeItems(items: readonly Resource[], name: string, known: Attribute, operator: Operator, filter: Filter | undefined, part: string | undefined, value: unknown): readonly Resource[] {
  const isMeant = (item: Resource) => !filter || matchesFilter(filter, item, known.parts ?? {});
  if (operator === 'remove') return part === undefined ? items.filter((item) => !isMeant(item)) : items.map((item) => (isMeant(item) ? withPart(item, name, known, part, undefined) : item));
  const alter = (item: Resource) => (part === undefined ? { ...item, ...(readItems(name, known, value)[0] ?? {}) } : withPart(item, name, known, part, value));
  if (items.some(isMeant)) return items.map((item) => (isMeant(item) ? alter(item) : item));
  // Entra ID adds a work address in this way where there is none yet.
  if (operator === 'add' && filter) return [...items, alter(namedBy(filter))];
  throw new ScimFailure(400, `Nothing in "${name}" is meant by the path.`, 'noTarget');
}

function withPart(item: Resource, name: string, { parts }: Attribute, part: string, value: unknown): Resource {
  const [partName, partKnown] = findAttribute(parts, part) ?? [];
  if (partName === undefined || partKnown === undefined) return item;
  const { [partName]: _, ...rest } = item;
  return value === undefined ? rest : { ...rest, [partName]: readValue(`${name}.${partName}`, partKnown, value) };
}

/** What an item has to be so that the filter means it. */
function namedBy(filter: Filter): Resource {
  if (filter.kind === 'and') return Object.assign({}, ...filter.all.map(namedBy)) as Resource;
  return filter.kind === 'compare' && filter.operator === 'eq' ? { [filter.path.attribute]: filter.value } : {};
}

/** A new primary one takes the place of the one before. */
function onlyPrimary(kept: readonly Resource[], fresh: readonly Resource[]): readonly Resource[] {
  return fresh.some((item) => item['primary'] === true) ? kept.map((item) => ({ ...item, ...(item['primary'] === true && { primary: false }) })) : kept;
}

function readItems(name: string, known: Attribute, value: unknown): readonly Resource[] {
  return [value].flat().map((item: unknown) => readValue(name, known, typeof item === 'string' ? { value: item } : item) as Resource);
}

/** A value in its own type: known parts only, and "True" for true. */
export function readValue(name: string, known: Attribute, value: unknown): unknown {
  if (known.type === 'complex') {
    // Entra ID names a manager by the id alone.
    if (typeof value === 'string' && known.parts?.['value']) return readValue(name, known, { value });
    if (!isRecord(value)) throw new ScimFailure(400, `"${name}" has to be an object.`, 'invalidValue');
    return Object.fromEntries(Object.entries(value).flatMap(([part, one]) => {
      const [partName, partKnown] = findAttribute(known.parts, part) ?? [];
      return partName === undefined || partKnown === undefined || one === null || one === undefined ? [] : [[partName, readValue(`${name}.${partName}`, partKnown, one)]];
    }));
  }
  if (known.type === 'boolean') {
    const said = String(value).toLowerCase();
    if (said !== 'true' && said !== 'false') throw new ScimFailure(400, `"${name}" is true or false.`, 'invalidValue');
    return said === 'true';
  }
  if (typeof value !== 'string' && typeof value !== 'number') throw new ScimFailure(400, `"${name}" has to be a text.`, 'invalidValue');
  const text = String(value);
  if (text.length > 1_000 || text.includes('\0')) throw new ScimFailure(400, `"${name}" is too long, or has a sign that cannot be kept.`, 'invalidValue');
  return text;
}
