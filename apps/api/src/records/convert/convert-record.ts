import { say, type JsonValue } from '@guanxi/field-types';
import { objectWord, valueName, type ConvertEffect, type ConvertTarget, type ObjectModel } from '@guanxi/metadata';
import { holdsAny, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { allOrNothing } from '../all-or-nothing.js';
import { faults } from '../fault-wording.js';
import { findObject, forbidden, told, unknownObject } from '../find-object.js';
import type { RecordValues, Refused } from '../record-values.js';
import { runWrite } from '../run-write.js';
import { NO_WISH, type WriteOutcome, type WritePlace, type WriteWish } from '../write-place.js';
import { createRecords, updateRecords } from '../write-records.js';
import { workOut } from './work-out.js';

/**
 * Makes records of others out of one, as an action says: what is made points to what was made before it, and the record to what
 * came of it. All of it with one operation id, or nothing and why. Needs a transaction around it.
 */
export async function convertRecord(place: WritePlace, objectName: string, { id, action }: { readonly id: string; readonly action: string }, wish: WriteWish): Promise<WriteOutcome> {
  const { model, actor } = place;
  const object = findObject(place, objectName);
  const effect = model.actions.find((one) => one.name === action && one.object === objectName && holdsAny(actor.access, one.permissionSets))?.do;
  if (!object || !effect || !('convert' in effect)) return { problems: [unknownObject(objectName, actor)] };
  if (actor.access.objects.get(objectName)?.edit === 'none') return { problems: [forbidden(faults.mayNotChange, object, actor)] };
  return allOrNothing(place.session, async () => {
    // It is held first, so that two who convert it at once come one after the other; a change of nothing writes nothing.
    const held = await runWrite('update', { ...place, unchecked: true }, object, { fields: [], ...NO_WISH }, { rows: [{ _row: 0, _id: id }], values: [], ids: [id] });
    if ('problems' in held) return held;
    const made = await makeTargets(place, object, id, effect.convert);
    if ('problems' in made) return made;
    const own = await workOut(place, object, object, id, effect.convert.values ?? {});
    if ('problems' in own) return { problems: told(own.problems, () => '/0') };
    const changed = await updateRecords(place, objectName, [{ id, values: { ...own.values, ...made.links } }], wish);
    return 'problems' in changed ? changed : { ...changed, written: changed.written + made.count };
  });
}

interface Made {
  /** Of the record: its lookups to what was made. */
  readonly links: RecordValues;
  readonly count: number;
}

async function makeTargets(place: WritePlace, object: ObjectModel, id: string, { into }: ConvertEffect): Promise<Made | Refused> {
  const known = new Map<string, string>();
  const links: Record<string, unknown> = {};
  let count = 0;
  for (const [index, target] of into.entries()) {
    const link = object.fieldByName.get(target.link ?? '');
    const present = link && (await linkedRecord(place, object, id, link.column));
    const outcome = present ? { id: present } : await makeTarget(place, object, id, target, known);
    if ('problems' in outcome) return { problems: told(outcome.problems, () => `/0/into/${index}`) };
    if (!present) count += 1;
    if (link && !present) links[valueName(link)] = outcome.id;
    if (target.as !== undefined) known.set(target.as, outcome.id);
  }
  if (count > 0) return { links, count };
  return { problems: [{ path: '/0', code: 'converted', message: say({ ...faults.converted, words: { object: objectWord(object) } }, place.actor.locale) }] };
}

async function makeTarget(place: WritePlace, object: ObjectModel, id: string, target: ConvertTarget, known: ReadonlyMap<string, string>): Promise<{ id: string } | Refused> {
  const written = findObject(place, target.object);
  if (!written) return { problems: [unknownObject(target.object, place.actor)] };
  const worked = await workOut(place, object, written, id, target.values ?? {});
  if ('problems' in worked) return worked;
  const values: Record<string, JsonValue | undefined> = { ...worked.values };
  for (const [name, as] of Object.entries(target.refers ?? {})) {
    const field = written.fieldByName.get(name);
    if (field) values[valueName(field)] = known.get(as);
  }
  const made = await createRecords(place, target.object, [values], NO_WISH);
  return 'problems' in made ? made : { id: made.ids[0] ?? '' };
}

/** What a lookup of the record points to already, while that is there. */
async function linkedRecord({ session, model, actor }: WritePlace, object: ObjectModel, id: string, column: string): Promise<string | undefined> {
  const field = object.fields.find((one) => one.column === column);
  const target = model.objectByName.get(field?.target ?? '');
  if (!target) return undefined;
  const [found] = await session.run<{ id: string }>(sql`select t.id from ${recordTable(actor.org.schema, object)} r join ${recordTable(actor.org.schema, target)} t on t.id = ${sql.id('r', column)}
    where r.id = ${id}::uuid and t.deleted_at is null`);
  return found?.id;
}
