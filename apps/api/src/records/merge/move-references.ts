import { say } from '@guanxi/field-types';
import { fieldWord, objectWord, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { faults } from '../fault-wording.js';
import { platformPlace } from '../platform-place.js';
import type { Refused } from '../record-values.js';
import { runWrite } from '../run-write.js';
import { NO_WISH, type WritePlace } from '../write-place.js';
import { findDoubled } from './find-doubled.js';

/** How many records one statement changes. */
const AT_ONCE = 5000;

interface Reference {
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

/** Whatever pointed to one of the records points to the one that stays, with history; answers why it cannot. */
export async function moveReferences(place: WritePlace, object: ObjectModel, into: string, from: readonly string[]): Promise<Refused | undefined> {
  const platform = platformPlace(place);
  for (const reference of referencesTo(place.model, object)) {
    const doubled = await findDoubled(platform, reference, into, from);
    if (doubled.length > 0) await forget(platform, reference.object, doubled);
    const refused = await point(platform, reference, into, from);
    if (refused) return refused;
  }
  return undefined;
}

/** Members of polymorphic lookups and both lookups of junctions are among them: they are lookups like any other. */
function referencesTo({ objects }: Model, { name }: ObjectModel): readonly Reference[] {
  return objects.filter(({ platform }) => !platform).flatMap((object) => object.fields.filter((field) => field.target === name && field.storage === 'column').map((field) => ({ object, field })));
}

/** Rows of a junction that would say the same twice. */
async function forget(platform: WritePlace, object: ObjectModel, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id, row) => ({ _row: row, _id: id }));
  const outcome = await runWrite('delete', platform, object, { fields: [], ...NO_WISH }, { rows, values: [], ids });
  if ('problems' in outcome) throw new Error(`Doubled records in between could not be deleted: ${JSON.stringify(outcome.problems)}`);
}

async function point(platform: WritePlace, { object, field }: Reference, into: string, from: readonly string[]): Promise<Refused | undefined> {
  const table = recordTable(platform.actor.org.schema, object);
  const column = sql.id(field.column);
  const pointing = await platform.session.run<{ id: string }>(sql`select id from ${table} where ${column} = any(${from}::uuid[]) and deleted_at is null order by id for update`);
  if (field.unique && pointing.length > 1) return notUnique(platform, { object, field });
  for (let start = 0; start < pointing.length; start += AT_ONCE) {
    const ids = pointing.slice(start, start + AT_ONCE).map(({ id }) => id);
    // No record is its own parent.
    const rows = ids.map((id, row) => ({ _row: row, _id: id, [field.column]: id === into ? null : into }));
    const outcome = await runWrite('update', platform, object, { fields: [field.name], ...NO_WISH }, { rows, values: rows.map(() => ({ [field.name]: into })), ids });
    if ('problems' in outcome) return { problems: outcome.problems.map((problem) => ({ ...problem, path: '' })) };
  }
  // In the bin nobody reads along: there the reference is put right without a word.
  await platform.session.run(sql`update ${table} set ${column} = ${into}::uuid where ${column} = any(${from}::uuid[]) and deleted_at is not null and id <> ${into}::uuid`);
  return undefined;
}

function notUnique({ actor }: WritePlace, { object, field }: Reference): Refused {
  return { problems: [{ path: '', code: 'not-unique', message: say({ ...faults.oneOnly, words: { object: objectWord(object), field: fieldWord(field) } }, actor.locale) }] };
}
