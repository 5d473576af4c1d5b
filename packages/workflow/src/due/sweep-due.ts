import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { idList } from '../expressions/id-list.js';
import { RecordExpressions } from '../expressions/record-expressions.js';
import { liveAnchor, type DueRule } from './due-rule.js';
import { stateOf, type CountsFrom } from './fill-due.js';

/** Takes hold of records at the line, oldest first: an index range. Others' holds are left alone. */
export function lockDue({ place, workflowId }: Pick<DueRule, 'place' | 'workflowId'>, limit: number): RawBuilder<unknown> {
  return sql`select record_id from ${orgTable(place.schema, 'due')}
    where workflow_id = ${workflowId} and state = 'waiting' and due_at <= ${place.now}
    order by due_at limit ${limit} for update skip locked`;
}

export interface Sweep {
  readonly recordIds: readonly string[];
  readonly countsFrom: CountsFrom;
  /** Of the definition in force. */
  readonly revision: number;
}

/**
 * Makes the runs of records that `lockDue` holds, in one statement. Kept due times are believed only so far as to look:
 * the anchor is taken from the live rows again, so a record whose change has not been matched yet cannot fire wrongly;
 * its due time moves instead. Answers how many runs were made.
 *
 * It must be a statement after the one that locked: its snapshot then sees everything that was committed before the hold.
 */
export function sweepDue(rule: DueRule, sweep: Sweep): RawBuilder<unknown> {
  const { place, workflowId, object } = rule;
  return sql`${judgeDue(rule, sweep)}, made as (
      insert into ${orgTable(place.schema, 'run')}
        (id, workflow_id, revision, object, record_id, occasion, status, next_attempt_at, trigger, facts, started_at)
      select gen_random_uuid(), ${workflowId}::text, ${sweep.revision}::int, ${object.id}::text, record_id, occasion, 'waiting', due_at, trigger, facts, ${place.now}
      from firing on conflict (workflow_id, record_id, occasion) do nothing returning 1
    )
    select count(*)::int as made from made`;
}

/** A record whose line is crossed, and what the run that is to be written for it begins with. */
export interface Crossing {
  readonly record_id: string;
  readonly occasion: string;
  /** JSON, as PostgreSQL writes it: it goes back as it came. */
  readonly trigger: string;
  readonly facts: string;
}

/**
 * The same, but the runs are told instead of written, oldest first: whoever asks writes them in the same transaction, where the hold keeps
 * others from making them, too.
 */
export function crossDue(rule: DueRule, sweep: Sweep): RawBuilder<unknown> {
  const { place, workflowId } = rule;
  return sql`${judgeDue(rule, sweep)}
    select record_id, occasion, trigger::text, facts::text from firing
    where not exists (select from ${orgTable(place.schema, 'run')} as run where run.workflow_id = ${workflowId} and run.record_id = firing.record_id and run.occasion = firing.occasion)
    order by due_at, record_id`;
}

/** Tables of a statement that brings the kept due times of `recordIds` up to date; `firing` are those for which the workflow is to run. */
function judgeDue(rule: DueRule, { recordIds, countsFrom }: Sweep): RawBuilder<unknown> {
  const { place, workflowId, line, records, object } = rule;
  const expressions = new RecordExpressions(place, object, 'record');
  const holds = rule.when ? sql`coalesce(${expressions.compileCondition(rule.when)}, false)` : sql`true`;
  const facts = rule.when ? expressions.compileFacts(rule.when) : sql`'{}'::jsonb`;
  const due = orgTable(place.schema, 'due');
  // Materialized, and fenced by `offset 0`: anchors over related records and moments are worked out once for each record, whatever asks for them.
  // Rows that are held stay at their place (ctid), so each is looked up once; the list of places keeps PostgreSQL from reading all due times to join them.
  return sql`with kept as materialized (
      select ctid as place, record_id, anchor, due_at from ${due} where workflow_id = ${workflowId} and record_id = any(${idList(recordIds)})
    ), live as materialized (
      select record.id as record_id, ${liveAnchor(rule, 'record')} as anchor, ${holds} as holds, ${facts} as facts
      from ${records} as record ${expressions.joins()}
      where record.id = any(${idList(recordIds)}) and record.deleted_at is null
    ), judged as (
      select kept.place, dated.*, dated.due_at <= ${place.now} as crossed,
        case when kept.anchor = dated.anchor and kept.due_at = dated.due_at then 'waiting' else ${stateOf(line, { anchor: sql`dated.anchor`, dueAt: sql`dated.due_at`, setAt: place.now }, countsFrom)} end as state
      from (select live.*, ${line.dueAt(sql`anchor`)} as due_at from live where anchor is not null offset 0) as dated
      join kept on kept.record_id = dated.record_id
    ), firing as materialized (
      select record_id, due_at, facts, occasion, jsonb_build_object('kind', ${rule.kind}::text, 'anchor', ${line.write(sql`anchor`)}, 'due', occasion) as trigger
      from (select judged.*, ${line.occasion(sql`anchor`)} as occasion from judged where crossed and holds and state = 'waiting' offset 0) as called
    ), gone as (
      delete from ${due} as due where due.ctid = any(array(select place from kept where not exists (select from judged where judged.record_id = kept.record_id)))
    ), moved as (
      update ${due} as due
      set anchor = judged.anchor, due_at = judged.due_at, facts = judged.facts,
        state = case when judged.state = 'waiting' and judged.crossed then case when judged.holds then 'fired' else 'passed' end else judged.state end
      from judged where due.ctid = judged.place and due.ctid = any(array(select place from judged))
    )`;
}

/** How many records would fire at once if everything past the line counted. */
export function countPastTheLine(rule: DueRule): RawBuilder<unknown> {
  const { place, line, records, object } = rule;
  const expressions = new RecordExpressions(place, object, 'record');
  const holds = rule.when ? expressions.compileCondition(rule.when) : sql`true`;
  return sql`select count(*)::int as count from (
      select ${liveAnchor(rule, 'record')} as anchor from ${records} as record ${expressions.joins()}
      where record.deleted_at is null and ${holds}
    ) as anchors where ${line.dueAt(sql`anchor`)} <= ${place.now}${line.tooLateAt ? sql` and ${line.tooLateAt(sql`anchor`)} > ${place.now}` : sql``}`;
}
