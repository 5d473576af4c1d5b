import { GraphQLError, Kind, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, type InlineFragmentNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { badInput } from '../failure.js';
import type { Variables } from './given.js';

/** PostgreSQL would cut a longer name. */
const LONGEST_KEY = 63;
const MOST_FIELDS = 1_000;

export interface SelectionContext {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Variables;
}

/**
 * The fields that are selected, by their key in the answer; the same key may be selected in several places. `types`: what
 * a fragment has to be about, where that depends on the record.
 */
export function collectFields(sets: readonly SelectionSetNode[], context: SelectionContext, types?: ReadonlySet<string>): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const visit = (selection: SelectionNode): void => {
    if (!isIncluded(selection, context.variables)) return;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const known = fields.get(key);
      if (known) known.push(selection);
      else fields.set(key, [selection]);
      return;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return visitFragment(selection);
    const name = selection.name.value;
    if (seen.has(name)) return;
    seen.add(name);
    const fragment = context.fragments[name];
    if (fragment) visitFragment(fragment);
  };
  const visitFragment = ({ typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode): void => {
    if (!types || !typeCondition || types.has(typeCondition.name.value)) selectionSet.selections.forEach(visit);
  };
  for (const set of sets) set.selections.forEach(visit);
  const tooLong = [...fields.keys()].find((key) => key.length > LONGEST_KEY);
  if (tooLong) throw badInput(`The alias "${tooLong}" is longer than ${LONGEST_KEY} characters.`);
  if (fields.size > MOST_FIELDS) throw badInput(`${fields.size} fields are selected in one place; at most ${MOST_FIELDS} may be.`);
  return fields;
}

export function subSelections(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

function isIncluded({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.every(({ name, arguments: args = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const condition = args[0]?.value;
    const value = condition?.kind === Kind.VARIABLE ? variables[condition.name.value] : condition?.kind === Kind.BOOLEAN && condition.value;
    if (condition && typeof value !== 'boolean') throw new GraphQLError(`"if" of @${name.value} has to be true or false.`, { nodes: [condition] });
    const holds = value === true;
    return holds === (name.value === 'include');
  });
}

/** Each selected field read by `read`, with its key in the answer and its name in the schema. */
export function mapFields<T>(
  sets: readonly SelectionSetNode[],
  context: SelectionContext,
  read: (key: string, nodes: readonly FieldNode[], name: string) => T,
  types?: ReadonlySet<string>,
): readonly T[] {
  return [...collectFields(sets, context, types)].map(([key, nodes]) => read(key, nodes, nodes[0]?.name.value ?? ''));
}

export function fieldNamed(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const field = type.getFields()[name];
  if (!field) throw new Error(`A validated document selects ${type.name}.${name}, which is not in the schema.`);
  return field;
}
