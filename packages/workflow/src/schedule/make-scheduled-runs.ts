import type { WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { askRecords } from '../expressions/ask-records.js';
import type { OrgPlace } from '../expressions/record-place.js';

export interface ScheduledBatch {
  /** The instant that the schedule named: the occasion of the runs. */
  readonly at: Date;
  /** Records come behind this one, in the order of their ids. */
  readonly after: string | null;
  readonly limit: number;
  readonly revision: number;
}

/**
 * Makes the runs of one time of a schedule, a batch of them, in one statement: for the records that were there at that
 * time and for which `when` is true now. Answers how many there were and the last of them. Throws `NoLongerThere` as the
 * rules do.
 */
export function makeScheduledRuns(workflow: WorkflowDocument, place: OrgPlace, { at, after, limit, revision }: ScheduledBatch): RawBuilder<unknown> {
  const { object, table, holds, facts, joins } = askRecords(workflow, place);
  const occasion = at.toISOString();
  return sql`with matching as (
      select record.id, ${facts} as facts
      from ${table} as record ${joins}
      where ${after === null ? sql`true` : sql`record.id > ${after}::uuid`} and record.deleted_at is null and record.created_at <= ${occasion}::timestamptz and ${holds}
      order by record.id limit ${limit}
    ), made as (
      insert into ${orgTable(place.schema, 'run')}
        (id, workflow_id, revision, object, record_id, occasion, status, next_attempt_at, trigger, facts, started_at)
      select gen_random_uuid(), ${workflow.guanxi.id}::text, ${revision}::int, ${object.id}::text, matching.id, ${occasion}::text,
        'waiting', ${occasion}::timestamptz, jsonb_build_object('kind', 'schedule', 'at', ${occasion}::text), matching.facts, ${place.now}
      from matching on conflict (workflow_id, record_id, occasion) do nothing returning 1
    )
    select (select count(*)::int from matching) as count, (select id::text from matching order by id desc limit 1) as last, (select count(*)::int from made) as made`;
}
