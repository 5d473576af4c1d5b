import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import { nameSql, objectWord, translate, type Model, type ObjectModel, type WorkflowDocument } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import {
  changeCondition, describeAnchor, describePeriod, dueTerm, explain, liveAnchor, parsePeriod, readDueRule, readFormula, RecordExpressions, traceCondition, triggerFamily, triggerName, workflowTriggers,
  type ConditionFacts, type ConditionTrace, type ExplainedCase, type ExplainedChange, type ExplainedElapsed, type OrgPlace, type TriggerKind, type TriggerName, type TriggersOf, type Verdict,
} from '@guanxi/workflow';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { faults } from '../records/fault-wording.js';
import { placeOf, type ActivationRow } from './active-workflow.js';
import type { Asker } from './asker.js';
import { findByName } from './find-by-name.js';

export interface Explanation extends Verdict {
  readonly runId: string | null;
}

interface LatestRun {
  readonly id: string;
  readonly status: string;
  readonly occasion: string;
  readonly startedAt: Date;
  readonly error: string | null;
}

interface RecordNow {
  readonly name: string | null;
  readonly deleted: boolean;
  readonly facts: ConditionFacts;
}

interface Subject {
  readonly session: SqlSession;
  readonly place: OrgPlace;
  readonly workflow: WorkflowDocument;
  readonly object: ObjectModel;
  readonly recordId: string;
  readonly locale: string;
}

/** Says why a workflow did or did not run on a record: gathers what is known, and lets `explain` judge. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async explain({ org, locale }: Asker, name: string, recordId: string): Promise<Explanation> {
    const { model } = await this.models.current(org);
    const workflow = findByName(model.workflows, name);
    const object = model.objectByName.get(workflow.object) as ObjectModel;
    const now = this.clock.now(org);
    const place = placeOf(org, { named: model, stored: model }, this.clock);
    const subject: Subject = { session: this.database.session(org), place, workflow, object, recordId, locale };
    const record = isId(recordId) ? await readRecord(subject) : undefined;
    if (!record) throw new ApiFailure('NOT_FOUND', say({ ...faults.noRecord, words: { object: objectWord(object), id: recordId } }, locale));

    const [activation] = await subject.session.run<ActivationRow>(sql`select * from ${orgTable(org.schema, 'activation')} where workflow_id = ${workflow.guanxi.id}`);
    const run = await readLatestRun(subject);
    const elapsed = triggerFamily(workflow.trigger) === 'due' ? await readElapsed(subject, activation) : undefined;
    const about: ExplainedCase = {
      workflowTitle: translate(workflow.title, workflow.titles, locale),
      recordName: record.name ?? recordId,
      recordExists: !record.deleted,
      activeSince: activation?.active_since ?? null,
      timeZone: org.timeZone,
      locale,
      now,
      run: run ?? null,
      condition: this.traceCondition(org, subject, model, elapsed?.facts ?? record.facts),
      trigger: elapsed?.trigger ?? (await readChange(subject, model)),
    };
    const verdict = explain(about);
    return { ...verdict, runId: verdict.ran ? (run?.id ?? null) : null };
  }

  private traceCondition(org: Org, { workflow }: Subject, model: Model, facts: ConditionFacts): ConditionTrace | null {
    return traceCondition(workflow, model, facts, { now: this.clock.now(org).toISOString(), timeZone: org.timeZone });
  }
}

async function readRecord({ session, place, workflow, object, recordId }: Subject): Promise<RecordNow | undefined> {
  const expressions = new RecordExpressions(place, object, 'record');
  const when = workflow.when === undefined ? undefined : readFormula(workflow.when, { model: place.named, object }, 'boolean');
  const facts = when?.ok ? expressions.compileFacts(when.value) : sql`'{}'::jsonb`;
  const [record] = await session.run<RecordNow>(sql`
    select ${nameSql(object, 'record')} as name, record.deleted_at is not null as deleted, ${facts} as facts
    from ${recordTable(place.schema, object)} as record ${expressions.joins()} where record.id = ${recordId}::uuid`);
  return record;
}

async function readLatestRun({ session, place, workflow, recordId }: Subject): Promise<LatestRun | undefined> {
  const [run] = await session.run<LatestRun>(sql`
    select id, status, occasion, started_at as "startedAt", error from ${orgTable(place.schema, 'run')}
    where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid order by started_at desc, id desc limit 1`);
  return run;
}

async function readElapsed({ session, place, workflow, recordId, locale }: Subject, activation: ActivationRow | undefined): Promise<{ trigger: ExplainedElapsed; facts: ConditionFacts | null }> {
  const rule = readDueRule(workflow, place);
  const { line, anchor } = rule;
  const [row] = await session.run<{ anchor: string | null; due: string; dueAt: Date }>(sql`
    select ${line.write(sql`anchor`)} as anchor, ${line.occasion(sql`anchor`)} as due, ${line.dueAt(sql`anchor`)} as "dueAt"
    from (select ${liveAnchor(rule, 'record')} as anchor from ${rule.records} as record where record.id = ${recordId}::uuid) as live`);
  const [kept] = await session.run<{ state: NonNullable<ExplainedElapsed['state']>; facts: ConditionFacts | null }>(sql`
    select state, facts from ${orgTable(place.schema, 'due')} where workflow_id = ${workflow.guanxi.id} and record_id = ${recordId}::uuid`);
  const period = parsePeriod(dueTerm(workflow.trigger)?.length ?? '');
  return {
    trigger: {
      kind: 'elapsed',
      period: period ? describePeriod(period, locale) : '',
      anchorName: describeAnchor(anchor, locale),
      includesPast: activation !== undefined && activation.counts_from === null,
      line: row?.anchor ? { anchor: row.anchor, due: row.due, dueAt: row.dueAt } : null,
      state: kept?.state ?? null,
    },
    facts: kept?.state === 'passed' ? kept.facts : null,
  };
}

async function readChange({ session, place, workflow, object, recordId, locale }: Subject, model: Model): Promise<ExplainedChange> {
  const kind = triggerName(workflow.trigger) as TriggersOf<'change'>;
  const [row] = await session.run<{ at: Date | null }>(sql`
    select max(history.at) as at from ${orgTable(place.schema, 'history')} as history
    where history.record_id = ${recordId}::uuid and history.object = ${object.id} and ${changeCondition(workflow, place, object)}`);
  const settings = (workflow.trigger as Record<string, unknown>)[kind];
  const { describe } = workflowTriggers[kind] as TriggerKind<TriggerName>;
  return { kind, sentence: describe(settings as never, object, model, locale), lastChange: row?.at ?? null };
}
