import { compileFindDuplicates, stagedRows, type FoundDuplicates } from '@guanxi/query';
import { describeDuplicates, raiseThreshold, rulesFor } from '../../../records/find-duplicates.js';
import { groundOf } from '../../../records/write-place.js';
import type { ImportShape } from '../import-shape.js';
import type { Outcome } from '../staging/staging.js';
import { runStaged, type StretchPlace } from './stretch-place.js';

/** Asks the duplicate rules of the object about the rows that would become new records, and about those that change one. */
export async function askDuplicateRules(place: StretchPlace): Promise<void> {
  for (const which of ['new', 'matched'] as const) await askAbout(which, place);
}

/** Whether any rule has to be asked: each row is then compared with the others of its stretch, one by one. */
export function hasDuplicateRules({ object }: ImportShape): boolean {
  return object.duplicateRules.some(({ active, onSave }) => active && onSave !== 'allow');
}

async function askAbout(which: 'new' | 'matched', place: StretchPlace): Promise<void> {
  const { shape, staging, tx, writing } = place;
  const { object, checked: { plan } } = shape;
  const isNew = which === 'new';
  if (!isNew && plan.mode === 'create' && plan.duplicates !== 'update') return;
  const fields = (isNew ? shape.fields : shape.filled).map(({ name }) => name);
  const rules = rulesFor({ actor: writing.actor, allowDuplicates: plan.duplicates === 'allow' }, object, { fields, isNew });
  if (rules.length === 0) return;
  await raiseThreshold(writing, object, rules);
  const statement = compileFindDuplicates({ object: object.name, rules, fields, uneven: false, isNew }, groundOf(writing), stagedRows(staging.staged(shape, which)));
  const found = await runStaged<FoundDuplicates>(place, statement);
  // Several rules may find something for a row: the first of them decides.
  const outcomes = new Map<number, Outcome>();
  for (const one of found) if (!outcomes.has(one.row)) outcomes.set(one.row, outcomeOf(one, isNew, place));
  await staging.addOutcomes(tx, [...outcomes.values()]);
}

function outcomeOf(found: FoundDuplicates, isNew: boolean, { shape: { object, checked }, writing: { actor } }: StretchPlace): Outcome {
  const { row, shown } = found;
  const { duplicates } = checked.plan;
  const [best] = shown ?? [];
  if (isNew && duplicates === 'skip') return { row, kind: 'duplicate' };
  if (isNew && duplicates === 'update') return best ? { row, kind: 'matched', recordId: best.id } : { row, kind: 'duplicate' };
  // The twin is told by the number of its row in the file.
  const { code, message } = describeDuplicates({ ...found, twin: found.twin === null ? null : found.twin - 1 }, object, actor.locale);
  return { row, kind: 'rejected', problems: [{ code, message }] };
}
