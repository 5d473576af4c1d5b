import {
  placeOf, type CalendarPart, type CalendarUnit, type GroupKey, type GroupOrder, type GroupsRequest, type KeyField, type KeyPlace, type Selection,
} from '@guanxi/query';
import { getNamedType, isInputObjectType, isNonNullType, type FieldNode, type GraphQLInputObjectType, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { badInput } from '../failure.js';
import { meaningOf, type InputMeaning, type KeyMeaning } from '../schema/meaning.js';
import { fieldNamed, mapFields, subSelections, type SelectionContext } from './collect-fields.js';
import type { Given } from './given.js';
import { oneOf } from './read-page.js';

/** One entry of `by`. */
export function readKey(given: Given, type: GraphQLInputObjectType): GroupKey {
  const entries = new Map(given.entries().filter(([, part]) => part.value !== null));
  const [field, unit, part, of] = [entries.get('field'), entries.get('unit'), entries.get('part'), entries.get('of')];
  if ((field === undefined) === (of === undefined)) throw badInput('Each entry of "by" has either "field" or "of".');
  if (unit && part) throw badInput('A key has either a "unit" of the calendar or a "part" of it.');
  if (field) return { path: [String(field.value)], ...(unit && { unit: unit.value as CalendarUnit }), ...(part && { part: part.value as CalendarPart }) };
  if (unit ?? part) throw badInput('"unit" and "part" stand beside the "field" that they are about.');
  const [name = '', inner] = of?.entries().find(([, value]) => value.value !== null) ?? [];
  const known = (getNamedType(type.getFields()['of']?.type) as GraphQLInputObjectType).getFields()[name];
  if (!known || !inner) throw badInput('"of" has to name one field.');
  const step = meaningOf<InputMeaning>(known).field ?? '';
  const innerType = getNamedType(known.type);
  if (!isInputObjectType(innerType)) return { path: [step, String(inner.value)] };
  const key = readKey(inner, innerType);
  if (key.part !== undefined) throw badInput(`"part" is for fields of the records themselves, not for those that ${name} leads to.`);
  return { ...key, path: [step, ...key.path] };
}

export function readKeyOrder(given: Given, type: GraphQLInputObjectType, before: readonly string[] = []): GroupOrder[] {
  return oneOf(given.entries()).flatMap(([name, part]): GroupOrder[] => {
    const known = type.getFields()[name];
    if (!known) return [];
    const { field, part: piece, calendar } = meaningOf<InputMeaning>(known);
    const path = [...before, ...(field ?? piece ? [field ?? piece ?? ''] : [])];
    const inner = getNamedType(known.type);
    if (isInputObjectType(inner)) return readKeyOrder(part, inner, path);
    return [{ key: { path, ...(calendar && { part: calendar }) }, direction: part.value as 'asc' | 'desc' }];
  });
}

type ReadRecord = (sets: readonly SelectionSetNode[], type: GraphQLObjectType, context: SelectionContext) => Selection;

/** What is selected of a group's key, which `by` says; `readRecord` reads what is taken of a record that a key points to. */
export function readKeySelection(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  by: readonly GroupKey[],
  context: SelectionContext,
  readRecord: ReadRecord,
): readonly KeyField[] {
  const known = new Set(by.map(placeOf));
  const at = (place: KeyPlace) => {
    if (!known.has(placeOf(place))) throw notInCommon(place.path.join('.'));
    return place;
  };
  const readFields = (inner: readonly SelectionSetNode[], innerType: GraphQLObjectType, path: readonly string[]): readonly KeyField[] =>
    mapFields(inner, context, (key, nodes, name): KeyField => (name === '__typename' ? { kind: 'typename', key, name: innerType.name } : readField(key, nodes, name, innerType, path)));
  const readField = (key: string, nodes: readonly FieldNode[], name: string, owner: GraphQLObjectType, before: readonly string[]): KeyField => {
    const field = fieldNamed(owner, name);
    const meaning = meaningOf<KeyMeaning>(field);
    if (meaning.kind === 'calendar') return { kind: 'value', key, place: at({ path: before, part: meaning.part }) };
    const step = meaning.kind === 'part' ? meaning.part : 'field' in meaning ? meaning.field : '';
    const path = [...before, step];
    if (meaning.kind === 'value' || meaning.kind === 'part') return { kind: 'value', key, place: at({ path }) };
    const inner = getNamedType(field.type) as GraphQLObjectType;
    if (meaning.kind === 'one' && known.has(placeOf({ path }))) return { kind: 'record', key, place: { path }, select: readRecord(subSelections(nodes), inner, context) };
    if (meaning.kind !== 'one' && meaning.kind !== 'parts' && meaning.kind !== 'calendarOf') throw notInCommon([...before, name].join('.'));
    if (!by.some((one) => path.every((expected, index) => one.path[index] === expected))) throw notInCommon(path.join('.'));
    const select = readFields(subSelections(nodes), inner, path);
    return { kind: 'within', key, needs: meaning.kind === 'one' ? select.flatMap((one) => neverNull(one, inner)) : [], select };
  };
  return readFields(sets, type, []);
}

/** What every record has, a group of records without that record has not. */
function neverNull(field: KeyField, type: GraphQLObjectType): readonly KeyPlace[] {
  if (field.kind !== 'value') return [];
  const known = Object.values(type.getFields()).find((one) => meaningOf<KeyMeaning>(one).kind === 'value' && fieldIn(meaningOf<KeyMeaning>(one)) === field.place.path.at(-1));
  return known && isNonNullType(known.type) ? [field.place] : [];
}

function fieldIn(meaning: KeyMeaning): string {
  return 'field' in meaning ? meaning.field : '';
}

/** Refuses what has no one meaning: no key at all, a key twice, an order by what is not grouped by. */
export function checkGroups(groups: GroupsRequest): GroupsRequest {
  const places = groups.by.map(placeOf);
  if (places.length === 0) throw badInput('"by" has to name at least one field.');
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) throw badInput(`"by" names ${twice} twice.`);
  const foreign = groups.orderBy.find((term) => 'key' in term && !places.includes(placeOf(term.key)));
  if (foreign && 'key' in foreign) throw notInCommon(placeOf(foreign.key));
  return groups;
}

function notInCommon(name: string) {
  return badInput(`The groups have no ${name} in common: name it in "by", or leave it out of "key" and "orderBy".`);
}
