import type { RawBuilder } from 'kysely';
import { subjectOf, type FoundChange } from '../change.js';
import type { ModelPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { renameInTurn } from '../sql/rename-in-turn.js';
import type { Attachment } from './attachment.js';
import { attachmentsOf } from './attachments-of.js';

export interface Surrounding {
  readonly before: RawBuilder<unknown>[];
  readonly after: RawBuilder<unknown>[];
}

/**
 * Gives each index, constraint and sequence that comes, goes or is renamed to a change it hangs on: what goes, before the
 * first of them; what comes, after the last, when everything it names is there. So running the changes in order is right.
 */
export function changeAttachments(pair: ModelPair, place: Place, changes: readonly FoundChange[]): readonly Surrounding[] {
  const surroundings = changes.map((): Surrounding => ({ before: [], after: [] }));
  const from = new Map(attachmentsOf(pair.from).map((attachment) => [attachment.key, attachment]));
  const to = new Map(attachmentsOf(pair.to).map((attachment) => [attachment.key, attachment]));
  const around = (attachments: readonly Attachment[], choose: (touching: readonly number[]) => number | undefined): Surrounding => {
    const chosen = surroundings[choose(touchedBy(attachments, changes)) ?? 0];
    if (!chosen) throw new Error('A plan without changes cannot change tables.');
    return chosen;
  };
  const first = (touching: readonly number[]): number | undefined => touching[0];
  const last = (touching: readonly number[]): number | undefined => touching.at(-1);
  const atOnce = (): number => 0;

  const renames = renamesOf(from, to);
  const arriving = [...to.values()].filter(({ key }) => !from.has(key));
  const wanted = new Set([...renames.map((rename) => rename.to), ...arriving.map(({ name }) => name)]);
  for (const attachment of from.values()) {
    if (to.has(attachment.key) || goesByItself(attachment, pair)) continue;
    // A name that is about to be given to another one has to be free before any change; a table is found by its old name only then.
    const isUrgent = wanted.has(attachment.name) || pair.kept.some(({ from: before, to: after }) => before.table === attachment.table && before.table !== after.table);
    around([attachment], isUrgent ? atOnce : first).before.push(attachment.form.drop(attachment.name, attachment.table, place));
  }
  for (const { before, after, from: old, to: name, parkedAs } of renames) {
    if (parkedAs !== undefined) around([before], atOnce).before.push(before.form.rename(old, parkedAs, { table: before.table, place }));
    around([before, after], last).after.push(after.form.rename(parkedAs ?? old, name, { table: after.table, place }));
  }
  for (const attachment of arriving) if (attachment.create) around([attachment], last).after.push(attachment.create(place));
  return surroundings;
}

function renamesOf(from: ReadonlyMap<string, Attachment>, to: ReadonlyMap<string, Attachment>) {
  const arriving = [...to.values()].filter(({ key }) => !from.has(key));
  const renames = [...to.values()].flatMap((after) => {
    const before = from.get(after.key);
    return before && before.name !== after.name ? [{ before, after, from: before.name, to: after.name }] : [];
  });
  const names = new Set(arriving.map(({ name }) => name));
  return renameInTurn(renames, 'index').map((step, index) => (names.has(step.from) ? { ...step, parkedAs: `_moving_index_${index}` } : step));
}

/** PostgreSQL drops what hangs on a table or column with it; for a foreign key to a table that goes too, that may be too late. */
function goesByItself(attachment: Attachment, pair: ModelPair): boolean {
  if (pair.removed.some((object) => object.id === attachment.holds)) return false;
  return (
    pair.removed.some((object) => object.table === attachment.table) ||
    pair.kept.some(({ from, removed }) => removed.some((field) => attachment.field === subjectOf.field(from, field)))
  );
}

/** The changes an attachment hangs on; else those of its object; else, as an index may follow from what other objects do, any. */
function touchedBy(attachments: readonly Attachment[], changes: readonly FoundChange[]): readonly number[] {
  const subjects = new Set(attachments.flatMap((attachment) => attachment.subjects));
  const objects = [...subjects].map((subject) => `${subject.split('/')[0] ?? ''}/`);
  const tests: readonly ((change: FoundChange) => boolean)[] = [
    ({ subject, onlyWords }) => subjects.has(subject) && !onlyWords,
    ({ subject, onlyWords }) => objects.some((object) => subject.startsWith(object)) && !onlyWords,
    () => true,
  ];
  for (const test of tests) {
    const touching = changes.flatMap((change, index) => (test(change) ? [index] : []));
    if (touching.length > 0) return touching;
  }
  throw new Error(`No change touches ${attachments[0]?.name ?? 'what is attached to the tables'}.`);
}
