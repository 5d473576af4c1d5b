import { isRecordId, markSensitiveSelection, secretKeysOfSelection } from '@guanxi/query';
import type { FieldNode } from 'graphql';
import type { ApiUse } from '../../access/api-uses.js';
import { areSimple, planOneWrite, writeOne, type OneWrite } from '../../records/one-write.js';
import { asksOwnRollUps } from '../../records/one-statement.js';
import type { WritePlace } from '../../records/write-place.js';
import { costOfMutation, type MutationCost } from '../bounds/cost-of-mutation.js';
import { dataOf, isFlat, usesOfMutation, type MutationStep } from './plan-mutation.js';
import { refusal, targetOf, type StepOutcome } from './run-mutation.js';
import type { Decrypting } from './reveal-secrets.js';

/** A mutation of one record, of whose document and names of values everything else follows. */
export interface OnePlan {
  readonly label: string;
  readonly write: OneWrite;
  readonly cost: MutationCost;
  readonly uses: readonly ApiUse[];
}

/** Plans kept by one field of a document. */
const MOST_PLANS = 50;
const plans = new WeakMap<FieldNode, Map<string, OnePlan | null>>();

/** Undefined where a mutation takes more than one statement about one record, or may. A document belongs to one set of rights in one revision, so that a plan does, too. */
export function planOne(steps: readonly MutationStep[], place: WritePlace): OnePlan | undefined {
  const [step] = steps;
  if (steps.length !== 1 || !step?.lasting || (step.kind !== 'create' && step.kind !== 'update')) return undefined;
  const values = dataOf(step);
  if (!areSimple(values) || (step.kind === 'update' && !isRecordId(targetOf(step).id))) return undefined;
  const known = plans.get(step.lasting) ?? new Map<string, OnePlan | null>();
  plans.set(step.lasting, known);
  const names = Object.keys(values);
  const key = names.join();
  const plan = known.get(key);
  if (plan !== undefined) return plan ?? undefined;
  if (known.size >= MOST_PLANS) known.clear();
  const made = makePlan(step, step.kind, names, place) ?? null;
  known.set(key, made);
  return made ?? undefined;
}

function makePlan(step: MutationStep, kind: OneWrite['kind'], keys: readonly string[], place: WritePlace): OnePlan | undefined {
  const { model } = place;
  const { object: name, select } = step;
  if (!isFlat(step, model) || asksOwnRollUps(model, name, select) || secretKeysOfSelection(select, name, model)) return undefined;
  const marked = markSensitiveSelection(select, name, model);
  if (marked.keys || marked.asked.length > 0) return undefined;
  const write = planOneWrite(kind, place, { name, select, keys });
  return write && { label: `${JSON.stringify(step.key)}:`, write, cost: costOfMutation([step]), uses: usesOfMutation([step], model) };
}

/** Undefined, with nothing sent, where something is wrong with the values already: the long way tells of it. */
export async function runOne({ label, write }: OnePlan, step: MutationStep, place: WritePlace, cipher: Decrypting): Promise<StepOutcome | undefined> {
  const outcome = await writeOne(write, place, dataOf(step), write.kind === 'update' ? targetOf(step) : undefined);
  if (!outcome) return undefined;
  if ('problems' in outcome) throw await refusal(step, outcome.problems, 'one', place, cipher);
  return { member: `${label}${outcome.records ?? 'null'}`, written: outcome.written };
}
