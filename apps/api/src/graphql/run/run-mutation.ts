import { bindStatement, compileRead, constant, markSensitiveSelection, secretKeysOfSelection, type ReadRequest, type RootRead } from '@guanxi/query';
import { collectSensitive, type SensitiveRead } from '../../audit/collect-sensitive.js';
import { convertRecord } from '../../records/convert/convert-record.js';
import { mergeRecords } from '../../records/merge/merge-records.js';
import { asksOwnRollUps } from '../../records/one-statement.js';
import type { RecordChange, RecordValues } from '../../records/record-values.js';
import { upsertRecord, upsertRecords } from '../../records/upsert-records.js';
import { groundOf, type WriteOutcome, type WritePlace, type WriteWish } from '../../records/write-place.js';
import { createRecords, moveRecords, updateRecords } from '../../records/write-records.js';
import { RecordsFailure, writeFailure } from '../failure.js';
import type { MutationKind } from '../schema/meaning.js';
import { answerPartial } from './answer-partial.js';
import { changesOf, dataOf, isFlat, rowsOf, type MutationStep } from './plan-mutation.js';
import { refuseCostly } from './plan-query.js';
import { refuseDeepData } from './refuse-deep-data.js';
import { revealSecrets, type Decrypting } from './reveal-secrets.js';
import { runBulk, type BulkPorts } from './run-bulk.js';

/** What a step came to. */
export interface StepOutcome {
  /** The member of `data`, as JSON text. */
  readonly member: string;
  readonly written: number;
  /** Sensitive fields that the answer tells. */
  readonly sensitive?: readonly SensitiveRead[];
  /** Of rows that were left out. */
  readonly errors?: readonly RecordsFailure[];
}

export type StepPorts = BulkPorts & { readonly cipher: Decrypting };

/** Runs one root field. Throws `RecordsFailure` when it is refused as a whole. */
export async function runStep(step: MutationStep, place: WritePlace, ports: StepPorts): Promise<StepOutcome> {
  const label = `${JSON.stringify(step.key)}:`;
  if (step.kind === 'typename') return { member: `${label}"Mutation"`, written: 0 };
  refuseDeepData(rowsOf(step), step.key);
  const allowDuplicates = step.arguments.get('allowDuplicates')?.value === true;
  const within = allowDuplicates ? { ...place, allowDuplicates } : place;
  if (step.kind === 'updateWhere' || step.kind === 'deleteWhere') {
    const { text, written } = await runBulk(step.kind, step, within, ports);
    return { member: `${label}${text}`, written };
  }
  const { member, ...rest } = await runRecords(step, step.kind, within, ports.cipher);
  return { member: `${label}${member}`, ...rest };
}

type RecordsKind = Exclude<MutationKind, 'updateWhere' | 'deleteWhere'>;

async function runRecords(step: MutationStep, kind: RecordsKind, place: WritePlace, cipher: Decrypting): Promise<StepOutcome> {
  const answer = MANY.has(kind) ? 'many' : 'one';
  const partial = step.arguments.get('atomic')?.value === false;
  const flat = isFlat(step, place.model) && !asksOwnRollUps(place.model, step.object, step.select) && !hasNested(step);
  const marked = markSensitiveSelection(step.select, step.object, place.model);
  const select = partial ? withId(marked.select) : marked.select;
  const outcome = await RUNNERS[kind](step, place, { select: flat ? select : [], answer, ...(partial && { partial }) });
  if ('problems' in outcome) throw await refusal(step, outcome.problems, answer, place, cipher);
  const { refused = [], ids, written } = outcome;
  const isLeft = partial && refused.length > 0;
  const asked = { ...step, select };
  const text = (flat ? outcome.records : null) ?? (select.length === 0 ? null : await readWritten(asked, ids.filter((id) => id !== ''), answer, place));
  const secrets = text === null ? undefined : secretKeysOfSelection(step.select, step.object, place.model);
  const revealed = secrets ? revealSecrets(text ?? 'null', secrets, cipher) : (text ?? 'null');
  const { json: records, reads } = marked.keys || marked.asked.length > 0 ? collectSensitive(revealed, marked.keys ?? { inner: {} }, marked.asked) : { json: revealed, reads: [] };
  if (!partial) return { member: records, written, sensitive: reads };
  const answered = answerPartial({ key: step.key, records, ids, refused: isLeft ? refused : [], locale: place.actor.locale });
  return { member: answered.text, written, errors: answered.errors, sensitive: reads };
}

const MANY: ReadonlySet<MutationKind> = new Set(['createMany', 'updateMany', 'upsertMany', 'deleteMany', 'restoreMany']);

type Runner = (step: MutationStep, place: WritePlace, wish: WriteWish) => Promise<WriteOutcome>;

const RUNNERS: Record<RecordsKind, Runner> = {
  create: (step, place, wish) => createRecords(place, step.object, [dataOf(step)], wish),
  createMany: (step, place, wish) => createRecords(place, step.object, rowsOf(step), wish),
  update: (step, place, wish) => updateRecords(place, step.object, [{ ...targetOf(step), values: dataOf(step) }], wish),
  updateMany: (step, place, wish) => updateRecords(place, step.object, changesOf(step), wish),
  upsert: (step, place, wish) => {
    if (!step.upsertKey) throw new RecordsFailure('BAD_USER_INPUT', '"by" has to name one external id with its value.', {}, [step.key]);
    return upsertRecord(place, step.object, step.upsertKey, dataOf(step), wish);
  },
  upsertMany: (step, place, wish) => upsertRecords(place, step.object, String(step.arguments.get('by')?.value), rowsOf(step) as RecordValues[], wish.partial === true),
  delete: (step, place, wish) => moveRecords('delete', place, step.object, [targetOf(step)], wish),
  deleteMany: (step, place, wish) => moveRecords('delete', place, step.object, targetsOf(step), wish),
  restore: (step, place, wish) => moveRecords('restore', place, step.object, [targetOf(step)], wish),
  restoreMany: (step, place, wish) => moveRecords('restore', place, step.object, targetsOf(step), wish),
  merge: (step, place, wish) => {
    const from = step.arguments.get('from')?.value as readonly string[];
    return mergeRecords(place, step.object, { into: String(step.arguments.get('into')?.value), from, data: dataOf(step) }, wish);
  },
  convert: (step, place, wish) => convertRecord(place, step.object, { id: targetOf(step).id, action: String(step.arguments.get('action')?.value) }, wish),
};

export function targetOf(step: MutationStep): Omit<RecordChange, 'values'> {
  const ifVersion = step.arguments.get('ifVersion')?.value as number | null | undefined;
  return { id: String(step.arguments.get('id')?.value), ...(typeof ifVersion === 'number' && { ifVersion }) };
}

function targetsOf(step: MutationStep): readonly { readonly id: string }[] {
  return (step.arguments.get('ids')?.value as readonly unknown[]).map((id) => ({ id: String(id) }));
}

/** What is made on the way may change the record again. */
function hasNested(step: MutationStep): boolean {
  return rowsOf(step).some((row) => Object.values(row).some((value) => typeof value === 'object' && value !== null && ('create' in value || 'connect' in value || 'disconnect' in value)));
}

/** The key under which rows that were written are told apart. */
export const ROW_ID = '_id';

function withId(select: MutationStep['select']): MutationStep['select'] {
  return [...select, { kind: 'value', key: ROW_ID, field: 'id' }];
}

/** Of a conflict, with the values that the record has now: as far as the mutation asks for them and this person may read them. */
export async function refusal(step: MutationStep, problems: Parameters<typeof writeFailure>[0], answer: 'one' | 'many', place: WritePlace, cipher: Decrypting): Promise<RecordsFailure> {
  const failure = writeFailure(trimPaths(problems, answer), [step.key], place.actor.locale);
  if (failure.code !== 'CONFLICT' || answer !== 'one') return failure;
  const hasVersion = step.select.some(({ key }) => key === 'version');
  const select: MutationStep['select'] = hasVersion ? step.select : [...step.select, { kind: 'value', key: 'version', field: 'version' }];
  const text = await readWritten({ ...step, select }, [targetOf(step).id], 'one', place);
  const secrets = text === null ? undefined : secretKeysOfSelection(select, step.object, place.model);
  const current = JSON.parse(secrets ? revealSecrets(text ?? 'null', secrets, cipher) : (text ?? 'null')) as unknown;
  return new RecordsFailure(failure.code, failure.message, { ...failure.details, current }, failure.path);
}

/** Relations of the written records are read in the same transaction. */
async function readWritten(step: MutationStep, ids: readonly string[], answer: 'one' | 'many', place: WritePlace): Promise<string | null> {
  const root: RootRead =
    answer === 'one'
      ? { kind: 'one', key: step.key, object: step.object, id: constant(ids[0] ?? null), select: step.select }
      : { kind: 'several', key: step.key, object: step.object, ids: constant(ids), count: ids.length, select: step.select };
  const request: ReadRequest = { roots: [root] };
  refuseCostly(request);
  const statement = compileRead(request, groundOf(place));
  const { userId: me, timeZone, org } = place.actor;
  const [row] = await place.session.run<{ r0: string | null }>({
    text: statement.text,
    values: bindStatement(statement, { variables: step.variables, me, now: place.at, timeZone, org }),
  });
  return row?.r0 ?? null;
}

/** Of one record, paths begin with the field; of many, with the row. */
function trimPaths<P extends { readonly path: string }>(problems: readonly P[], answer: 'one' | 'many'): P[] {
  return problems.map((problem) => (answer === 'one' ? { ...problem, path: problem.path.replace(/^\/0/, '') } : problem));
}

