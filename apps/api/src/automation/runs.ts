import { nameSql } from '@guanxi/metadata';
import { Injectable } from '@nestjs/common';
import type { JsonValue } from '@guanxi/field-types';
import { orgTable, recordTable } from '@guanxi/query';
import { programOf, traceCondition, type ConditionFacts, type ConditionPart } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { validate as isId } from 'uuid';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { findWorkflow } from './active-workflow.js';
import { ofGroup, ParkedRuns, workflowIdOf } from './fair/parked-runs.js';
import { placeOfStep, type StepPlace } from './trace/place-of-step.js';

export interface RunTrace {
  readonly id: string;
  readonly workflow: string;
  readonly recordId: string;
  readonly recordName: string | null;
  readonly occasion: string;
  readonly status: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly attempts: number;
  readonly revision: number;
  readonly trigger: JsonValue;
  readonly conditions: readonly ConditionPart[];
  readonly steps: readonly StepTrace[];
  readonly error: string | null;
  readonly errorClass: string | null;
  /** When it goes on by itself, where that is later. */
  readonly waitsUntil: Date | null;
  /** Id of the step. */
  readonly standsAt: string | null;
  /** Whether the version in force still has that step. */
  readonly stepIsThere: boolean;
}

export interface StepTrace extends StepPlace {
  readonly status: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly attempts: number;
  readonly error: string | null;
}

export interface RunFilter {
  /** Name of the workflow. */
  readonly workflow?: string | undefined;
  readonly recordId?: string | undefined;
  readonly status?: string | undefined;
  /** Parked at this step, for this reason: see `ParkedGroup`. */
  readonly step?: string | undefined;
  readonly error?: string | undefined;
}

interface RunRow {
  readonly id: string;
  readonly workflow_id: string;
  readonly revision: number;
  readonly object: string;
  readonly record_id: string;
  readonly occasion: string;
  readonly status: string;
  readonly attempts: number;
  readonly trigger: JsonValue;
  readonly facts: ConditionFacts;
  readonly started_at: Date;
  readonly at_text: string;
  readonly finished_at: Date | null;
  readonly error: string | null;
  readonly error_class: string | null;
  readonly step: number;
  readonly next_attempt_at: Date | null;
}

interface StepRow extends Omit<StepTrace, 'id' | 'action' | 'title' | 'level' | 'startedAt' | 'finishedAt'> {
  readonly run_id: string;
  readonly position: number;
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

const MOST = 200;

/** Asks afterwards: what ran, and what came of it. */
@Injectable()
export class Runs {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly parked: ParkedRuns,
  ) {}

  /** Newest first. */
  async list(org: Org, filter: RunFilter, { first, after }: { first: number; after?: string | undefined }): Promise<{ nodes: readonly RunTrace[]; next: string | null; total: number }> {
    const condition = await this.condition(org, filter);
    const limit = Math.min(Math.max(first, 1), MOST);
    const rows = await this.read(org, sql`${condition} ${afterCursor(after)}`, limit + 1);
    const [counted] = await this.database.session(org).run<{ total: number }>(sql`select count(*)::int as total from ${orgTable(org.schema, 'run')} as run where ${condition}`);
    const last = rows[limit - 1];
    const next = rows.length > limit && last ? JSON.stringify([last.at_text, last.id]) : null;
    return { nodes: await this.trace(org, rows.slice(0, limit)), next, total: counted?.total ?? 0 };
  }

  async find(org: Org, id: string): Promise<RunTrace | undefined> {
    if (!isId(id)) return undefined;
    return (await this.trace(org, await this.read(org, sql`run.id = ${id}::uuid`, 1)))[0];
  }

  /** Goes on with the step that failed. Undefined when there is no such run; one that is not parked stays as it is. */
  async retry(org: Org, id: string): Promise<RunTrace | undefined> {
    if (!isId(id)) return undefined;
    await this.parked.retry(org, { ids: [id] }, false);
    return this.find(org, id);
  }

  private async condition(org: Org, { workflow, recordId, status, step, error }: RunFilter): Promise<RawBuilder<unknown>> {
    const { model } = await this.models.current(org);
    const id = workflow === undefined ? undefined : workflowIdOf(model, workflow);
    return sql`${id === undefined ? sql`true` : sql`run.workflow_id = ${id}`}
      and ${recordId === undefined ? sql`true` : sql`run.record_id = ${isId(recordId) ? recordId : null}::uuid`}
      and ${status === undefined ? sql`true` : sql`run.status = ${status.toLowerCase()}`}
      and ${ofGroup({ step, error })}`;
  }

  private read(org: Org, condition: RawBuilder<unknown>, limit: number): Promise<RunRow[]> {
    return this.database.session(org).run<RunRow>(sql`
      select *, started_at::text as at_text from ${orgTable(org.schema, 'run')} as run where ${condition} order by started_at desc, id desc limit ${limit}`);
  }

  private async trace(org: Org, rows: readonly RunRow[]): Promise<readonly RunTrace[]> {
    const steps = await this.database.session(org).run<StepRow>(sql`
      select * from ${orgTable(org.schema, 'runStep')} where run_id = any(${rows.map(({ id }) => id)}::uuid[]) order by position`);
    const names = await this.recordNames(org, rows);
    const { model } = await this.models.current(org);
    const now = this.clock.now(org);
    return Promise.all(rows.map(async (row): Promise<RunTrace> => {
      const named = await this.models.at(org, row.revision);
      const definition = findWorkflow(named, row.workflow_id);
      const program = definition ? programOf(definition, named) : [];
      const standsAt = program[row.step]?.step;
      const current = findWorkflow(model, row.workflow_id);
      const environment = { now: row.started_at.toISOString(), timeZone: org.timeZone };
      const begunAt = program.findIndex(({ step }) => step.id === repeatedFrom(row.trigger));
      const noted = new Map(steps.filter(({ run_id: id }) => id === row.id).map((step) => [step.position, step]));
      return {
        id: row.id,
        workflow: definition?.name ?? row.workflow_id,
        recordId: row.record_id,
        recordName: names.get(row.record_id) ?? null,
        occasion: row.occasion,
        status: row.status,
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        attempts: row.attempts,
        revision: row.revision,
        trigger: row.trigger,
        conditions: (definition && traceCondition(definition, named, row.facts, environment)?.parts) ?? [],
        steps: program.map(({ step, level }, position) => presentStep(placeOfStep(step, level), noted.get(position), position < begunAt)),
        error: row.error,
        errorClass: row.error_class,
        waitsUntil: row.next_attempt_at !== null && row.next_attempt_at > now ? row.next_attempt_at : null,
        standsAt: standsAt?.id ?? null,
        stepIsThere: current !== undefined && programOf(current, model).some(({ step }) => step.id === standsAt?.id),
      };
    }));
  }

  private async recordNames(org: Org, rows: readonly RunRow[]): Promise<ReadonlyMap<string, string>> {
    const { model } = await this.models.current(org);
    const names = new Map<string, string>();
    for (const id of new Set(rows.map(({ object }) => object))) {
      const object = model.objectById.get(id);
      if (!object) continue;
      const ids = rows.filter((row) => row.object === id).map((row) => row.record_id);
      const found = await this.database.session(org).run<{ id: string; name: string | null }>(sql`
        select id, ${nameSql(object)} as name from ${recordTable(org.schema, object)} where id = any(${ids}::uuid[])`);
      for (const record of found) names.set(record.id, record.name ?? '');
    }
    return names;
  }
}

/** Of a run that began in the middle: the step it began at. */
function repeatedFrom(trigger: JsonValue): JsonValue | undefined {
  const { kind, step } = trigger as { readonly kind?: JsonValue; readonly step?: JsonValue };
  return kind === 'again' ? step : undefined;
}

/** Steps that the run has not come to yet are told too, and those that it has left out. */
function presentStep(step: StepPlace, note: StepRow | undefined, isLeftOut: boolean): StepTrace {
  return {
    ...step,
    status: note?.status ?? (isLeftOut ? 'skipped' : 'waiting'),
    input: note?.input ?? null,
    output: note?.output ?? null,
    startedAt: note?.started_at ?? null,
    finishedAt: note?.finished_at ?? null,
    attempts: note?.attempts ?? 0,
    error: note?.error ?? null,
  };
}

/** A cursor that was not made here shows the first page again. */
function afterCursor(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  try {
    const [at, id] = JSON.parse(cursor) as [string, string];
    return isId(id) ? sql`and (run.started_at, run.id) < (${at}::timestamptz, ${id}::uuid)` : sql``;
  } catch {
    return sql``;
  }
}
