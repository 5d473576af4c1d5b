import { bindStatement, compileRead, constant, secretKeysOfSelection, type ReadRequest, type RootRead } from '@guanxi/query';
import { mergeRecords } from '../../records/merge/merge-records.js';
import { asksOwnRollUps } from '../../records/one-statement.js';
import type { RecordChange, RecordValues } from '../../records/record-values.js';
import { upsertRecord } from '../../records/upsert-records.js';
import { groundOf, type WriteOutcome, type WritePlace, type WriteWish } from '../../records/write-place.js';
import { createRecords, moveRecords, updateRecords } from '../../records/write-records.js';
import { RecordsFailure, writeFailure } from '../failure.js';
import type { MutationKind } from '../schema/meaning.js';
import { dataOf, isFlat, type MutationStep } from './plan-mutation.js';
import { refuseCostly } from './plan-query.js';
import { revealSecrets, type Decrypting } from './reveal-secrets.js';

/** The member of `data` that a step answers, as JSON text. Throws `RecordsFailure` when the step is refused. */
export async function runStep(step: MutationStep, place: WritePlace, cipher: Decrypting): Promise<{ member: string; written: number }> {
  const label = `${JSON.stringify(step.key)}:`;
  if (step.kind === 'typename') return { member: `${label}"Mutation"`, written: 0 };
  const flat = isFlat(step, place.model) && !asksOwnRollUps(place.model, step.object, step.select);
  const answer = step.kind === 'createMany' ? 'many' : 'one';
  const allowDuplicates = step.arguments.get('allowDuplicates')?.value === true;
  const outcome = await RUNNERS[step.kind](step, allowDuplicates ? { ...place, allowDuplicates } : place, { select: flat ? step.select : [], answer });
  if ('problems' in outcome) throw writeFailure(trimPaths(outcome.problems, answer), [step.key], place.actor.locale);
  const records = flat ? outcome.records : await readWritten(step, outcome.ids, answer, place);
  const secrets = records === null ? undefined : secretKeysOfSelection(step.select, step.object, place.model);
  return { member: `${label}${secrets ? revealSecrets(records ?? 'null', secrets, cipher) : (records ?? 'null')}`, written: outcome.written };
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
  merge: (step, place, wish) => {
    const from = step.arguments.get('from')?.value as readonly string[];
    return mergeRecords(place, step.object, { into: String(step.arguments.get('into')?.value), from, data: dataOf(step) }, wish);
  },
};

function targetOf(step: MutationStep): Omit<RecordChange, 'values'> {
  const ifVersion = step.arguments.get('ifVersion')?.value as number | null | undefined;
  return { id: String(step.arguments.get('id')?.value), ...(typeof ifVersion === 'number' && { ifVersion }) };
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
    values: bindStatement(statement, { variables: {}, me, now: place.at, timeZone, org }),
  });
  return row?.r0 ?? null;
}

/** Of one record, paths begin with the field; of many, with the row. */
function trimPaths<P extends { readonly path: string }>(problems: readonly P[], answer: 'one' | 'many'): P[] {
  return problems.map((problem) => (answer === 'one' ? { ...problem, path: problem.path.replace(/^\/0/, '') } : problem));
}
