import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import { nameSql, objectWord, translate, USER, type Model, type ObjectModel, type WorkflowDocument } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { explain, readFormula, RecordExpressions, traceCondition, triggerFamily, wasThere, type ConditionFacts, type ConditionTrace, type ExplainedCase, type Verdict } from '@guanxi/workflow';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { faults } from '../records/fault-wording.js';
import { placeOf, type ActivationRow } from './active-workflow.js';
import type { Asker } from './asker.js';
import { readOccurrence, type ExplainedSubject, type Occurrence } from './explain/read-occurrence.js';
import { findByName } from './find-by-name.js';
import { keepCalendars } from './keep-calendars.js';

export interface Explanation extends Verdict {
  readonly runId: string | null;
}

type KnownRun = NonNullable<ExplainedCase['run']> & { readonly id: string };

/** Says why a workflow did or did not run on a record by a moment: gathers what is known, and lets `explain` judge. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Without a moment, of now. */
  async explain({ org, locale }: Asker, name: string, recordId: string, asked?: Date): Promise<Explanation> {
    const { model } = await this.models.current(org);
    const workflow = findByName(model.workflows, name);
    const object = model.objectByName.get(workflow.object) as ObjectModel;
    const now = this.clock.now(org);
    const isNow = asked === undefined || asked >= now;
    const moment = isNow ? now : asked;
    const session = this.database.session(org);
    if (model.businessCalendars.length > 0) await this.database.transaction(org, (tx) => keepCalendars(tx, model, now));
    const [activation] = await session.run<ActivationRow>(sql`select * from ${orgTable(org.schema, 'activation')} where workflow_id = ${workflow.guanxi.id}`);
    const subject: ExplainedSubject = { session, place: placeOf(org, { named: model, stored: model }, this.clock), workflow, object, recordId, locale, moment, isNow, activation };
    const record = isId(recordId) ? await readRecord(subject) : undefined;
    if (!record) throw new ApiFailure('NOT_FOUND', say({ ...faults.noRecord, words: { object: objectWord(object), id: recordId } }, locale));

    const occurrence = await readOccurrence(subject);
    const run = await readRun(subject, occurrence);
    const about: ExplainedCase = {
      workflowTitle: translate(workflow.title, workflow.titles, locale),
      recordName: record.name ?? recordId,
      // Of a record that is gone its deletion can tell.
      record: record.state === 'deleted' && 'deleted' in workflow.trigger ? 'there' : record.state,
      activeSince: activation?.active_since ?? activeBeforeSaves(subject),
      timeZone: org.timeZone,
      locale,
      now: moment,
      isPast: !isNow,
      run: run ?? null,
      condition: await this.readCondition(org, subject, occurrence),
      trigger: occurrence.trigger,
    };
    const verdict = explain(about);
    return { ...verdict, runId: verdict.ran ? (run?.id ?? null) : null };
  }

  /** Asked of the values as they were when it was due. Where a sweep has looked at the record, what it saw is kept. */
  private async readCondition(org: Org, subject: ExplainedSubject, { at, trigger, save }: Occurrence): Promise<ConditionTrace | null> {
    const { workflow, place } = subject;
    // Without a save there is nothing to ask it of.
    if (triggerFamily(workflow.trigger) === 'save' && !save) return null;
    const isPassed = trigger.kind === 'elapsed' && trigger.state === 'passed';
    const facts = (isPassed ? await readKeptFacts(subject) : null) ?? (await readFacts(subject, at));
    if (!save) return traceCondition(workflow, place.named, facts, { now: at.toISOString(), timeZone: org.timeZone });
    const before = await readFacts(subject, new Date(at.getTime() - 1));
    const known = { ...facts, ...(await readPersonFacts(subject, save.actorId)) };
    return traceCondition(workflow, place.named, known, { now: at.toISOString(), timeZone: org.timeZone, isNew: save.isNew, prior: (path) => before[path.join('.')] ?? null });
  }
}

/** What is done before saves is switched within the document, and has been on since nobody knows when. */
function activeBeforeSaves({ workflow: { trigger } }: ExplainedSubject): Date | null {
  if (triggerFamily(trigger) !== 'save') return null;
  return (trigger as { readonly beforeSave: { readonly active?: boolean } }).beforeSave.active === false ? null : new Date(0);
}

async function readRecord({ session, place, object, recordId, moment }: ExplainedSubject): Promise<{ readonly name: string | null; readonly state: ExplainedCase['record'] } | undefined> {
  const at = sql`${moment}::timestamptz`;
  const [record] = await session.run<{ name: string | null; state: ExplainedCase['record'] }>(sql`
    select ${nameSql(object, 'record')} as name,
      case when record.created_at > ${at} then 'absent' when ${wasThere({ schema: place.schema, alias: 'record', at })} then 'there' else 'deleted' end as state
    from ${recordTable(place.schema, object)} as record where record.id = ${recordId}::uuid`);
  return record;
}

async function readRun({ session, place, workflow, recordId, moment }: ExplainedSubject, { trigger }: Occurrence): Promise<KnownRun | undefined> {
  const occasion = trigger.kind === 'elapsed' ? trigger.line?.due : trigger.kind === 'occurrence' ? trigger.last?.occasion : undefined;
  const [run] = await session.run<KnownRun & object>(sql`
    select id, status, occasion, started_at as "startedAt", error from ${orgTable(place.schema, 'run')}
    where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid and (occasion = ${occasion ?? null}::text or started_at <= ${moment}::timestamptz)
    order by (occasion = ${occasion ?? null}::text) desc nulls last, started_at desc, id desc limit 1`);
  return run;
}

async function readFacts({ session, place, workflow, object, recordId }: ExplainedSubject, at: Date): Promise<ConditionFacts> {
  const references = referencesOf(workflow, place.named, object).filter(([first]) => first !== PERSON);
  if (references.length === 0) return {};
  const then = sql`${at}::timestamptz`;
  const expressions = new RecordExpressions({ ...place, now: then, asOf: then }, object, 'record');
  const facts = expressions.compileFacts({ references });
  const [row] = await session.run<{ facts: ConditionFacts }>(sql`select ${facts} as facts from (select ${recordId}::uuid as id) as asked ${expressions.records(sql`asked.id`)} ${expressions.joins()}`);
  return row?.facts ?? {};
}

const PERSON = '$User';

/** Of whoever saved the record, as they are now. */
async function readPersonFacts({ session, place, workflow, object }: ExplainedSubject, actorId: string | null): Promise<ConditionFacts> {
  const references = referencesOf(workflow, place.named, object).flatMap(([first, ...rest]) => (first === PERSON ? [rest] : []));
  const person = place.named.objectByName.get(USER);
  if (references.length === 0 || !person || actorId === null) return {};
  const expressions = new RecordExpressions(place, person, 'person');
  const facts = expressions.compileFacts({ references });
  const [row] = await session.run<{ facts: ConditionFacts }>(sql`select ${facts} as facts from ${recordTable(place.schema, person)} as person ${expressions.joins()} where person.id = ${actorId}::uuid`);
  return Object.fromEntries(Object.entries(row?.facts ?? {}).map(([path, value]) => [`${PERSON}.${path}`, value]));
}

function referencesOf(workflow: WorkflowDocument, model: Model, object: ObjectModel): readonly (readonly string[])[] {
  const when = workflow.when === undefined ? undefined : readFormula(workflow.when, { model, object, saving: triggerFamily(workflow.trigger) === 'save' }, 'boolean');
  return when?.ok ? when.value.references : [];
}

async function readKeptFacts({ session, place, workflow, recordId }: ExplainedSubject): Promise<ConditionFacts | null> {
  const [kept] = await session.run<{ facts: ConditionFacts | null }>(sql`
    select facts from ${orgTable(place.schema, 'due')} where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid`);
  return kept?.facts ?? null;
}
