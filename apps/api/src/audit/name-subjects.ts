import type { Model } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { readPeople } from '../activity/read-people.js';
import type { OrgDatabase } from '../database/org-database.js';
import type { TrailRow } from './find-trail.js';
import { readNamesWithBin } from './read-names-with-bin.js';

/** Entries about people and records with the names that these have now, for whoever may read them: the trail keeps their ids alone. */
export async function nameSubjects(database: OrgDatabase, actor: Actor, model: Model, rows: readonly TrailRow[]): Promise<readonly TrailRow[]> {
  const people = await readPeople(database, actor.org, rows.filter(({ subject_kind }) => subject_kind === 'user').map(({ subject_id }) => subject_id));
  const names = new Map([...people.values()].map(({ id, name }) => [id, name]));
  const place = { session: database.session(actor.org), schema: actor.org.schema, model };
  const ofRecords = rows.filter(({ subject_kind, subject_id }) => subject_kind === 'record' && subject_id !== null);
  for (const object of new Set(ofRecords.map(({ detail }) => detail['object']))) {
    if (typeof object !== 'string' || !model.objectByName.has(object)) continue;
    const ids = ofRecords.filter(({ detail }) => detail['object'] === object).flatMap(({ subject_id }) => subject_id ?? []);
    for (const [id, name] of await readNamesWithBin(place, actor, object, [...new Set(ids)])) if (name !== '') names.set(id, name);
  }
  return rows.map((row) => ({ ...row, subject_name: row.subject_name ?? names.get(row.subject_id ?? '') ?? null }));
}
