import type { JsonValue } from '@guanxi/field-types';
import type { Operand, SlotPath } from '@guanxi/query';
import {
  getNamedType, getNullableType, GraphQLError, isInputObjectType, isListType, isNonNullType, Kind, valueFromAST,
  type FieldNode, type GraphQLField, type GraphQLInputType, type ValueNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** An argument or a part of one: what it is in this run, and where later runs of the same plan find it. */
export interface Given {
  readonly value: unknown;
  readonly operand: Operand;
  /** The parts of an object; absent ones are left out, nulls are not. */
  entries(): readonly (readonly [string, Given])[];
  items(): readonly Given[];
}

/** The arguments of a field that are there, by name. They have been validated against the schema. */
export function readArguments(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): ReadonlyMap<string, Given> {
  const found = new Map<string, Given>();
  for (const argument of field.args) {
    const given = node.arguments?.find(({ name }) => name.value === argument.name);
    const value = given && readNode(given.value, argument.type, variables);
    if (value) found.set(argument.name, value);
    else if (argument.defaultValue !== undefined) found.set(argument.name, fixed(argument.defaultValue));
  }
  return found;
}

function readNode(node: ValueNode, type: GraphQLInputType, variables: Variables): Given | undefined {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    // A variable with a default may stand where null may not; who then says null is refused here.
    if (variables[name] === null && isNonNullType(type)) throw new GraphQLError(`The variable "$${name}" may not be null here.`, { nodes: [node] });
    return variables[name] === undefined ? undefined : fromInput(variables[name], ['variables', name]);
  }
  const nullable = getNullableType(type);
  if (node.kind === Kind.LIST && isListType(nullable)) {
    const { ofType } = nullable as { ofType: GraphQLInputType };
    return writtenList(node.values.map((item) => readNode(item, ofType, variables) ?? fixed(null)));
  }
  const named = getNamedType(type);
  if (node.kind === Kind.OBJECT && isInputObjectType(named)) {
    const fields = named.getFields();
    const entries = node.fields.flatMap((part) => {
      const known = fields[part.name.value];
      const given = known && readNode(part.value, known.type, variables);
      return given ? [[part.name.value, given] as const] : [];
    });
    return isListType(nullable) ? writtenList([writtenObject(entries)]) : writtenObject(entries);
  }
  const one = fixed(valueFromAST(node, named, variables) ?? null);
  // One value may stand for a list of it.
  return isListType(nullable) && node.kind !== Kind.NULL ? writtenList([one]) : one;
}

/** An object written out in the document, whose parts may be variables. */
function writtenObject(parts: readonly (readonly [string, Given])[]): Given {
  const value = Object.fromEntries(parts.map(([key, part]) => [key, part.value]));
  return { value, operand: { constant: value as JsonValue }, entries: () => parts, items: () => [writtenObject(parts)] };
}

function writtenList(items: readonly Given[]): Given {
  return { value: items.map((item) => item.value), operand: { list: items.map((item) => item.operand) }, entries: () => [], items: () => items };
}

/** A value that is the same in every run. */
export function fixed(value: unknown): Given {
  return {
    value,
    operand: { constant: (value ?? null) as JsonValue },
    entries: () => Object.entries((value ?? {}) as Record<string, unknown>).map(([key, part]) => [key, fixed(part)] as const),
    items: () => (Array.isArray(value) ? value.map(fixed) : [fixed(value)]),
  };
}

function fromInput(value: unknown, path: SlotPath): Given {
  return {
    value,
    operand: { path },
    entries: () =>
      Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([key, part]) =>
        part === undefined ? [] : [[key, fromInput(part, [...path, key])] as const],
      ),
    items: () => (Array.isArray(value) ? value.map((item, index) => fromInput(item, [...path, index])) : [fromInput(value, path)]),
  };
}
