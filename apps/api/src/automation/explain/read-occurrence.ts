import { fieldLabel, stepsOf, type EventTrigger, type FieldModel, type Model, type ObjectModel, type SegmentTrigger, type WorkflowDocument } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import {
  changeCondition, describeAnchor, describePeriod, dueTerm, joinRecordAsOf, lastTimes, parsePeriod, readDueRule, readFormula, saveCondition, storedObject, triggerFamily, triggerName, wasThere, workflowTriggers,
  type ExplainedAsked, type ExplainedElapsed, type ExplainedOccurrence, type OrgPlace, type TriggerFamily, type TriggerKind, type TriggerName, type TriggersOf,
} from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
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
  /** Of a save: what formulas may ask about it. */
  readonly save?: { readonly isNew: boolean; readonly actorId: string | null };
}

/** What the trigger of a workflow says of a record up to a moment. */
export function readOccurrence(subject: ExplainedSubject): Promise<Occurrence> {
  return families[triggerFamily(subject.workflow.trigger)](subject);
}

const families: Readonly<Record<TriggerFamily, (subject: ExplainedSubject) => Promise<Occurrence>>> = {
  due: readLine,
  change: readChange,
  save: readSave,
  schedule: readTime,
  call: readCall,
  segment: readSegment,
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
  const last = await readLast(subject, changeCondition(subject.workflow, subject.place, subject.object));
  return { trigger: { kind: 'occurrence', sentence: sentenceOf(subject), last: last ?? null }, at: last?.at ?? subject.moment };
}

async function readSave(subject: ExplainedSubject): Promise<Occurrence> {
  const { workflow, place, object } = subject;
  const last = await readLast(subject, saveCondition(workflow, place, object));
  const sets = last ? readAndSet(workflow, place.named, object).filter(({ id }) => last.fields.includes(place.stored.objectById.get(object.id)?.fieldById.get(id)?.name ?? '')) : [];
  return {
    trigger: { kind: 'occurrence', sentence: sentenceOf(subject), last: last ?? null, acts: { sets: sets.map((field) => fieldLabel(field, subject.locale)) } },
    at: last?.at ?? subject.moment,
    ...(last && { save: { isNew: last.kind === 'created', actorId: last.actor } }),
  };
}

/** Fields that the condition of a workflow before saves reads and its own steps may set. */
function readAndSet(workflow: WorkflowDocument, model: Model, object: ObjectModel): readonly FieldModel[] {
  const when = workflow.when === undefined ? undefined : readFormula(workflow.when, { model, object, saving: true }, 'boolean');
  if (!when?.ok) return [];
  const set = new Set(stepsOf(workflow).flatMap(({ step }) => (step.action === 'updateRecord' ? Object.keys((step.input['values'] ?? {}) as object) : [])));
  return object.fields.filter(({ name }) => set.has(name) && when.value.references.some(([first]) => first === name));
}

interface LastChange {
  readonly at: Date;
  readonly occasion: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly fields: readonly string[];
}

async function readLast({ session, place, object, recordId, moment }: ExplainedSubject, isOfTrigger: RawBuilder<unknown>): Promise<LastChange | undefined> {
  const [last] = await session.run<LastChange>(sql`
    select history.at, history.id::text as occasion, history.kind, history.actor_id as actor, array(select jsonb_object_keys(history.changes)) as fields from ${orgTable(place.schema, 'history')} as history
    where history.record_id = ${recordId}::uuid and history.object = ${object.id} and history.at <= ${moment}::timestamptz and ${isOfTrigger} order by history.id desc limit 1`);
  return last;
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

/** Events and calls are known for a month; of earlier ones only the runs tell. */
async function readCall(subject: ExplainedSubject): Promise<Occurrence> {
  const last = await calls[triggerName(subject.workflow.trigger) as TriggersOf<'call'>](subject);
  return last ? { trigger: { kind: 'occurrence', sentence: sentenceOf(subject), last }, at: last.at } : readAsked(subject);
}

type LastCall = NonNullable<ExplainedOccurrence['last']>;

const calls: Readonly<Record<TriggersOf<'call'>, (subject: ExplainedSubject) => Promise<LastCall | undefined>>> = {
  button: async () => undefined,
  async event({ session, place, workflow, object, recordId, moment }) {
    const { name } = (workflow.trigger as { readonly event: EventTrigger }).event;
    const [last] = await session.run<LastCall & object>(sql`select at, 'event:' || key as occasion from ${orgTable(place.schema, 'raisedEvent')}
      where record_id = ${recordId}::uuid and object = ${object.id} and name = ${name} and at <= ${moment}::timestamptz order by at desc, key desc limit 1`);
    return last;
  },
  async webhook({ session, place, workflow, recordId, moment }) {
    const [last] = await session.run<LastCall & object>(sql`select at, 'call:' || message_id as occasion from ${orgTable(place.schema, 'callIn')}
      where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid and outcome <> 'refused' and at <= ${moment}::timestamptz order by at desc, id desc limit 1`);
    return last;
  },
};

async function readSegment(subject: ExplainedSubject): Promise<Occurrence> {
  const { session, place, workflow, recordId, isNow, moment } = subject;
  const { when } = (workflow.trigger as { readonly segment: SegmentTrigger }).segment;
  const [member] = isNow ? await session.run(sql`select from ${orgTable(place.schema, 'segmentMember')}
    where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid and times = 0 and inside = ${when === 'enters'}`) : [];
  return { trigger: { kind: 'asked', sentence: sentenceOf(subject), ...(member && { isThereAlready: true }) }, at: moment };
}

async function readAsked(subject: ExplainedSubject): Promise<Occurrence> {
  return { trigger: { kind: 'asked', sentence: sentenceOf(subject) }, at: subject.moment };
}

function sentenceOf({ workflow: { trigger }, object, place, locale }: ExplainedSubject): string {
  const kind = triggerName(trigger);
  const { describe } = workflowTriggers[kind] as TriggerKind<TriggerName>;
  return describe((trigger as Readonly<Record<string, unknown>>)[kind] as never, object, place.named, locale);
}
