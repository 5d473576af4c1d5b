import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';

/** Whose members are compared, and with what. */
export interface MemberComparison {
  readonly schema: string;
  readonly workflowId: string;
  /** Rows `{ id }` of the records that are in the list view at this moment, as far as they are judged. */
  readonly found: RawBuilder<unknown>;
  /** A list of uuids: only these records are judged; all of them where it is absent. */
  readonly among?: RawBuilder<unknown>;
}

/** A record that has changed sides. `times` tells this change from the others of the record. */
export interface MovedMember {
  readonly record_id: string;
  readonly inside: boolean;
  readonly times: number;
}

/**
 * Brings the kept members up to what the list view holds, in one statement, and answers those that came or went. Only what
 * has changed is written. The workflow has to be held meanwhile.
 */
export function compareMembers({ schema, workflowId, found, among }: MemberComparison): RawBuilder<unknown> {
  const member = orgTable(schema, 'segmentMember');
  const id = sql`${workflowId}::text`;
  const judged = among ? sql`and member.record_id = any(${among})` : sql``;
  return sql`with found as materialized (${found}), came as (
      insert into ${member} as member (workflow_id, record_id, inside, times)
      select ${id}, found.id, true, 1 from found
        where not exists (select from ${member} as known where known.workflow_id = ${id} and known.record_id = found.id and known.inside)
      on conflict (workflow_id, record_id) do update set inside = true, times = member.times + 1 where not member.inside
      returning record_id, inside, times
    ), went as (
      update ${member} as member set inside = false, times = member.times + 1
      where member.workflow_id = ${id} and member.inside ${judged} and not exists (select from found where found.id = member.record_id)
      returning record_id, inside, times
    )
    select * from came union all select * from went order by record_id`;
}

/** Notes who is there without telling anybody; who was there before and is not any more is forgotten. */
export function noteMembers({ schema, workflowId, found }: MemberComparison): RawBuilder<unknown> {
  const member = orgTable(schema, 'segmentMember');
  const id = sql`${workflowId}::text`;
  return sql`with found as materialized (${found}), gone as (
      update ${member} as member set inside = false where member.workflow_id = ${id} and member.inside and not exists (select from found where found.id = member.record_id)
    )
    insert into ${member} as member (workflow_id, record_id, inside, times) select ${id}, id, true, 0 from found
    on conflict (workflow_id, record_id) do update set inside = true where not member.inside`;
}
