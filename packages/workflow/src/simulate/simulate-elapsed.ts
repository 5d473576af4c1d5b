import { say } from '@guanxi/field-types';
import { fieldWord, pluralWord } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { RecordExpressions } from '../expressions/record-expressions.js';
import { storedField } from '../expressions/record-place.js';
import { wasThere } from '../past/record-as-of.js';
import type { DueRule } from '../due/due-rule.js';
import { elapsedLimits, pastLimits } from './limit-wording.js';
import { ownerOf, type Simulation } from './simulation.js';

/** Replays an elapsed-time rule up to now; `locale` is the language of its limits. */
export function simulateElapsed(rule: DueRule, locale = 'en'): Simulation {
  const { place, object, line, when } = rule;
  const at = sql`spans.at`;
  const asOf = place.asOf ?? at;
  const expressions = new RecordExpressions({ ...place, now: at, asOf }, object, 'record');
  const holds = when ? expressions.compileCondition(when) : sql`true`;
  const firings = sql`select record.id as record_id, ${line.write(sql`anchor`)} as anchor, ${line.occasion(sql`anchor`)} as due, ${line.dueDay(sql`anchor`)} as due_day, ${at} as at, ${ownerOf(expressions, object)} as owner
    from (select parent, anchor, ${line.dueAt(sql`anchor`)} as at from (${rule.parentColumn === undefined ? fieldSpans(rule) : relatedSpans(rule)}) as spans) as spans
    ${expressions.records(sql`spans.parent`)} ${expressions.joins()}
    where ${at} <= ${place.now} and record.id is not null and ${wasThere({ schema: place.schema, alias: 'record', at: asOf })} and ${holds}`;
  return { firings, isKnown: true, limits: limitsOf(rule, locale) };
}

/** Each moment that was the latest of its record until the line. Several related records of one moment count as one. */
function relatedSpans({ line, sources, anchorColumn, parentColumn = '' }: DueRule): RawBuilder<unknown> {
  return sql`select parent, anchor from (
      select parent, anchor, lead(anchor) over (partition by parent order by anchor) as next from (
        select distinct ${sql.id('source', parentColumn)} as parent, ${line.keep(sql.id('source', anchorColumn))} as anchor
        from ${sources} as source
        where source.deleted_at is null and ${sql.id('source', parentColumn)} is not null and ${sql.id('source', anchorColumn)} is not null
      ) as moments
    ) as known where next is null or next > ${line.lastInTime(sql`anchor`)}`;
}

/** Each value that the field still had at the line. Without history, the present value has always been there. */
function fieldSpans({ place, object, line, records, anchor }: DueRule): RawBuilder<unknown> {
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

function limitsOf({ when, anchor, object }: DueRule, locale: string): readonly string[] {
  const words = { objects: pluralWord(object), related: pluralWord(anchor.source), field: fieldWord(anchor.field) };
  const anchored = anchor.viaRelation ? elapsedLimits.related : elapsedLimits.field;
  return [...(when ? [pastLimits.condition] : []), anchored, elapsedLimits.deleted].map((limit) => say({ ...limit, words }, locale));
}
