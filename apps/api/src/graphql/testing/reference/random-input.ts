import {
  getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputField, type GraphQLInputObjectType, type GraphQLInputType,
} from 'graphql';
import type { Choices } from './choices.js';
import { randomFormula } from './random-formula.js';
import { days, instants, texts } from './random-rows.js';

/** A value of an input: `{ word }` is one of an enum. */
export type Given = string | number | boolean | null | { readonly word: string } | readonly Given[] | { readonly [name: string]: Given };

const WORDS = [...texts, 'retail', 'open', 'won', 'call', 'mail', 'USD', 'TWD', 'London', 'GB', 'ann@example.com', 'A', 'n', '王', '%', '2026', 'me'] as const;

const SCALARS: Readonly<Record<string, (choices: Choices, ids: readonly string[]) => Given>> = {
  ID: (choices, ids) => choices.pick([...ids, 'me', '00000000-0000-7000-8000-00000000dead']),
  String: (choices) => choices.pick(WORDS),
  Boolean: (choices) => choices.once(2),
  Int: (choices) => 1 + choices.below(40),
  Integer: (choices) => choices.pick([0, 1, 2, -1, 3, 60]),
  Decimal: (choices) => choices.pick(['0', '0.05', '0.050', '33.333', '50', '200.50', '-7', '5']),
  Date: (choices) => choices.pick(days),
  Time: (choices) => choices.pick(['00:00:00', '14:30:00']),
  DateTime: (choices) => choices.pick([...instants, '2026-03-01T08:30:00+08:00']),
  JSON: (choices) => choices.pick([{ a: 1 }, [1, 'x']]),
};

/** A value of a type; `depth` is how far inputs may go into each other. */
export function randomInput(type: GraphQLInputType, choices: Choices, ids: readonly string[], depth: number): Given {
  if (isNonNullType(type)) return randomInput(type.ofType as GraphQLInputType, choices, ids, depth);
  if (isListType(type)) {
    const item = type.ofType as GraphQLInputType;
    const list = Array.from({ length: choices.below(4) }, () => randomInput(item, choices, ids, depth - 1));
    // One item may stand for a list of it.
    return list.length === 1 && choices.once(3) ? (list[0] as Given) : list;
  }
  if (isEnumType(type)) return { word: choices.pick(type.getValues()).name };
  if (isInputObjectType(type)) return randomObject(type, choices, ids, depth);
  const make = SCALARS[getNamedType(type).name];
  if (!make) throw new RangeError(String(type));
  return make(choices, ids);
}

function randomObject(type: GraphQLInputObjectType, choices: Choices, ids: readonly string[], depth: number): Given {
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || !isInputObjectType(getNamedType(field.type)) || /Filter\d*$/.test(getNamedType(field.type).name));
  const isOrder = type.name.endsWith('OrderBy');
  const leaves = fields.filter((field) => !isInputObjectType(getNamedType(field.type)));
  const exactly = type.isOneOf || isOrder ? [choices.pick(isOrder && depth <= 1 && leaves.length > 0 ? leaves : fields)] : choices.some(fields, 2);
  return Object.fromEntries(exactly.map((field) => [field.name, valueOf(field, type, choices, ids, depth)]));
}

function valueOf({ name, type }: GraphQLInputField, around: GraphQLInputObjectType, choices: Choices, ids: readonly string[], depth: number): Given {
  const { isOneOf } = around;
  if (name === 'FORMULA') return randomFormula(around, choices);
  if (!isOneOf && !/OrderBy$/.test(getNamedType(type).name) && name !== 'isBlank' && choices.once(12)) return null;
  return randomInput(type, choices, ids, depth - 1);
}

export function writeLiteral(given: Given): string {
  if (typeof given !== 'object' || given === null) return JSON.stringify(given);
  if (Array.isArray(given)) return `[${given.map((item: Given) => writeLiteral(item)).join(', ')}]`;
  if ('word' in given) return String(given['word']);
  return `{ ${Object.entries(given).map(([name, part]) => `${name}: ${writeLiteral(part as Given)}`).join(', ')} }`;
}
