import { orgTable } from '@guanxi/query';
import { storedObject, type EventToAwait } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { StepTransaction } from '../transaction-ports.js';

/** Whoever raises the event finds the run by this row, and wakes it where it stands at this step still. */
export async function awaitStepEvents(waits: readonly EventToAwait[], { tx, place, group, now }: StepTransaction): Promise<void> {
  if (waits.length === 0) return;
  const rows = waits.map(({ runId: run, recordId: record, object, name }) => {
    const known = place.named.objectByName.get(object);
    if (!known) throw new RangeError(`There is no object ${object} in the workflow's revision.`);
    return { run, record, object: storedObject(place, known).id, name };
  });
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'eventWait')} (run_id, position, name, object, record_id, since)
    select run, ${group.step}::int, name, object, record, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wait(run uuid, record uuid, object text, name text)
    on conflict do nothing`);
}

export async function endStepWaits(runIds: readonly string[], { tx, group }: StepTransaction): Promise<void> {
  await tx.run(sql`delete from ${orgTable(tx.org.schema, 'eventWait')} where run_id = any(${runIds}::uuid[]) and position = ${group.step}`);
}
