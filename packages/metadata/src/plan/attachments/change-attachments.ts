import type { RawBuilder } from 'kysely';
import type { ObjectModel } from '../../model/model.js';
import { isReplaced } from '../column-way.js';
import { subjectOf, type FoundChange } from '../change.js';
import { ownObjects, type ModelPair } from '../model-pair.js';
import type { OnlineWork, Place } from '../planned-change.js';
import { renameInTurn } from '../sql/rename-in-turn.js';
import type { Attachment } from './attachment.js';
import { attachmentsOf } from './attachments-of.js';
import { timeAnchors } from './time-anchors.js';

export interface Surrounding {
  readonly before: RawBuilder<unknown>[];
  readonly after: RawBuilder<unknown>[];
  readonly afterwards: OnlineWork[];
}

/**
 * Gives each derived column, index, constraint and sequence that comes, goes or is renamed to a change it hangs on: what
 * goes, before the first of them; what comes, after the last, when everything it names is there. So running the changes in
 * order is right.
 */
export function changeAttachments(pair: ModelPair, place: Place, changes: readonly FoundChange[]): readonly Surrounding[] {
  const surroundings = changes.map((): Surrounding => ({ before: [], after: [], afterwards: [] }));
  const { from, to, remade } = attachmentsOfPair(pair, place);
  const around = (attachments: readonly Attachment[], choose: (touching: readonly number[]) => number | undefined): Surrounding => {
    const chosen = surroundings[choose(touchedBy(attachments, changes)) ?? 0];
    if (!chosen) throw new Error('A plan without changes cannot change tables.');
    return chosen;
  };
  const first = (touching: readonly number[]): number | undefined => touching[0];
  const last = (touching: readonly number[]): number | undefined => touching.at(-1);
  const atOnce = (): number => 0;
  const stays = (attachment: Attachment, others: ReadonlyMap<string, Attachment>) => others.has(attachment.key) && !remade(attachment);

  const arriving = inOrder([...to.values()].filter((attachment) => !stays(attachment, from)));
  const renames = renamesOf([...to.values()].filter((attachment) => stays(attachment, from)), from, arriving);
  const wanted = new Set([...renames.map((rename) => rename.to), ...arriving.map(({ name }) => name)]);
  for (const attachment of inOrder([...from.values()]).reverse()) {
    if (stays(attachment, to) || goesByItself(attachment, pair, place)) continue;
    // A name that is about to be given to another one, as any column's may be, has to be free before any change; a table is found by its old name only then.
    const isUrgent = isColumn(attachment) || wanted.has(attachment.name) || pair.kept.some(({ from: before, to: after }) => before.table === attachment.table && before.table !== after.table);
    around([attachment], isUrgent ? atOnce : first).before.push(...attachment.form.drop(attachment.name, attachment.table, place));
  }
  for (const { before, after, from: old, to: name, parkedAs } of renames) {
    if (parkedAs !== undefined) around([before], atOnce).before.push(...before.form.rename(old, parkedAs, { table: before.table, place }));
    around([before, after], last).after.push(...after.form.rename(parkedAs ?? old, name, { table: after.table, place }));
  }
  const tableBefore = new Map(pair.kept.map((objects) => [objects.to.table, objects.from.table]));
  const isLarge = (table: string): boolean => {
    const before = tableBefore.get(table) ?? (pair.added.some((object) => object.table === table) ? undefined : table);
    return before !== undefined && place.isLarge?.(before) === true;
  };
  for (const attachment of arriving) {
    const surrounding = around([attachment], last);
    const online = isLarge(attachment.table) ? attachment.online?.(place) : undefined;
    surrounding.after.push(...(online ? online.now : (attachment.create?.(place) ?? [])));
    if (online) surrounding.afterwards.push(online.work);
  }
  return surroundings;
}

/** Of the objects that may have changed, and of those that workflows count time on. */
function attachmentsOfPair(pair: ModelPair, place: Place) {
  const anchored = (model: ModelPair['from']) => (pair.from.workflows === pair.to.workflows ? [] : timeAnchors(model).map(({ object }) => object));
  const touched = new Set([...pair.kept.flatMap(({ from, to }) => [from.id, to.id]), ...pair.added.map(({ id }) => id), ...pair.removed.map(({ id }) => id), ...[...anchored(pair.from), ...anchored(pair.to)].map(({ id }) => id)]);
  const pick = (objects: readonly ObjectModel[]) => objects.filter(({ id }) => touched.has(id));
  const from = new Map(attachmentsOf(pair.from, place, pick(ownObjects(pair.from))).map((attachment) => [attachment.key, attachment]));
  const to = new Map(attachmentsOf(pair.to, place, pick(ownObjects(pair.to))).map((attachment) => [attachment.key, attachment]));
  const columns = new Set([
    ...[...from.values()].filter(({ key, form, field }) => field !== undefined && form.rank !== 'over columns' && !to.has(key)).map(({ field }) => field ?? ''),
    ...pair.kept.flatMap((objects) => objects.kept.filter(isReplaced).map((fields) => subjectOf.field(objects.to, fields.to))),
  ]);
  /** What lies over a column that is made anew is made anew with it. */
  const remade = ({ form, field, subjects }: Attachment): boolean =>
    (field !== undefined && columns.has(field)) || (form.rank === 'over columns' && subjects.some((subject) => columns.has(subject)));
  return { from, to, remade };
}

const isColumn = ({ form }: Attachment): boolean => form.rank === 'generated' || form.rank === 'rolled up';

const RANKS: Readonly<Record<Attachment['form']['rank'], number>> = { sequence: 0, 'rolled up': 1, generated: 2, 'over columns': 3 };

function inOrder(attachments: readonly Attachment[]): Attachment[] {
  return attachments.toSorted((left, right) => RANKS[left.form.rank] - RANKS[right.form.rank] || (left.depth ?? 0) - (right.depth ?? 0));
}

function renamesOf(staying: readonly Attachment[], from: ReadonlyMap<string, Attachment>, arriving: readonly Attachment[]) {
  const renames = staying.flatMap((after) => {
    const before = from.get(after.key);
    return before && before.name !== after.name ? [{ before, after, from: before.name, to: after.name }] : [];
  });
  const names = new Set(arriving.map(({ name }) => name));
  return renameInTurn(renames, 'index').map((step, index) =>
    // Columns stand aside at once: another column may be waiting for the name.
    names.has(step.from) || isColumn(step.after) ? { ...step, parkedAs: `_moving_index_${index}` } : step,
  );
}

/** PostgreSQL drops what hangs on a table or column with it; for a foreign key to a table that goes too, that may be too late. */
function goesByItself(attachment: Attachment, pair: ModelPair, place: Place): boolean {
  if (pair.removed.some((object) => object.id === attachment.holds)) return false;
  const isOfRemovedTable = pair.removed.some((object) => object.table === attachment.table);
  // What is put aside keeps its columns, and nothing that would be in somebody's way.
  if (place.revision !== undefined) return isOfRemovedTable && attachment.create === undefined && attachment.form.rank === 'over columns';
  return isOfRemovedTable || pair.kept.some(({ from, removed }) => !isColumn(attachment) && removed.some((field) => attachment.field === subjectOf.field(from, field)));
}

/** The changes an attachment hangs on; else those of its object; else, as an index may follow from what other objects do, any. */
function touchedBy(attachments: readonly Attachment[], changes: readonly FoundChange[]): readonly number[] {
  const subjects = new Set(attachments.flatMap((attachment) => attachment.subjects));
  const objects = [...subjects].map((subject) => `${subject.split('/')[0] ?? ''}/`);
  const tests: readonly ((change: FoundChange) => boolean)[] = [
    // With an object come and go all of its fields.
    ({ subject, onlyWords }) => (subjects.has(subject) || objects.includes(`${subject}/`)) && !onlyWords,
    ({ subject, onlyWords }) => objects.some((object) => subject.startsWith(object)) && !onlyWords,
    () => true,
  ];
  for (const test of tests) {
    const touching = changes.flatMap((change, index) => (test(change) ? [index] : []));
    if (touching.length > 0) return touching;
  }
  throw new Error(`No change touches ${attachments[0]?.name ?? 'what is attached to the tables'}.`);
}
