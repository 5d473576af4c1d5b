import { countWord, say } from '@guanxi/field-types';
import { objectWord, pluralWord, type ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { dependentsOf, type Dependent } from './dependents.js';
import { faults } from './fault-wording.js';
import { platformPlace } from './platform-place.js';
import type { Refused, WriteFault } from './record-values.js';
import { runWrite } from './run-write.js';
import { NO_WISH, type WritePlace } from './write-place.js';

/** How many records one statement moves. */
const AT_ONCE = 5000;

/** Records that went, or came back, with the row of the run that took them along. */
interface Level {
  readonly object: ObjectModel;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Deletes the details of deleted records, level by level, empties references to them, or tells which records stand in the way. */
export async function deleteDependents(place: WritePlace, object: ObjectModel, ids: readonly string[]): Promise<Refused | undefined> {
  const platform = platformPlace(place);
  const levels = await walk({ object, rowOf: rowsOf(ids) }, place.model, 'delete', platform, (dependent, level) =>
    platform.session.run(pointing(dependent, level, platform, sql`c.deleted_at is null`)),
  );
  if ('problems' in levels) return levels;
  for (const level of levels) {
    for (const dependent of dependentsOf(place.model, level.object)) {
      if (dependent.following === 'clear') await clear(dependent, level, platform);
    }
  }
  const problems = await Promise.all(levels.flatMap((level) => restricting(level, place)));
  return problems.flat().length > 0 ? { problems: problems.flat() } : undefined;
}

/** Brings back the details that went with their masters, level by level; those that were deleted before stay in the bin. */
export async function restoreDetails(place: WritePlace, object: ObjectModel, ids: readonly string[]): Promise<Refused | undefined> {
  const platform = platformPlace(place);
  const history = orgTable(platform.actor.org.schema, 'history');
  const deletedIn = (id: RawBuilder<unknown>) => sql`(select h.operation_id from ${history} h where h.record_id = ${id} and h.kind = 'deleted' order by h.id desc limit 1)`;
  const levels = await walk({ object, rowOf: rowsOf(ids) }, place.model, 'restore', platform, (dependent, level) => {
    const together = sql`c.deleted_at is not null and ${deletedIn(sql`c.id`)} = ${deletedIn(sql`p.id`)}`;
    return platform.session.run(pointing(dependent, level, platform, together));
  });
  return 'problems' in levels ? levels : undefined;
}

type Found = readonly { readonly id: string; readonly parent: string }[];

/** Moves details after their masters, from the top down, and answers every level with what moved in it. */
async function walk(
  top: Level,
  model: WritePlace['model'],
  kind: 'delete' | 'restore',
  platform: WritePlace,
  find: (dependent: Dependent, level: Level) => Promise<Found>,
): Promise<readonly Level[] | Refused> {
  const levels = [top];
  for (const level of levels) {
    for (const dependent of dependentsOf(model, level.object)) {
      if (dependent.following !== 'cascade') continue;
      const found = await find(dependent, level);
      if (found.length === 0) continue;
      const rowOf = new Map(found.map(({ id, parent }) => [id, level.rowOf.get(parent) ?? 0]));
      const refused = await move(kind, dependent.object, rowOf, platform);
      if (refused) return refused;
      levels.push({ object: dependent.object, rowOf });
    }
  }
  return levels;
}

async function move(kind: 'delete' | 'restore', object: ObjectModel, rowOf: ReadonlyMap<string, number>, platform: WritePlace): Promise<Refused | undefined> {
  const ids = [...rowOf.keys()];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE);
    const rows = part.map((id, index) => ({ _row: index, _id: id }));
    const outcome = await runWrite(kind, platform, object, { fields: [], ...NO_WISH }, { rows, values: [], ids: part });
    // What is wrong with a detail is told of the record that it goes with.
    if ('problems' in outcome) return { problems: outcome.problems.map((problem) => ({ ...problem, path: `/${rowOf.get(part[rowNumber(problem)] ?? '') ?? 0}` })) };
  }
  return undefined;
}

function rowNumber({ path }: WriteFault): number {
  return Number(path.split('/')[1] ?? 0);
}

/** Empties the references to deleted records that are to empty themselves. */
export async function clearReferences(place: WritePlace, object: ObjectModel, ids: readonly string[]): Promise<void> {
  const platform = platformPlace(place);
  for (const dependent of dependentsOf(place.model, object)) {
    if (dependent.following === 'clear') await clear(dependent, { object, rowOf: rowsOf(ids) }, platform);
  }
}

/** References that empty themselves. */
async function clear(dependent: Dependent, level: Level, platform: WritePlace): Promise<void> {
  const { object, field } = dependent;
  const found: Found = await platform.session.run(pointing(dependent, level, platform, sql`c.deleted_at is null`));
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const part = found.slice(start, start + AT_ONCE);
    const rows = part.map(({ id }, index) => ({ _row: index, _id: id, [field.column]: null }));
    const outcome = await runWrite('update', platform, object, { fields: [field.name], ...NO_WISH }, { rows, values: [], ids: part.map(({ id }) => id) });
    if ('problems' in outcome) throw new Error(`References to deleted records could not be emptied: ${JSON.stringify(outcome.problems)}`);
  }
}

/** What points to the deleted records and does not let them go, as one problem for each lookup and row. */
async function restricting(level: Level, place: WritePlace): Promise<WriteFault[]> {
  const { locale, org } = place.actor;
  const problems: WriteFault[] = [];
  for (const { object, field, following } of dependentsOf(place.model, level.object)) {
    if (following !== 'restrict') continue;
    const column = sql.id('c', field.column);
    const found = await place.session.run<{ parent: string; count: number }>(
      sql`select ${column} as parent, count(*)::integer as count from ${recordTable(org.schema, object)} c
        where ${column} = any(${[...level.rowOf.keys()]}::uuid[]) and c.deleted_at is null group by 1`,
    );
    const counts = new Map<number, number>();
    for (const { parent, count } of found) counts.set(level.rowOf.get(parent) ?? 0, (counts.get(level.rowOf.get(parent) ?? 0) ?? 0) + count);
    for (const [row, count] of counts) {
      const words = { object: objectWord(level.object), others: pluralWord(object), count: countWord(count) };
      problems.push({ path: `/${row}`, code: 'restricted', message: say({ ...faults.restricted, words }, locale), hint: say({ ...faults.unhook, words }, locale) });
    }
  }
  return problems;
}

/** Records that point to those of a level by one lookup, locked in the order of their ids. */
function pointing({ object, field }: Dependent, level: Level, { actor }: WritePlace, state: RawBuilder<unknown>): RawBuilder<{ id: string; parent: string }> {
  const table = recordTable(actor.org.schema, object);
  const parents = recordTable(actor.org.schema, level.object);
  return sql<{ id: string; parent: string }>`select c.id, p.id as parent from ${table} c join ${parents} p on p.id = ${sql.id('c', field.column)}
    where p.id = any(${[...level.rowOf.keys()]}::uuid[]) and ${state} order by c.id for update of c`;
}

function rowsOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, row) => [id, row]));
}
