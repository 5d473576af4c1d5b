import { fieldType } from '@guanxi/field-types';
import { valueName } from '@guanxi/metadata';
import { executeSync, parse, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { fulfils } from './filter-rows.js';
import { aggregate, fieldBy, findKey, groupRows, type Group } from './group-rows.js';
import { findRow, isVisible, objectOf, relatedRows, rowsOf, valueOf, type MemoryOrg, type Row } from './memory-org.js';
import { orderRows } from './order-rows.js';

type Arguments = Readonly<Record<string, unknown>>;

/** What resolvers hand to the fields below. */
type Source =
  | { readonly kind: 'record'; readonly row: Row }
  | { readonly kind: 'list'; readonly object: string; readonly all: readonly Row[]; readonly page: readonly Row[]; readonly info: object }
  | { readonly kind: 'aggregate'; readonly object: string; readonly rows: readonly Row[]; readonly group?: Group }
  | { readonly kind: 'summary'; readonly of: string; readonly object: string; readonly rows: readonly Row[] }
  | { readonly kind: 'key'; readonly steps: readonly string[]; readonly object: string; readonly group: Group }
  | { readonly kind: 'plain'; readonly members: object };

/** The answer to a query as graphql-js gives it field by field over records in memory. */
export function answerSlowly(org: MemoryOrg, schema: GraphQLSchema, query: string, variableValues: Arguments): ExecutionResult {
  const fieldResolver: GraphQLFieldResolver<Source | undefined, unknown> = (source, given, _context, { fieldName }) => (source ? resolve(org, source, fieldName, given) : resolveRoot(org, fieldName, given));
  return executeSync({ schema, document: parse(query), variableValues, fieldResolver, typeResolver: (source: Source) => (source.kind === 'record' ? source.row.object : undefined) });
}

function resolveRoot(org: MemoryOrg, name: string, given: Arguments): Source | null {
  const object = org.model.objects.find(({ singular, plural }) => singular === name || plural === name);
  if (!object) throw new RangeError(name);
  if (object.singular === name) return recordOf(findRow(org, object.name, given['id'] as string));
  return listOf(org, object.name, rowsOf(org, object.name).filter((row) => isVisible(org, row)), given);
}

function recordOf(row: Row | undefined): Source | null {
  return row ? { kind: 'record', row } : null;
}

function resolve(org: MemoryOrg, source: Source, name: string, given: Arguments): unknown {
  if (source.kind === 'plain') return (source.members as Arguments)[name] ?? null;
  if (source.kind === 'record') return ofRecord(org, source.row, name, given);
  if (source.kind === 'list') return ofList(org, source, name, given);
  if (source.kind === 'key') return ofKey(org, source, name);
  if (source.kind === 'summary') return aggregate(org, source.rows, source.of, fieldBy(org, source.object, name));
  if (name === 'count') return source.rows.length;
  if (name === 'key') return { kind: 'key', steps: [], object: source.object, group: source.group };
  return { kind: 'summary', of: name, object: source.object, rows: source.rows };
}

function ofRecord(org: MemoryOrg, row: Row, name: string, given: Arguments): unknown {
  const object = objectOf(org, row.object);
  const field = object.fields.find((one) => valueName(one) === name && one.storage !== 'through' && one.storage !== 'members');
  if (field) {
    const value = valueOf(org, row, field);
    const kind = fieldType(field.value.type);
    if (!kind.parts || value === null) return value;
    const parts = Object.entries(kind.parts).map(([key, part]) => [key, part.read(value)]);
    return { kind: 'plain', members: { ...Object.fromEntries(parts), ...(kind.text && { text: kind.display?.(value) }) } };
  }
  const named = object.fieldByName.get(name);
  if (named?.storage === 'members') {
    const members = (named.members ?? []).flatMap((member) => object.fieldByName.get(member) ?? []);
    const held = members.find((member) => (row.values[member.name] ?? null) !== null && org.access.objects.has(member.target ?? ''));
    return held ? recordOf(findRow(org, held.target ?? '', row.values[held.name] ?? null)) : null;
  }
  if (named?.target !== undefined) return recordOf(findRow(org, named.target, valueOf(org, row, named)));
  const relation = object.relationByName.get(name);
  return listOf(org, relation?.object ?? '', relatedRows(org, row, name), given);
}

function listOf(org: MemoryOrg, object: string, rows: readonly Row[], given: Arguments): Source {
  const filtered = rows.filter((row) => fulfils(org, row, given['where'] as Arguments | undefined));
  const all = orderRows(org, filtered, (given['orderBy'] ?? []) as Arguments[]);
  const at = (name: string) => all.findIndex((row) => row.id === given[name]);
  const isGiven = (name: string) => given[name] !== undefined && given[name] !== null;
  const between = all.filter((_, index) => (!isGiven('after') || index > at('after')) && (!isGiven('before') || index < at('before')));
  const backwards = isGiven('last');
  const limit = (given['last'] ?? given['first'] ?? 50) as number;
  const page = backwards ? between.slice(Math.max(0, between.length - limit)) : between.slice(0, limit);
  const more = between.length > limit;
  const info = {
    hasNextPage: backwards ? isGiven('before') : more,
    hasPreviousPage: backwards ? more : isGiven('after'),
    startCursor: page[0]?.id ?? null,
    endCursor: page.at(-1)?.id ?? null,
  };
  return { kind: 'list', object, all: filtered, page, info };
}

function ofList(org: MemoryOrg, { object, all, page, info }: Extract<Source, { kind: 'list' }>, name: string, given: Arguments): unknown {
  if (name === 'nodes') return page.map(recordOf);
  if (name === 'edges') return page.map((row) => ({ kind: 'plain', members: { node: recordOf(row), cursor: row.id } }));
  if (name === 'pageInfo') return { kind: 'plain', members: info };
  if (name === 'totalCount') return all.length;
  if (name === 'aggregate') return { kind: 'aggregate', object, rows: all };
  return groupRows(org, object, all, given).map((group): Source => ({ kind: 'aggregate', object, rows: group.rows, group }));
}

function ofKey(org: MemoryOrg, { steps, object, group }: Extract<Source, { kind: 'key' }>, name: string): unknown {
  const path = [...steps, name];
  const model = org.model.objectByName.get(object);
  const reference = model?.fieldByName.get(name);
  const key = findKey(group, path);
  if (reference?.target !== undefined && valueName(reference) !== name) {
    return key ? recordOf(findRow(org, reference.target, key.value)) : { kind: 'key', steps: path, object: reference.target, group };
  }
  return key ? key.value : { kind: 'key', steps: path, object: '', group };
}
