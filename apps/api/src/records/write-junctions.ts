import { recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { JunctionChange } from './junction-changes.js';
import type { PreparedRows } from './prepare-rows.js';
import type { RecordValues, Refused, WriteFault } from './record-values.js';
import type { WriteOutcome, WritePlace } from './write-place.js';

export function hasJunctions({ junctions }: PreparedRows): boolean {
  return junctions.some(({ size }) => size > 0);
}

/** How records of any object are made and deleted. */
export interface RecordDoors {
  create(place: WritePlace, object: string, rows: readonly RecordValues[]): Promise<WriteOutcome>;
  delete(place: WritePlace, object: string, targets: readonly { readonly id: string }[]): Promise<WriteOutcome>;
}

/** Makes and deletes the records in between, as the person: with the rights, the rules and the history of that object. */
export async function writeJunctions(place: WritePlace, { junctions }: PreparedRows, ids: readonly string[], doors: RecordDoors): Promise<Refused | undefined> {
  const problems: WriteFault[] = [];
  for (const [row, changes] of junctions.entries()) {
    for (const [name, change] of changes) {
      const outcomes = [await removePairs(place, ids[row] ?? '', change, doors), await addPairs(place, ids[row] ?? '', change, doors)];
      for (const outcome of outcomes) if (outcome && 'problems' in outcome) problems.push(...outcome.problems.map((problem) => ({ ...problem, path: `/${row}/${name}` })));
    }
  }
  return problems.length > 0 ? { problems } : undefined;
}

async function addPairs(place: WritePlace, near: string, change: JunctionChange, doors: RecordDoors): Promise<WriteOutcome | undefined> {
  if (change.add.length === 0) return undefined;
  const { through } = change;
  const there = new Set((await findPairs(place, near, change, change.add)).map(({ far }) => far));
  const rows = change.add.filter((id) => !there.has(id)).map((id) => ({ [through.near]: near, [through.far]: id }));
  return rows.length === 0 ? undefined : doors.create(place, through.object, rows);
}

async function removePairs(place: WritePlace, near: string, change: JunctionChange, doors: RecordDoors): Promise<WriteOutcome | undefined> {
  if (change.remove.length === 0) return undefined;
  const found = await findPairs(place, near, change, change.remove);
  return found.length === 0 ? undefined : doors.delete(place, change.through.object, found);
}

/** The records in between that join a record with some of the others. Two people who join the same two wait for each other. */
async function findPairs({ session, model, actor }: WritePlace, near: string, { through }: JunctionChange, far: readonly string[]): Promise<readonly { id: string; far: string }[]> {
  const between = model.objectByName.get(through.object);
  const [nearField, farField] = [between?.fieldByName.get(through.near), between?.fieldByName.get(through.far)];
  if (!between || !nearField || !farField) throw new Error(`The model has no ${through.object}.${through.near} or no ${through.object}.${through.far}.`);
  await session.run(sql`select pg_advisory_xact_lock(hashtextextended(${[actor.org.schema, through.object, near].join(' ')}, 0))`);
  return session.run<{ id: string; far: string }>(
    sql`select id, ${sql.id(farField.column)} as far from ${recordTable(actor.org.schema, between)}
      where ${sql.id(nearField.column)} = ${near}::uuid and ${sql.id(farField.column)} = any(${far}::uuid[]) and deleted_at is null`,
  );
}
