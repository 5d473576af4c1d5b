import type { ObjectModel } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { programOf, simulate, storedObject, type OrgPlace, type Simulation, type SimulationSpan } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { GivenWorkflow } from '../read-given-workflow.js';
import type { Thought } from './thought.js';

/** A rule read for a replay: its firings in the days that are asked about. */
export interface Replay extends GivenWorkflow {
  readonly place: OrgPlace;
  readonly object: ObjectModel;
  readonly simulation: Simulation;
  /** The firings within the days. */
  readonly firings: RawBuilder<unknown>;
}

export interface ReplayRequest {
  readonly span: SimulationSpan;
  readonly now: Date;
  readonly locale: string;
}

export function readReplay({ model, workflow }: GivenWorkflow, place: OrgPlace, request: ReplayRequest): Replay {
  const object = model.objectByName.get(workflow.object) as ObjectModel;
  const simulation = simulate(workflow, place, request);
  const { from, to } = request.span;
  const within = sql`${from === undefined ? sql`true` : sql`firing.due_day >= ${from}::text`} and ${to === undefined ? sql`true` : sql`firing.due_day <= ${to}::text`}`;
  return { model, workflow, place, object, simulation, firings: sql`select firing.* from (${simulation.firings}) as firing where ${within}` };
}

export interface FiringRow {
  readonly recordId: string;
  readonly recordName: string;
  readonly anchor: string;
  readonly due: string;
  readonly at: Date;
}

/** Firings in order of due time, behind a cursor. */
export function readFirings(session: SqlSession, { firings, object, place }: Replay, name: RawBuilder<unknown>, { limit, after }: { readonly limit: number; readonly after: RawBuilder<unknown> }): Promise<FiringRow[]> {
  return session.run<FiringRow>(sql`
    select firing.record_id as "recordId", coalesce(${name}, '') as "recordName", firing.anchor, firing.due, firing.at
    from (${firings}) as firing join ${recordTable(place.schema, storedObject(place, object))} as record on record.id = firing.record_id
    where true ${after} order by firing.due, firing.record_id limit ${limit}`);
}

/** A firing as a run at its first step. */
export function thinkOf({ workflow, model, place }: Replay, { recordId, at }: Pick<FiringRow, 'recordId' | 'at'>, index: number): Thought {
  return {
    id: String(index), recordId, program: programOf(workflow, model), place, at: at.toISOString(), step: 0, values: {}, laidOver: {}, told: [], steps: [], parent: undefined, depth: 0, hasEnded: false,
  };
}
