import type { JsonValue } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { usedBySelection, type Condition, type Selection } from '@guanxi/query';
import { getNamedType, Kind, type FieldNode, type GraphQLField, type GraphQLInputObjectType, type GraphQLObjectType, type GraphQLSchema, type SelectionNode } from 'graphql';
import type { ApiUse } from '../../access/api-uses.js';
import { isOneStatement, type StatementKind } from '../../records/one-statement.js';
import type { RecordChange, RecordValues } from '../../records/record-values.js';
import { collectFields, fieldNamed, subSelections, type SelectionContext } from '../request/collect-fields.js';
import { fixed, readArguments, type Given, type Variables } from '../request/given.js';
import { readSelection } from '../request/read-selection.js';
import { readWhere } from '../request/read-where.js';
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
  /** Of the run: the selection may look for values in them. */
  readonly variables: Variables;
  readonly upsertKey?: { readonly field: string; readonly value: JsonValue };
  /** Of a change of all records that fit: which ones. */
  readonly where?: Condition;
  /** Where every run selects the same: what is worked out from that can be kept by it. */
  readonly lasting?: FieldNode;
}

export function planMutation(prepared: PreparedDocument, schema: GraphQLSchema, variables: Variables): readonly MutationStep[] {
  const context = { fragments: prepared.fragments, variables };
  return [...collectFields([prepared.operation.selectionSet], context)].map(([key, nodes]) => planStep(key, nodes, schema, context));
}

/** Steps that one statement can say, and what it is then. */
const SINGLE: Partial<Record<MutationStep['kind'], StatementKind>> = { create: 'create', createMany: 'create', update: 'update', delete: 'delete', restore: 'restore' };

/** One statement says it all: then no transaction has to be opened around it. */
export function isSingleStatement(steps: readonly MutationStep[], model: Model): boolean {
  const [step] = steps;
  if (steps.length !== 1 || step === undefined || !isFlat(step, model)) return false;
  // Rows that are refused are taken back to a savepoint, which only a transaction has.
  if (step.arguments.get('atomic')?.value === false) return false;
  if (step.kind === 'typename') return true;
  const kind = SINGLE[step.kind];
  const rows = rowsOf(step);
  return kind !== undefined && rows.length <= 1 && isOneStatement(model, step.object, kind, rows[0] ?? {});
}

/** Whether the writing statement itself can answer what is selected: values that stand in columns of the record. */
export function isFlat({ object, select }: MutationStep, model: Model): boolean {
  const fields = model.objectByName.get(object)?.fieldByName;
  return select.every((one) => one.kind === 'typename' || (one.kind === 'value' && fields?.get(one.field)?.column !== ''));
}

/** The values that a step brings, row by row. */
export function rowsOf(step: MutationStep): readonly RecordValues[] {
  const given = step.arguments.get('data')?.value;
  if (step.kind === 'updateMany') return (given as readonly { data: RecordValues }[]).map(({ data }) => data);
  if (Array.isArray(given)) return given as RecordValues[];
  return given === undefined || given === null ? [] : [given as RecordValues];
}

export function dataOf(step: MutationStep): RecordValues {
  return rowsOf(step)[0] ?? {};
}

/** The changes of a list of them. */
export function changesOf(step: MutationStep): readonly RecordChange[] {
  const given = step.arguments.get('data')?.value as readonly { id: unknown; ifVersion?: number | null; data: RecordValues }[];
  return given.map(({ id, ifVersion, data }) => ({ id: String(id), values: data, ...(typeof ifVersion === 'number' && { ifVersion }) }));
}

/** Names of the fields that a step writes. */
export function writtenFields(step: MutationStep, model: Model): readonly string[] {
  const keys = new Set(rowsOf(step).flatMap((row) => Object.keys(row)));
  const fields = model.objectByName.get(step.object)?.fields ?? [];
  return fields.filter(({ name, target }) => keys.has(name) || (target !== undefined && keys.has(`${name}Id`))).map(({ name }) => name);
}

/** What a mutation reads and writes, for the count of what programs use. */
export function usesOfMutation(steps: readonly MutationStep[], model: Model): readonly ApiUse[] {
  return steps.flatMap((step) => {
    const written = new Map([[step.object, new Set(writtenFields(step, model))]]);
    const read = isBulk(step) ? [] : countedUses(usedBySelection(step.select, step.object, model));
    return [...read, ...countedUses(written)];
  });
}

/** Whether it answers how many records it changed instead of the records. */
export function isBulk({ kind }: MutationStep): boolean {
  return kind === 'updateWhere' || kind === 'deleteWhere';
}

function planStep(key: string, nodes: readonly FieldNode[], schema: GraphQLSchema, context: SelectionContext): MutationStep {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { key, kind: 'typename', object: '', arguments: new Map(), select: [], variables: context.variables };
  const field = fieldNamed(schema.getMutationType() as GraphQLObjectType, name);
  const { kind, object } = meaningOf<Extract<RootMeaning, { kind: MutationKind }>>(field);
  const given = readArguments(nodes[0] as FieldNode, field, context.variables);
  const select = selectionOf(nodes, field, context);
  const [node] = nodes;
  const isLasting = node !== undefined && nodes.length === 1 && plainSelections.has(node);
  const upsertKey = kind === 'upsert' ? readKey(given.get('by'), field) : undefined;
  const where = given.get('where');
  return {
    key, kind, object, arguments: given, select, variables: context.variables,
    ...(isLasting && { lasting: node }),
    ...(upsertKey && { upsertKey }),
    ...(where && { where: readWhere(fixed(where.value), typeOf(field, 'where')) }),
  };
}

const plainSelections = new WeakMap<FieldNode, Selection>();

/** Bare names mean the same in every run of their document; such a selection is read once. */
function selectionOf(nodes: readonly FieldNode[], field: GraphQLField<unknown, unknown>, context: SelectionContext): Selection {
  const [node] = nodes;
  const known = node && nodes.length === 1 ? plainSelections.get(node) : undefined;
  if (known) return known;
  const select = readSelection(subSelections(nodes), getNamedType(field.type) as GraphQLObjectType, context);
  if (node && nodes.length === 1 && isPlain(node)) plainSelections.set(node, select);
  return select;
}

function isPlain({ selectionSet, directives }: FieldNode): boolean {
  const bare = (one: SelectionNode) => one.kind === Kind.FIELD && !one.selectionSet && !one.arguments?.length && !one.directives?.length;
  return !directives?.length && selectionSet !== undefined && selectionSet.selections.every(bare);
}

function readKey(by: Given | undefined, field: GraphQLField<unknown, unknown>): MutationStep['upsertKey'] {
  const [entry] = by?.entries() ?? [];
  const keyField = entry && typeOf(field, 'by').getFields()[entry[0]];
  return entry && keyField && { field: meaningOf<InputMeaning>(keyField).field ?? '', value: entry[1].value as JsonValue };
}

function typeOf({ args }: GraphQLField<unknown, unknown>, name: string): GraphQLInputObjectType {
  return getNamedType(args.find((argument) => argument.name === name)?.type) as GraphQLInputObjectType;
}
