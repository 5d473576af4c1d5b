import { orgTable, recordTable } from '@guanxi/query';
import { RecordExpressions, storedField, storedObject, typedFormula, type MemberLoad, type RunTarget } from '@guanxi/workflow';
import { sql } from 'kysely';
import { isAway } from './absences-of.js';
import type { PeopleStep } from './open-approvals.js';
import { peopleNotices } from './people-wording.js';
import { findMembers } from './queue-members.js';
import { tellPeople } from './tell-people.js';

/** Chooses for each run; the turn is held until the transaction ends, so that two workers never give out the same one. */
export async function chooseMembers(name: string, runs: readonly RunTarget[], load: MemberLoad, step: PeopleStep): Promise<ReadonlyMap<string, string | null>> {
  const { tx, place } = step;
  const queue = place.named.queues.find((one) => one.name === name);
  const how = load.by ?? queue?.choose ?? 'take';
  if (how === 'take' || runs.length === 0) return new Map(runs.map(({ runId }) => [runId, null]));
  const turn = orgTable(tx.org.schema, 'queueTurn');
  await tx.run(sql`insert into ${turn} (queue) values (${name}) on conflict (queue) do nothing`);
  const [last] = await tx.run<{ last_user: string | null }>(sql`select last_user from ${turn} where queue = ${name} for update`);
  const present = await findPresent(name, step);
  const busy = how === 'leastLoaded' ? await countOpen(present, load, step) : undefined;
  const chosen = new Map<string, string | null>();
  let before = last?.last_user ?? '';
  for (const { runId } of runs) {
    const next = nextOf(present, before, busy);
    chosen.set(runId, next);
    if (next === null) continue;
    before = next;
    busy?.set(next, (busy.get(next) ?? 0) + 1);
  }
  await tx.run(sql`update ${turn} set last_user = ${before === '' ? null : before}::uuid where queue = ${name}`);
  return chosen;
}

/** The one whose turn it is; where they are not equally busy, of those with the least to do. */
function nextOf(present: readonly string[], before: string, busy: ReadonlyMap<string, number> | undefined): string | null {
  const least = busy && Math.min(...present.map((id) => busy.get(id) ?? 0));
  const free = busy ? present.filter((id) => (busy.get(id) ?? 0) === least) : present;
  return free.find((id) => id > before) ?? free[0] ?? null;
}

async function findPresent(queue: string, { tx, place, now }: PeopleStep): Promise<readonly string[]> {
  const members = (await findMembers(tx, place.named, queue)).map(({ id }) => id);
  const away = await tx.run<{ id: string }>(sql`
    select distinct absence.user_id as id from ${orgTable(tx.org.schema, 'absence')} as absence where absence.user_id = any(${members}::uuid[]) and ${isAway(tx.org, now)}`);
  const gone = new Set(away.map(({ id }) => id));
  return members.filter((id) => !gone.has(id));
}

async function countOpen(members: readonly string[], { object: name, field: fieldName, open }: MemberLoad, { tx, place }: PeopleStep): Promise<Map<string, number>> {
  const object = place.named.objectByName.get(name);
  const field = object?.fieldByName.get(fieldName);
  if (!object || !field) throw new RangeError(`There is no field ${name}.${fieldName} in the workflow's revision.`);
  const expressions = new RecordExpressions(place, object, 'record');
  const counts = open === undefined ? sql`true` : expressions.compileCondition(typedFormula(open, { model: place.named, object }, 'boolean'));
  const holder = sql.id('record', storedField(place, object, field).column);
  const rows = await tx.run<{ id: string; count: number }>(sql`
    select ${holder} as id, count(*)::int as count from ${recordTable(tx.org.schema, storedObject(place, object))} as record ${expressions.joins()}
    where record.deleted_at is null and ${holder} = any(${[...members]}::uuid[]) and ${counts} group by ${holder}`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function letWait(objectName: string, fieldName: string, waiting: readonly { readonly recordId: string; readonly queue: string }[], { tx, place, now }: PeopleStep): Promise<void> {
  const named = place.named.objectByName.get(objectName);
  const field = named?.fieldByName.get(fieldName);
  if (!named || !field) throw new RangeError(`There is no field ${objectName}.${fieldName} in the workflow's revision.`);
  if (waiting.length === 0) return;
  const object = storedObject(place, named);
  const stored = storedField(place, named, field);
  const rows = [...new Map(waiting.map((one) => [one.recordId, one])).values()];
  await tx.run(sql`
    insert into ${orgTable(tx.org.schema, 'queueItem')} (object, record_id, field, queue, holder, since)
    select ${object.id}::text, record.id, ${stored.id}::text, item.queue, ${sql.id('record', stored.column)}, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item("recordId" uuid, queue text) join ${recordTable(tx.org.schema, object)} as record on record.id = item."recordId"
    on conflict (record_id, field) do update set queue = excluded.queue, holder = excluded.holder, since = excluded.since`);
  for (const queue of new Set(rows.map((one) => one.queue))) {
    const members = await findMembers(tx, place.named, queue);
    const title = place.named.queues.find(({ name }) => name === queue)?.title ?? queue;
    // Of many at once the first stands for all: whoever looks at the queue sees them.
    const recordId = rows.find((one) => one.queue === queue)?.recordId ?? '';
    await tellPeople(tx, members.map(({ id }) => ({ userId: id, kind: 'queue' as const, wording: peopleNotices.waits, title, object: object.id, recordId })), now);
  }
}

export async function stopWaiting(objectName: string, fieldName: string, recordIds: readonly string[], { tx, place }: PeopleStep): Promise<void> {
  const named = place.named.objectByName.get(objectName);
  const field = named?.fieldByName.get(fieldName);
  if (!named || !field || recordIds.length === 0) return;
  await tx.run(sql`delete from ${orgTable(tx.org.schema, 'queueItem')} where record_id = any(${[...recordIds]}::uuid[]) and field = ${storedField(place, named, field).id}`);
}
