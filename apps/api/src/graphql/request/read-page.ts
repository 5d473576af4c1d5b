import { countSearchWords } from '@guanxi/field-types';
import { readCursorBlanks, type OrderKey, type PageRequest } from '@guanxi/query';
import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLInputObjectType } from 'graphql';
import { badInput } from '../failure.js';
import { meaningOf, type InputMeaning } from '../schema/meaning.js';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../schema/output-types.js';
import type { Given } from './given.js';
import { readWhere } from './read-where.js';

/** The arguments of a list, all but what is selected of it. */
export function readPageArguments(given: ReadonlyMap<string, Given>, field: GraphQLField<unknown, unknown>): Omit<PageRequest, 'select'> {
  const typeOf = (name: string) => getNamedType(field.args.find((argument) => argument.name === name)?.type) as GraphQLInputObjectType;
  const present = (name: string) => {
    const argument = given.get(name);
    return argument?.value === null ? undefined : argument;
  };
  const cursor = (name: string) => {
    const argument = present(name);
    return argument && { cursor: argument.operand, blanks: readCursorBlanks(argument.value) };
  };
  const [first, last, search, after, before] = [present('first'), present('last'), present('search'), cursor('after'), cursor('before')];
  if (first && last) throw badInput('A list takes either "first" or "last", not both.');
  return {
    where: readWhere(given.get('where'), typeOf('where')),
    orderBy: (present('orderBy')?.items() ?? []).flatMap((item) => readOrder(item, typeOf('orderBy'))),
    direction: last ? 'backwards' : 'forwards',
    limit: readLimit(first ?? last),
    ...(search && String(search.value) !== '' && { search: search.operand, searchWords: countSearchWords(String(search.value)) }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

/** Also the number of results of a search. */
export function readLimit(given: Given | undefined): number {
  const limit = given?.value ?? DEFAULT_PAGE;
  if (typeof limit === 'number' && limit >= 0 && limit <= LARGEST_PAGE) return limit;
  throw badInput(`A list has between 0 and ${LARGEST_PAGE} records; ${String(limit)} were asked for. Take the next ones with "after".`);
}

/** The members of an input have no order of their own: each key stands in an entry for itself. */
export function oneOf(entries: readonly (readonly [string, Given])[]): readonly (readonly [string, Given])[] {
  const said = entries.filter(([, part]) => part.value !== null);
  if (said.length <= 1) return said;
  const names = said.map(([name]) => name);
  throw badInput(`An entry of "orderBy" has one key, and here are ${names.length}. Write them one after another, as in [{ ${names.join(': ASC }, { ')}: ASC }].`);
}

function readOrder(given: Given, type: GraphQLInputObjectType): OrderKey[] {
  const fields = type.getFields();
  return oneOf(given.entries()).flatMap(([name, part]): OrderKey[] => {
    const known = fields[name];
    if (!known || part.value === null) return [];
    const { field, part: piece = '' } = meaningOf<InputMeaning>(known);
    const step = field ?? piece;
    const inner = getNamedType(known.type);
    if (isInputObjectType(inner)) return readOrder(part, inner).map(({ path, direction }) => ({ path: [step, ...path], direction }));
    return [{ path: [step], direction: part.value as 'asc' | 'desc' }];
  });
}
