import type { JsonValue } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { bindStatement, compileRead, constant, type ReadRequest, type RootRead, type Selection } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLInputObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { RecordsFailure, writeFailure } from '../failure.js';
import { collectFields, fieldNamed, subSelections, type SelectionContext } from '../request/collect-fields.js';
import { readArguments, type Given, type Variables } from '../request/given.js';
import { readSelection } from '../request/read-selection.js';
import { meaningOf, type InputMeaning, type MutationKind, type RootMeaning } from '../schema/meaning.js';
import type { RecordChange, RecordValues } from '../../records/record-values.js';
import { upsertRecord } from '../../records/upsert-records.js';
import { asksOwnRollUps, isOneStatement } from '../../records/one-statement.js';
import type { WriteOutcome, WritePlace, WriteWish } from '../../records/write-place.js';
import { createRecords, moveRecords, updateRecords } from '../../records/write-records.js';
import { refuseCostly } from './plan-query.js';
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
  if (steps.length !== 1 || step === undefined || step.kind === 'upsert' || !isFlat(step.select)) return false;
  return step.kind === 'typename' || isOneStatement(model, step.object, step.kind, Object.keys(dataOf(step)));
}

/** The member of `data` that a step answers, as JSON text. Throws `RecordsFailure` when the step is refused. */
export async function runStep(step: MutationStep, place: WritePlace): Promise<{ member: string; written: number }> {
  const label = `${JSON.stringify(step.key)}:`;
  if (step.kind === 'typename') return { member: `${label}"Mutation"`, written: 0 };
  const flat = isFlat(step.select) && !asksOwnRollUps(place.model, step.object, step.select);
  const answer = step.kind === 'createMany' ? 'many' : 'one';
  const outcome = await RUNNERS[step.kind](step, place, { select: flat ? step.select : [], answer });
  if ('problems' in outcome) throw writeFailure(trimPaths(outcome.problems, answer), [step.key], place.actor.locale);
  const records = flat ? outcome.records : await readWritten(step, outcome.ids, answer, place);
  return { member: `${label}${records ?? 'null'}`, written: outcome.written };
}

type Runner = (step: MutationStep, place: WritePlace, wish: WriteWish) => Promise<WriteOutcome>;

const RUNNERS: Record<MutationKind, Runner> = {
  create: (step, place, wish) => createRecords(place, step.object, [dataOf(step)], wish),
  createMany: (step, place, wish) => createRecords(place, step.object, step.arguments.get('data')?.value as RecordValues[], wish),
  update: (step, place, wish) => updateRecords(place, step.object, [{ ...targetOf(step), values: dataOf(step) }], wish),
  upsert: (step, place, wish) => {
    if (!step.upsertKey) throw new RecordsFailure('BAD_USER_INPUT', '"by" has to name one external id with its value.', {}, [step.key]);
    return upsertRecord(place, step.object, step.upsertKey, dataOf(step), wish);
  },
  delete: (step, place, wish) => moveRecords('delete', place, step.object, [targetOf(step)], wish),
  restore: (step, place, wish) => moveRecords('restore', place, step.object, [targetOf(step)], wish),
};

function dataOf(step: MutationStep): RecordValues {
  return (step.arguments.get('data')?.value ?? {}) as RecordValues;
}

function targetOf(step: MutationStep): Omit<RecordChange, 'values'> {
  const ifVersion = step.arguments.get('ifVersion')?.value as number | null | undefined;
  return { id: String(step.arguments.get('id')?.value), ...(typeof ifVersion === 'number' && { ifVersion }) };
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

function isFlat(select: Selection): boolean {
  return select.every(({ kind }) => kind === 'value' || kind === 'typename');
}

/** Relations of the written records are read in the same transaction. */
async function readWritten(step: MutationStep, ids: readonly string[], answer: 'one' | 'many', place: WritePlace): Promise<string | null> {
  const root: RootRead =
    answer === 'one'
      ? { kind: 'one', key: step.key, object: step.object, id: constant(ids[0] ?? null), select: step.select }
      : { kind: 'several', key: step.key, object: step.object, ids: constant(ids), count: ids.length, select: step.select };
  const request: ReadRequest = { roots: [root] };
  refuseCostly(request);
  const statement = compileRead(request, { model: place.model, access: place.actor.access, schema: place.actor.org.schema });
  const { userId: me, timeZone } = place.actor;
  const [row] = await place.session.run<{ r0: string | null }>({
    text: statement.text,
    values: bindStatement(statement, { variables: {}, me, now: place.at, timeZone }),
  });
  return row?.r0 ?? null;
}

/** Of one record, paths begin with the field; of many, with the row. */
function trimPaths<P extends { readonly path: string }>(problems: readonly P[], answer: 'one' | 'many'): P[] {
  return problems.map((problem) => (answer === 'one' ? { ...problem, path: problem.path.replace(/^\/0/, '') } : problem));
}
