import { say, type Wording } from '@guanxi/field-types';
import { pluralWord } from '@guanxi/metadata';
import { EVERYTHING } from '@guanxi/query';
import type { Org } from '../../orgs/org.js';
import { deleteFound, updateFound } from '../../records/bulk/change-found.js';
import { findMatching } from '../../records/bulk/find-matching.js';
import type { WritePlace } from '../../records/write-place.js';
import { OperationStore } from '../../operations/operation-store.js';
import type { BulkRequest } from '../../operations/bulk-request.js';
import { RecordsFailure, writeFailure } from '../failure.js';
import { dataOf, writtenFields, type MutationStep } from './plan-mutation.js';

/** More are not changed while somebody waits who said that they need not. */
const MOST_AT_ONCE = 200;
const MOST_MATCHED = 1_000_000;
const MOST_TOLD = 50;

export interface BulkPorts {
  /** Wakes the worker that does what is left to it; absent where there is none. */
  readonly wakeOperations?: (org: Org) => void;
}

interface BulkAnswer {
  readonly matched: number;
  readonly changed: number;
  readonly status: 'DONE' | 'RUNNING';
}

/** Changes or deletes all records that fit: all of them, or none and why. Throws `RecordsFailure`. */
export async function runBulk(kind: 'updateWhere' | 'deleteWhere', step: MutationStep, place: WritePlace, ports: BulkPorts): Promise<{ text: string; written: number }> {
  const ids = await findMatching(place, step.object, step.where ?? EVERYTHING);
  const expected = step.arguments.get('expected')?.value;
  if (ids.length > MOST_MATCHED) throw new RecordsFailure('TOO_COSTLY', `${ids.length} records fit; at most ${MOST_MATCHED} are changed at once.`, { cost: ids.length, limit: MOST_MATCHED }, [step.key]);
  if (typeof expected === 'number' && expected !== ids.length) throw unexpected(step, place, ids.length, expected);
  if (step.arguments.get('background')?.value === true && ids.length > MOST_AT_ONCE && ports.wakeOperations) {
    await startInBackground(kind, step, place, ids.length);
    ports.wakeOperations(place.actor.org);
    return { text: present({ matched: ids.length, changed: 0, status: 'RUNNING' }, step, place), written: 0 };
  }
  const outcome = kind === 'updateWhere' ? await updateFound(place, step.object, ids, dataOf(step)) : await deleteFound(place, step.object, ids);
  if ('problems' in outcome) throw writeFailure(outcome.problems.slice(0, MOST_TOLD), [step.key], place.actor.locale);
  return { text: present({ matched: ids.length, changed: outcome.written, status: 'DONE' }, step, place), written: outcome.written };
}

async function startInBackground(kind: 'updateWhere' | 'deleteWhere', step: MutationStep, place: WritePlace, matched: number): Promise<void> {
  const action = kind === 'updateWhere' ? 'update' : 'delete';
  const request: BulkRequest = {
    bulk: { object: step.object, action, where: step.arguments.get('where')?.value ?? {}, data: dataOf(step), expected: matched, ...(place.allowDuplicates && { allowDuplicates: true }) },
  };
  const title = { object: step.object, action, ...(action === 'update' && { fields: writtenFields(step, place.model) }) } as const;
  await new OperationStore(place.session, place.actor.org.schema).begin({ id: place.operationId, kind: 'bulk', title, actor: place.actor, at: new Date(place.at), request });
}

function present(answer: BulkAnswer, { select }: MutationStep, { operationId }: WritePlace): string {
  const values: Readonly<Record<string, unknown>> = { operationId, ...answer };
  return JSON.stringify(Object.fromEntries(select.map((one) => [one.key, one.kind === 'value' ? values[one.field] : 'BulkResult'])));
}

function unexpected({ object: name, key }: MutationStep, { model, actor }: WritePlace, matched: number, expected: number): RecordsFailure {
  const object = model.objectByName.get(name);
  const words = { matched: String(matched), expected: String(expected), objects: object ? pluralWord(object) : name };
  return new RecordsFailure('CONFLICT', say({ ...otherNumber, words }, actor.locale), { matched, expected }, [key]);
}

const otherNumber: Wording = {
  en: '{matched} {objects} fit by now, not {expected}. Nothing was changed.',
  'zh-TW': '目前符合條件的{objects}有 {matched} 筆，而非 {expected} 筆。未做任何變更。',
  'zh-CN': '目前符合条件的{objects}有 {matched} 条，而非 {expected} 条。未做任何更改。',
};
