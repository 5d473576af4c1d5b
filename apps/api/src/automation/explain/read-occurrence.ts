import type { ObjectModel, WorkflowDocument } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import {
  changeCondition, describeAnchor, describePeriod, dueTerm, joinRecordAsOf, lastTimes, parsePeriod, readDueRule, saveCondition, storedObject, triggerFamily, triggerName, wasThere, workflowTriggers,
  type ExplainedAsked, type ExplainedElapsed, type ExplainedOccurrence, type OrgPlace, type TriggerFamily, type TriggerKind, type TriggerName,
} from '@guanxi/workflow';
import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { ActivationRow } from '../active-workflow.js';

/** Of which record and moment it is asked. */
export interface ExplainedSubject {
  readonly session: SqlSession;
  readonly place: OrgPlace;
  readonly workflow: WorkflowDocument;
  readonly object: ObjectModel;
  readonly recordId: string;
  readonly locale: string;
  readonly moment: Date;
  /** The moment is this one, so that what is kept about the record tells of it. */
  readonly isNow: boolean;
  readonly activation: ActivationRow | undefined;
}

export interface Occurrence {
  readonly trigger: ExplainedElapsed | ExplainedOccurrence | ExplainedAsked;
  /** When the condition was asked, or would have been. */
  readonly at: Date;
}

/** What the trigger of a workflow says of a record up to a moment. */
export function readOccurrence(subject: ExplainedSubject): Promise<Occurrence> {
  return families[triggerFamily(subject.workflow.trigger)](subject);
}

const families: Readonly<Record<TriggerFamily, (subject: ExplainedSubject) => Promise<Occurrence>>> = {
  due: readLine,
  change: readChange,
  save: readChange,
  schedule: readTime,
  call: readAsked,
  segment: readAsked,
};

async function readLine(subject: ExplainedSubject): Promise<Occurrence> {
  const { session, place, workflow, recordId, locale, moment, isNow, activation } = subject;
  const rule = readDueRule(workflow, place);
  const { line, anchor } = rule;
  const [row] = await session.run<{ anchor: string | null; due: string; dueAt: Date }>(sql`
    select ${line.write(sql`anchor`)} as anchor, ${line.occasion(sql`anchor`)} as due, ${line.dueAt(sql`anchor`)} as "dueAt" from (${anchorThen(subject)}) as known`);
  const [kept] = isNow ? await session.run<{ state: NonNullable<ExplainedElapsed['state']> }>(sql`
    select state from ${orgTable(place.schema, 'due')} where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid`) : [];
  const period = parsePeriod(dueTerm(workflow.trigger)?.length ?? '');
  const known = row?.anchor ? { anchor: row.anchor, due: row.due, dueAt: row.dueAt } : null;
  return {
    trigger: {
      kind: 'elapsed',
      period: period ? describePeriod(period, locale) : '',
      anchorName: describeAnchor(anchor, locale),
      includesPast: activation !== undefined && activation.counts_from === null,
      line: known,
      state: kept?.state ?? null,
    },
    at: known && known.dueAt <= moment ? known.dueAt : moment,
  };
}

/** The anchor by what had been entered by the moment, as far as history tells. What pointed to the record then and does not now is not looked for. */
function anchorThen({ place, workflow, object, recordId, moment }: ExplainedSubject) {
  const rule = readDueRule(workflow, place);
  const at = sql`${moment}::timestamptz`;
  const { schema } = place;
  if (rule.parentColumn === undefined) {
    const record = joinRecordAsOf({ schema, object: storedObject(place, object), alias: 'record', id: sql`asked.id`, at });
    return sql`select ${rule.line.keep(sql.id('record', rule.anchorColumn))} as anchor from (select ${recordId}::uuid as id) as asked ${record}`;
  }
  const source = joinRecordAsOf({ schema, object: storedObject(place, rule.anchor.source), alias: 'source', id: sql`pointing.id`, at });
  return sql`select ${rule.line.keep(sql`max(${sql.id('source', rule.anchorColumn)})`)} as anchor
    from ${rule.sources} as pointing ${source}
    where ${sql.id('pointing', rule.parentColumn)} = ${recordId}::uuid and ${sql.id('source', rule.parentColumn)} = ${recordId}::uuid
      and pointing.created_at <= ${at} and ${wasThere({ schema, alias: 'source', at })}`;
}

async function readChange(subject: ExplainedSubject): Promise<Occurrence> {
  const { session, place, workflow, object, recordId, moment } = subject;
  const isOfTrigger = triggerFamily(workflow.trigger) === 'save' ? saveCondition(workflow, place, object) : changeCondition(workflow, place, object);
  const [last] = await session.run<{ at: Date; occasion: string }>(sql`
    select history.at, history.id::text as occasion from ${orgTable(place.schema, 'history')} as history
    where history.record_id = ${recordId}::uuid and history.object = ${object.id} and history.at <= ${moment}::timestamptz and ${isOfTrigger} order by history.id desc limit 1`);
  return { trigger: { kind: 'occurrence', sentence: sentenceOf(subject), last: last ?? null }, at: last?.at ?? moment };
}

const YEARS = 5 * 366 * 86_400_000;

async function readTime(subject: ExplainedSubject): Promise<Occurrence> {
  const { session, place, workflow, object, recordId, moment } = subject;
  const { cron, timeZone = place.timeZone } = (workflow.trigger as { readonly schedule: { readonly cron: string; readonly timeZone?: string } }).schedule;
  const [entered] = await session.run<{ at: Date }>(sql`select created_at as at from ${recordTable(place.schema, storedObject(place, object))} where id = ${recordId}::uuid`);
  const begins = new Date(Math.max(entered?.at.getTime() ?? 0, moment.getTime() - YEARS));
  const [time] = begins > moment ? [] : lastTimes({ cron, timeZone, begins, ends: moment, most: 1 });
  return { trigger: { kind: 'occurrence', sentence: sentenceOf(subject), last: time ? { at: time, occasion: time.toISOString() } : null }, at: time ?? moment };
}

async function readAsked(subject: ExplainedSubject): Promise<Occurrence> {
  return { trigger: { kind: 'asked', sentence: sentenceOf(subject) }, at: subject.moment };
}

function sentenceOf({ workflow: { trigger }, object, place, locale }: ExplainedSubject): string {
  const kind = triggerName(trigger);
  const { describe } = workflowTriggers[kind] as TriggerKind<TriggerName>;
  return describe((trigger as Readonly<Record<string, unknown>>)[kind] as never, object, place.named, locale);
}
