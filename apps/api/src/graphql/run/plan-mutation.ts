import type { JsonValue } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { usedBySelection, type Selection } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLInputObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { ApiUse } from '../../access/api-uses.js';
import { isOneStatement } from '../../records/one-statement.js';
import type { RecordValues } from '../../records/record-values.js';
import { collectFields, fieldNamed, subSelections, type SelectionContext } from '../request/collect-fields.js';
import { readArguments, type Given, type Variables } from '../request/given.js';
import { readSelection } from '../request/read-selection.js';
import { meaningOf, type InputMeaning, type MutationKind, type RootMeaning } from '../schema/meaning.js';
import { countedUses } from './counted-uses.js';
import type { PreparedDocument } from './prepare-document.js';

/** One field of Mutation, ready to run. */
export interface MutationStep {
  readonly key: string;
  readonly kind: MutationKind | 'typename';
  readonly object: string;
  readonly arguments: ReadonlyMap<string, Given>;
  readonly select: Selection;
  readonly upsertKey?: { readonly field: string; readonly value: JsonValue };
}

export function planMutation(prepared: PreparedDocument, schema: GraphQLSchema, variables: Variables): readonly MutationStep[] {
  const context = { fragments: prepared.fragments, variables };
  return [...collectFields([prepared.operation.selectionSet], context)].map(([key, nodes]) => planStep(key, nodes, schema, context));
}

/** One statement says it all: then no transaction has to be opened around it. */
export function isSingleStatement(steps: readonly MutationStep[], model: Model): boolean {
  const [step] = steps;
  if (steps.length !== 1 || step === undefined || step.kind === 'upsert' || step.kind === 'merge' || !isFlat(step, model)) return false;
  return step.kind === 'typename' || isOneStatement(model, step.object, step.kind, Object.keys(dataOf(step)));
}

/** Whether the writing statement itself can answer what is selected: values that stand in columns of the record. */
export function isFlat({ object, select }: MutationStep, model: Model): boolean {
  const fields = model.objectByName.get(object)?.fieldByName;
  return select.every((one) => one.kind === 'typename' || (one.kind === 'value' && fields?.get(one.field)?.column !== ''));
}

export function dataOf(step: MutationStep): RecordValues {
  return (step.arguments.get('data')?.value ?? {}) as RecordValues;
}

/** What a mutation reads and writes, for the count of what programs use. */
export function usesOfMutation(steps: readonly MutationStep[], model: Model): readonly ApiUse[] {
  return steps.flatMap((step) => {
    const given = step.arguments.get('data')?.value;
    const keys = new Set((Array.isArray(given) ? given : [given ?? {}]).flatMap((data: object) => Object.keys(data)));
    const fields = model.objectByName.get(step.object)?.fields.filter(({ name, target }) => keys.has(name) || (target !== undefined && keys.has(`${name}Id`))) ?? [];
    const written = new Map([[step.object, new Set(fields.map(({ name }) => name))]]);
    return [...countedUses(usedBySelection(step.select, step.object, model)), ...countedUses(written)];
  });
}

function planStep(key: string, nodes: readonly FieldNode[], schema: GraphQLSchema, context: SelectionContext): MutationStep {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { key, kind: 'typename', object: '', arguments: new Map(), select: [] };
  const field = fieldNamed(schema.getMutationType() as GraphQLObjectType, name);
  const { kind, object } = meaningOf<Extract<RootMeaning, { kind: MutationKind }>>(field);
  const given = readArguments(nodes[0] as FieldNode, field, context.variables);
  const select = readSelection(subSelections(nodes), getNamedType(field.type) as GraphQLObjectType, context);
  const by = given.get('by');
  const keyType = getNamedType(field.args.find((argument) => argument.name === 'by')?.type) as GraphQLInputObjectType | undefined;
  const [entry] = by?.entries() ?? [];
  const keyField = entry && keyType?.getFields()[entry[0]];
  const upsertKey = entry && keyField && { field: meaningOf<InputMeaning>(keyField).field ?? '', value: entry[1].value as JsonValue };
  return { key, kind, object, arguments: given, select, ...(upsertKey && { upsertKey }) };
}
