import { listWords, say } from '@guanxi/field-types';
import { objectWord, pluralWord, translate, type ObjectModel } from '@guanxi/metadata';
import { compileDuplicateLocks, compileFindDuplicates, type FindDuplicates, type FoundDuplicates, type WriteRow } from '@guanxi/query';
import { bound, keepStatement } from './bound-statement.js';
import { faults } from './fault-wording.js';
import type { WriteFault } from './record-values.js';
import { groundOf, type WritePlace } from './write-place.js';

export interface WrittenRows {
  readonly rows: readonly WriteRow[];
  readonly fields: readonly string[];
  readonly uneven: boolean;
  readonly isNew: boolean;
}

/** What duplicate rules have against rows that are about to be written, as one problem for each row and rule. */
export async function findDuplicates(place: WritePlace, object: ObjectModel, written: WrittenRows): Promise<readonly WriteFault[]> {
  const rules = rulesFor(place, object, written);
  if (rules.length === 0 || written.rows.length === 0) return [];
  const { rows, ...shape } = written;
  const request = { object: object.name, rules, ...shape };
  const key = `duplicates ${place.actor.org.schema} ${place.actor.access.key} ${JSON.stringify(request)}`;
  const statement = keepStatement(place.model, key, () => compileFindDuplicates(request, groundOf(place)));
  const variables = { rows: JSON.stringify(rows), at: place.at, actor: place.actor.userId };
  await holdKeys(place, request, rows.length, variables);
  await raiseThreshold(place, object, rules);
  const { name, ...unnamed } = bound(statement, place, variables);
  const found = await place.session.run<FoundDuplicates>(rows.length === 1 && name !== undefined ? { ...unnamed, name } : unnamed);
  return found.map((one) => describeDuplicates(one, object, place.actor.locale));
}

/** Further than this the locks of single keys would fill the lock table. */
const MOST_LOCKS = 200;

/**
 * Two that are about to save the same thing at the same moment would not see each other: the second waits for the first, and
 * then finds it. Needs a transaction around it.
 */
async function holdKeys(place: WritePlace, request: FindDuplicates, count: number, variables: Readonly<Record<string, unknown>>): Promise<void> {
  const { schema } = place.actor.org;
  const many = count * request.rules.length > MOST_LOCKS;
  const key = `duplicate locks ${String(many)} ${schema} ${place.actor.access.key} ${JSON.stringify(request)}`;
  const statement = keepStatement(place.model, key, () => compileDuplicateLocks(request, groundOf(place), many));
  await place.session.run(bound(statement, place, variables));
}

/** The index of trigrams passes over what is too unlike; it only knows the threshold of the transaction. */
export async function raiseThreshold({ session }: WritePlace, { duplicateRules }: ObjectModel, rules: readonly string[]): Promise<void> {
  const thresholds = duplicateRules.filter(({ name }) => rules.includes(name)).flatMap(({ match }) => match.flatMap(({ how, threshold }) => (how === 'fuzzy' ? [threshold] : [])));
  if (thresholds.length > 0) await session.run({ text: "select set_config('pg_trgm.similarity_threshold', $1, true)", values: [String(Math.min(...thresholds))] });
}

/** Whether some rule has a say in a change of these fields. */
export function asksRules(place: WritePlace, object: ObjectModel, fields: readonly string[]): boolean {
  return rulesFor(place, object, { fields, isNew: false }).length > 0;
}

/** What stands only in the way of people is passed over for those who allow it, and for workflows, which nobody could ask. */
export function rulesFor(
  { allowDuplicates, unchecked, actor }: Pick<WritePlace, 'allowDuplicates' | 'unchecked' | 'actor'>,
  { duplicateRules }: ObjectModel,
  { fields, isNew }: Pick<WrittenRows, 'fields' | 'isNew'>,
): readonly string[] {
  if (unchecked) return [];
  const warns = !allowDuplicates && actor.source !== 'workflow';
  return duplicateRules
    .filter(({ active, onSave, match }) => active && (onSave === 'block' || (onSave === 'warn' && warns)) && (isNew || match.some(({ field }) => fields.includes(field))))
    .map(({ name }) => name);
}

/** In words, with the records that were found. */
export function describeDuplicates({ row, rule: name, shown, total, twin }: FoundDuplicates, object: ObjectModel, locale: string): WriteFault {
  const rule = object.duplicateRules.find((one) => one.name === name);
  const records = shown ?? [];
  const canAllow = rule?.onSave === 'warn';
  const names = records.flatMap((record) => (record.name === null ? [] : [record.name]));
  const words = {
    object: objectWord(object),
    others: pluralWord(object),
    count: String(total),
    rule: () => translate(rule?.label ?? name, rule?.titles, locale),
    names: listWords(names, 'conjunction'),
    row: String((twin ?? 0) + 1),
  };
  const wording = total === 0 ? faults.twin : names.length > 0 ? faults.duplicatesNamed : faults.duplicates;
  return {
    path: `/${row}`,
    code: 'duplicate',
    message: say({ ...wording, words }, locale),
    ...(canAllow && { hint: say({ ...faults.saveAnyway, words }, locale) }),
    duplicates: { rule: name, canAllow, records, others: total - records.length },
  };
}
