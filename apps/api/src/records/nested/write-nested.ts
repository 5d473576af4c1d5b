import { say, type JsonValue } from '@guanxi/field-types';
import { fieldWord, objectWord, valueName, type ObjectModel } from '@guanxi/metadata';
import { isRecordId, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { allOrNothing } from '../all-or-nothing.js';
import { faults } from '../fault-wording.js';
import { told } from '../find-object.js';
import type { RecordChange, RecordValues, Refused, WriteFault } from '../record-values.js';
import type { WriteOutcome, WritePlace } from '../write-place.js';
import type { Nested, NestedLink, NestedList } from './take-nested.js';

/** How records of any object are written and found; what they have nested in them is written with them. */
export interface NestedDoors {
  create(place: WritePlace, object: string, rows: readonly RecordValues[]): Promise<WriteOutcome>;
  update(place: WritePlace, object: string, changes: readonly RecordChange[]): Promise<WriteOutcome>;
  find(place: WritePlace, object: string, field: string, keys: readonly JsonValue[]): Promise<ReadonlyMap<string, string>>;
}

/**
 * Writes rows with what is nested in them: first the records that they are to point to, then they themselves, then those that
 * are to point to them. All of it or nothing, and problems say where in the nested values they are.
 */
export function writeNested(place: WritePlace, object: ObjectModel, nested: Nested, write: (plain: readonly RecordValues[]) => Promise<WriteOutcome>, doors: NestedDoors): Promise<WriteOutcome> {
  return allOrNothing(place.session, async () => {
    const filled = nested.plain.map((row): Record<string, unknown> => ({ ...row }));
    const wrong = await fillLinks(place, nested.links, filled, doors);
    if (wrong.length > 0) return { problems: wrong };
    const written = await write(filled);
    if ('problems' in written) return written;
    const problems = await writeLists(place, nested.lists, written.ids, doors);
    if (problems.length > 0) return { problems };
    return { ...written, written: Math.max(written.written, 1) };
  });
}

async function fillLinks(place: WritePlace, links: readonly NestedLink[], filled: readonly Record<string, unknown>[], doors: NestedDoors): Promise<WriteFault[]> {
  const problems: WriteFault[] = [];
  for (const group of groupBy(links, ({ field }) => field.name)) {
    const { field, target } = group[0] as NestedLink;
    const key = valueName(field);
    const set = ({ row }: NestedLink, id: string | undefined): void => {
      const values = filled[row];
      if (values) values[key] = id;
    };
    const made = group.filter(({ create }) => create);
    if (made.length > 0) {
      const outcome = await doors.create(place, target, made.map(({ create = {} }) => create));
      if ('problems' in outcome) problems.push(...told(outcome.problems, (index) => `/${made[index]?.row ?? 0}/${field.name}/create`));
      else made.forEach((link, index) => set(link, outcome.ids[index]));
    }
    for (const named of groupBy(group.filter(({ connect }) => connect), ({ connect = {} }) => Object.keys(connect)[0] ?? '')) {
      const [name = ''] = Object.keys(named[0]?.connect ?? {});
      const keys = named.map(({ connect = {} }) => connect[name] as JsonValue);
      const found = name === 'id' ? undefined : await doors.find(place, target, name, keys);
      named.forEach((link, index) => {
        const given = String(keys[index] ?? '');
        const id = found ? found.get(given) : given;
        if (id === undefined) problems.push(notFound(place, link, name, given));
        else set(link, id);
      });
    }
  }
  return problems;
}

async function writeLists(place: WritePlace, lists: readonly NestedList[], ids: readonly string[], doors: NestedDoors): Promise<WriteFault[]> {
  const problems: WriteFault[] = [];
  for (const group of groupBy(lists, ({ relation }) => relation.name)) {
    const { relation, field } = group[0] as NestedList;
    const key = valueName(field);
    const at = (spots: readonly Spot[], verb: string) => (index: number) => `/${spots[index]?.row ?? 0}/${relation.name}/${verb}/${spots[index]?.index ?? 0}`;
    const made = spotsOf(group, ({ create }) => create);
    const joining = spotsOf(group, ({ connect }) => connect);
    const leaving = spotsOf(group, ({ disconnect }) => disconnect);
    const outcomes = [
      { spots: leaving, verb: 'disconnect', write: () => release(place, group, leaving, ids, doors) },
      { spots: joining, verb: 'connect', write: () => doors.update(place, relation.object, joining.map(({ row, value }) => ({ id: value, values: { [key]: ids[row] } }))) },
      { spots: made, verb: 'create', write: () => doors.create(place, relation.object, made.map(({ row, value }) => ({ ...value, [key]: ids[row] }))) },
    ];
    for (const { spots, verb, write } of outcomes) {
      if (spots.length === 0) continue;
      const outcome = await write();
      if ('problems' in outcome) problems.push(...told(outcome.problems, at(spots, verb)));
    }
  }
  return problems;
}

/** One entry of a list, with where it stands. */
interface Spot<T = unknown> {
  readonly row: number;
  readonly index: number;
  readonly value: T;
}

function spotsOf<T>(lists: readonly NestedList[], read: (list: NestedList) => readonly T[]): readonly Spot<T>[] {
  return lists.flatMap((list) => read(list).map((value, index) => ({ row: list.row, index, value })));
}

/** Only what is in the list can leave it. */
async function release(place: WritePlace, [list]: readonly NestedList[], leaving: readonly Spot<string>[], ids: readonly string[], doors: NestedDoors): Promise<WriteOutcome> {
  const child = place.model.objectByName.get(list?.relation.object ?? '');
  if (!list || !child) throw new Error('A list belongs to a relation.');
  const asked = leaving.map(({ value }) => value).filter(isRecordId);
  const found = await place.session.run<{ id: string; parent: string }>(
    sql`select id, ${sql.id(list.field.column)} as parent from ${recordTable(place.actor.org.schema, child)} where id = any(${asked}::uuid[]) and deleted_at is null`,
  );
  const parents = new Map(found.map(({ id, parent }) => [id, parent]));
  const strangers = leaving.flatMap(({ row, value }, index): WriteFault[] =>
    parents.get(value.toLowerCase()) === ids[row] ? [] : [{ path: `/${index}`, code: 'not-found', message: say({ ...faults.notInList, words: { object: objectWord(child), id: value } }, place.actor.locale) }],
  );
  if (strangers.length > 0) return { problems: strangers } satisfies Refused;
  return doors.update(place, child.name, leaving.map(({ value }) => ({ id: value, values: { [valueName(list.field)]: null } })));
}

function notFound({ model, actor }: WritePlace, { row, field, target }: NestedLink, key: string, value: string): WriteFault {
  const object = model.objectByName.get(target);
  const keyField = object?.fieldByName.get(key);
  const words = { field: fieldWord(field), target: object ? objectWord(object) : target, key: keyField ? fieldWord(keyField) : key, value };
  return { path: `/${row}/${field.name}/connect`, code: 'reference-not-found', message: say({ ...faults.noReferenceByKey, words }, actor.locale) };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
