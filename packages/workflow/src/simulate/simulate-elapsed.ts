import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { RecordExpressions } from '../expressions/record-expressions.js';
import { storedField } from '../expressions/record-place.js';
import type { ElapsedRule } from '../due/elapsed-rule.js';
import type { Simulation } from './simulation.js';

/** Replays an elapsed-time rule up to now. */
export function simulateElapsed(rule: ElapsedRule): Simulation {
  const { place, object, records, line, when } = rule;
  const expressions = new RecordExpressions(place, object, 'record');
  const holds = when ? expressions.compileCondition(when) : sql`true`;
  const firings = sql`select record.id as record_id, ${line.write(sql`anchor`)} as anchor, ${line.occasion(sql`anchor`)} as due, ${line.dueDay(sql`anchor`)} as due_day
    from (${rule.parentColumn === undefined ? fieldSpans(rule) : relatedSpans(rule)}) as spans
    join ${records} as record on record.id = spans.parent ${expressions.joins()}
    where record.deleted_at is null and ${line.dueAt(sql`anchor`)} <= ${place.now} and ${holds}`;
  return { firings, limits: limitsOf(rule) };
}

/** Each moment that was the latest of its record until the line. Several related records of one moment count as one. */
function relatedSpans({ line, sources, anchorColumn, parentColumn = '' }: ElapsedRule): RawBuilder<unknown> {
  return sql`select parent, anchor from (
      select parent, anchor, lead(anchor) over (partition by parent order by anchor) as next from (
        select distinct ${sql.id('source', parentColumn)} as parent, ${line.keep(sql.id('source', anchorColumn))} as anchor
        from ${sources} as source
        where source.deleted_at is null and ${sql.id('source', parentColumn)} is not null and ${sql.id('source', anchorColumn)} is not null
      ) as moments
    ) as known where next is null or next > ${line.lastInTime(sql`anchor`)}`;
}

/** Each value that the field still had at the line. Without history, the present value has always been there. */
function fieldSpans({ place, object, line, records, anchor }: ElapsedRule): RawBuilder<unknown> {
  const { name, column } = storedField(place, object, anchor.field);
  const type = anchor.kind === 'date' ? sql`date` : sql`timestamptz`;
  return sql`select parent, anchor from (
      select record_id as parent, ${line.keep(sql`(changes -> ${name}::text ->> 1)::${type}`)} as anchor, lead(at) over (partition by record_id order by id) as until
      from ${orgTable(place.schema, 'history')}
      where object = ${object.id} and kind in ('created', 'updated') and changes ? ${name}::text
    ) as known where anchor is not null and (until is null or until > ${line.dueAt(sql`anchor`)})
    union all
    select past.id, ${line.keep(sql.id('past', column))} from ${records} as past
    where ${sql.id('past', column)} is not null and not exists (
      select from ${orgTable(place.schema, 'history')} as history
      where history.record_id = past.id and history.object = ${object.id} and history.changes ? ${name}::text)`;
}

function limitsOf({ when, anchor, object }: ElapsedRule): readonly string[] {
  return [
    ...(when ? [`The condition is asked of the ${object.pluralLabel} as they are today, not as they were on the day.`] : []),
    anchor.viaRelation
      ? `${anchor.source.pluralLabel} are taken as they are today, as if each had been entered on its own date; deleted ones do not count.`
      : `Earlier values of ${anchor.field.label} are known as far as the history of the records goes.`,
    `Deleted ${object.pluralLabel} do not count.`,
  ];
}
