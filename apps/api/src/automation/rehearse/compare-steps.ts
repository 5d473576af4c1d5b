import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@guanxi/field-types';
import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { programOf, type OrgPlace, type SimulationSpan } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import type { Thought } from '../simulate/thought.js';
import { walkThoughts } from '../simulate/walk-thoughts.js';
import type { Firing } from './compare-firings.js';

/** What a step was given, and when. */
export interface TakenStep {
  readonly at: string;
  readonly status: string;
  readonly input: JsonValue;
}

export interface StepDifference extends Firing {
  readonly step: string;
  /** Null where it was performed in the other alone. */
  readonly rehearsed: TakenStep | null;
  readonly simulated: TakenStep | null;
}

export interface StepComparison {
  /** Steps that were compared. */
  readonly steps: number;
  /** The first thousand. */
  readonly stepDifferences: readonly StepDifference[];
}

interface Compared {
  readonly firings: RawBuilder<unknown>;
  readonly stage: Org;
  readonly workflow: WorkflowDocument;
  readonly model: Model;
  readonly place: OrgPlace;
  readonly span: Required<SimulationSpan>;
  /** Steps that are due later have not been performed. */
  readonly ends: Date;
}

interface PerformedStep extends Firing {
  readonly step: string;
  readonly status: string;
  readonly input: JsonValue;
  readonly at: Date;
}

const BATCH = 5_000;
const MOST_DIFFERENCES = 1_000;

/** Puts what the steps of each run did beside what the simulation thinks of them: which, when, and with what. */
export async function compareSteps(session: SqlSession, compared: Compared): Promise<StepComparison> {
  const { firings, stage, workflow, model, place, span, ends } = compared;
  const differences: StepDifference[] = [];
  let steps = 0;
  let after: { readonly due: string; readonly recordId: string } | undefined;
  for (;;) {
    const later = after ? sql`and (due, record_id) > (${after.due}::text, ${after.recordId}::uuid)` : sql``;
    const some: (Firing & { readonly at: Date })[] = await session.run(sql`
      select record_id as "recordId", due, at from (${firings}) as firing where due_day between ${span.from}::text and ${span.to}::text ${later} order by due, record_id limit ${BATCH}`);
    const thoughts = some.map(({ recordId, at }, index): Thought => ({
      id: String(index), recordId, program: programOf(workflow, model), place, at: at.toISOString(), step: 0, values: {}, laidOver: {}, told: [], steps: [], parent: undefined, depth: 0, hasEnded: false,
    }));
    await walkThoughts(session, thoughts);
    const performed = await readPerformed(session, stage, workflow, some);
    for (const [index, { recordId, due }] of some.entries()) {
      const thought = (thoughts[index]?.steps ?? []).filter(({ at }) => Date.parse(at) <= ends.getTime());
      const taken = performed.get(`${recordId} ${due}`) ?? [];
      steps += taken.length;
      differences.push(...differ({ recordId, due }, taken, thought.map(({ id: step, status, input, at }) => ({ step, status, input, at: new Date(at) }))));
    }
    after = some[BATCH - 1];
    if (!after || differences.length >= MOST_DIFFERENCES) return { steps, stepDifferences: differences.slice(0, MOST_DIFFERENCES) };
  }
}

type Step = Omit<PerformedStep, keyof Firing>;

function differ(firing: Firing, rehearsed: readonly Step[], simulated: readonly Step[]): readonly StepDifference[] {
  return Array.from({ length: Math.max(rehearsed.length, simulated.length) }, (_, index) => [rehearsed[index], simulated[index]] as const)
    .filter(([one, other]) => !isDeepStrictEqual(one && { ...tell(one), step: one.step }, other && { ...tell(other), step: other.step }))
    .map(([one, other]) => ({ ...firing, step: (one ?? other)?.step ?? '', rehearsed: one ? tell(one) : null, simulated: other ? tell(other) : null }));
}

/** Whether a step rests still is a matter of when one looks. */
function tell({ at, status, input }: Step): TakenStep {
  return { at: at.toISOString(), status: status === 'resting' ? 'done' : status, input };
}

async function readPerformed(session: SqlSession, stage: Org, { guanxi: { id } }: WorkflowDocument, firings: readonly Firing[]): Promise<ReadonlyMap<string, readonly Step[]>> {
  const rows = await session.run<PerformedStep & object>(sql`
    select run.record_id as "recordId", run.occasion as due, step.step_id as step, step.status, step.input, step.started_at as at
    from unnest(${firings.map(({ recordId }) => recordId)}::uuid[], ${firings.map(({ due }) => due)}::text[]) as firing(record_id, due)
    join ${orgTable(stage.schema, 'run')} as run on run.workflow_id = ${id} and run.record_id = firing.record_id and run.occasion = firing.due
    join ${orgTable(stage.schema, 'runStep')} as step on step.run_id = run.id order by step.position`);
  const byFiring = new Map<string, Step[]>();
  for (const { recordId, due, ...step } of rows) {
    const key = `${recordId} ${due}`;
    byFiring.set(key, [...(byFiring.get(key) ?? []), step]);
  }
  return byFiring;
}
