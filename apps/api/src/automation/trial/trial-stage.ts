import type { Model, WorkflowDocument } from '@guanxi/metadata';
import type { OrgPlace } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { RecordWriter } from '../../records/record-writer.js';
import { placeOf } from '../active-workflow.js';
import type { StepPerformer } from '../perform-step.js';
import type { Clock } from '../../config/clock.js';

/** A transaction that is never committed, in which a workflow does all it would do, by a clock that is set. */
export interface TrialStage {
  /** Its org's clock stands at the moment of the trial. */
  readonly tx: OrgTransaction;
  readonly workflow: WorkflowDocument;
  readonly model: Model;
  readonly revision: number;
  readonly performer: Omit<StepPerformer, 'writer'> & { readonly writer: Pick<RecordWriter, 'create' | 'update' | 'delete' | 'restore'> };
  now(): Date;
  /** Later only. */
  passTo(moment: Date): void;
  place(): OrgPlace;
}

export interface StageSetting {
  readonly workflow: WorkflowDocument;
  /** The model of the workflow, and the one that the tables are in. */
  readonly model: Model;
  readonly revision: number;
  readonly actors: StepPerformer['actors'];
  readonly clock: Clock;
  readonly writer: TrialStage['performer']['writer'];
  readonly at: Date;
}

/** `setting.clock` has to heed an org's own clock. */
export function openStage(real: OrgTransaction, { workflow, model, revision, actors, clock, writer, at }: StageSetting): TrialStage {
  let moment = at;
  const tx = Object.create(real, { org: { get: () => ({ ...real.org, clock: moment.toISOString() }) } }) as OrgTransaction;
  const models = { current: async () => ({ revision, model }), at: async () => model };
  return {
    tx, workflow, model, revision,
    performer: { models, clock, actors, writer },
    now: () => moment,
    passTo: (later) => {
      if (later > moment) moment = later;
    },
    place: () => placeOf(tx.org, { named: model, stored: model }, clock),
  };
}

/** Work whose effects are taken back when it throws, while the transaction goes on. */
export async function within<T>(tx: OrgTransaction, work: () => Promise<T>): Promise<T> {
  await tx.run(sql`savepoint trial`);
  try {
    const result = await work();
    await tx.run(sql`release savepoint trial`);
    return result;
  } catch (error) {
    await tx.run(sql`rollback to savepoint trial`);
    await tx.run(sql`release savepoint trial`);
    throw error;
  }
}
