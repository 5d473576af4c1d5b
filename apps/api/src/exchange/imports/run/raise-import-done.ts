import { orgTable, recordTable } from '@guanxi/query';
import { IMPORT_DONE, type ImportDone } from '@guanxi/workflow';
import { sql } from 'kysely';
import { raiseEvents } from '../../../automation/calls/raise-events.js';
import type { ImportCounts } from '../import-record.js';
import type { ImportRun } from './import-run.js';

/** Tells workflows of the import as a whole: once, also where the import is concluded again after its worker died. */
export async function raiseImportDone({ job, database, models, writer, actor, shape: { object }, now }: ImportRun, counts: ImportCounts): Promise<void> {
  const { org } = actor;
  await database.transaction(org, async (tx) => {
    const [noted] = await tx.run(sql`insert into ${orgTable(org.schema, 'importEvent')} (import_id, object, at) values (${job.id}, ${object.id}, ${now()}) on conflict do nothing returning import_id`);
    const [first] = noted === undefined ? [] : await tx.run<{ id: string }>(sql`
      select record.id from ${orgTable(org.schema, 'history')} as history join ${recordTable(org.schema, object)} as record on record.id = history.record_id
      where history.operation_id = ${job.id}::uuid and history.object = ${object.id} and record.deleted_at is null order by history.id limit 1`);
    if (!first) return;
    const values: ImportDone = {
      import: job.id, fileName: job.fileName, startedAt: job.startedAt.toISOString(),
      created: String(counts.created), updated: String(counts.updated), rejected: String(counts.rejected),
    };
    await raiseEvents(tx, [{ key: `import:${job.id}`, name: IMPORT_DONE, object, recordId: first.id, values, depth: 0, raisedBy: { source: 'import', actor: actor.userId } }], { models, clock: { now } });
    tx.afterCommit(() => writer.announce(org));
  });
}
