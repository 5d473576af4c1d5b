import { Injectable, Optional } from '@nestjs/common';
import type { Model, WorkflowDocument, WorkflowTest, WorkflowTestGiven } from '@guanxi/metadata';
import { resolveAccess } from '@guanxi/query';
import { triggerFamily, type ConditionTrace, type RunValues } from '@guanxi/workflow';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { Actors } from '../../access/actors.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { RecordWriter } from '../../records/record-writer.js';
import type { Asker } from '../asker.js';
import { readGivenWorkflow } from '../read-given-workflow.js';
import { nameIds, type NamedId } from '../trace/name-ids.js';
import { beginTrial, judgeCondition, triggerTrial } from './begin-trial.js';
import { changeGiven, giveRecords, NotGiven, readAnchorNow, readRecordNow } from './give-records.js';
import { judgeTest, type TestJudgement } from './judge-test.js';
import { readMark, readTrialLetters, readTrialSteps, readTrialWrites, type TrialLetter, type TrialStep, type TrialWrite } from './read-trial.js';
import { openStage, within, type TrialStage } from './trial-stage.js';
import { walkTrial } from './walk-trial.js';

export interface TrialRequest {
  /** A record that there is, or values of one that is made for it. */
  readonly about: { readonly recordId: string } | WorkflowTestGiven;
  readonly inputs: RunValues;
  /** The moment at which it begins; now when absent. */
  readonly at?: Date;
}

/** What a workflow did in a transaction that was taken back. */
export interface Trial {
  readonly recordId: string;
  /** On the record as it stood at the beginning; null without a condition. */
  readonly condition: ConditionTrace | null;
  readonly steps: readonly TrialStep[];
  readonly writes: readonly TrialWrite[];
  readonly letters: readonly TrialLetter[];
  /** Id of the step that would wait for somebody to answer. */
  readonly awaits: string | null;
  /** It had not come to an end after as many steps as a trial may take. */
  readonly isCut: boolean;
  /** Values of the record as they were at the beginning, by field. */
  readonly record: Readonly<Record<string, string | number | boolean | null>>;
  /** What its time is counted from, where that stands in a related list. */
  readonly related?: WorkflowTestGiven['related'];
  readonly names: readonly NamedId[];
}

interface Subject {
  readonly workflow: WorkflowDocument;
  readonly model: Model;
  readonly revision: number;
}

const takenBackNow = new Error('This is meant to be taken back.');

/** Lets workflows do their real steps and takes everything back. Nothing leaves the house: what would is in outboxes that are gone again. */
@Injectable()
export class Trials {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly actors: Actors,
    @Optional() private readonly cipher?: ValueCipher,
  ) {}

  async run({ org }: Asker, given: unknown, { about, inputs, at = this.clock.now(org) }: TrialRequest): Promise<Trial> {
    const { revision, model: stored } = await this.models.current(org);
    const { workflow, model } = readGivenWorkflow(given, stored);
    return takenBack(this.database, org, async (tx) => {
      const stage = this.stage(tx, { workflow, model, revision, at });
      const recordId = 'recordId' in about ? about.recordId : await giveRecords(stage, about);
      if (!('recordId' in about) && about.change) await changeGiven(stage, recordId, about.change);
      const record = await readRecordNow(stage, recordId);
      const related = await readAnchorNow(stage, recordId);
      const condition = await judgeCondition(stage, recordId);
      const mark = await readMark(stage);
      const runId = await beginTrial(stage, { recordId, inputs });
      const walked = await walkTrial(stage, runId);
      const steps = await readTrialSteps(stage, runId, walked);
      const writes = await readTrialWrites(stage, mark);
      const letters = await readTrialLetters(stage, runId);
      const names = await nameIds(tx, org.schema, model, [steps, writes, condition]);
      return { recordId, condition, steps, writes, letters, awaits: walked.awaits ? (steps.findLast(({ status }) => status === 'resting')?.id ?? null) : null, isCut: walked.isCut, record, ...(related && { related }), names };
    });
  }

  /** The tests of a workflow, kept or given, against the records' tables as they are. */
  async test({ org }: Asker, given: unknown): Promise<readonly TestJudgement[]> {
    const { revision, model: stored } = await this.models.current(org);
    const { workflow, model } = readGivenWorkflow(given, stored);
    const judged: TestJudgement[] = [];
    for (const test of workflow.tests ?? []) judged.push(await takenBack(this.database, org, (tx) => this.judge(tx, { workflow, model, revision }, test)));
    return judged;
  }

  /** One test in the caller's transaction, which has to take it back. */
  async judge(tx: OrgTransaction, { workflow, model, revision }: Subject, test: WorkflowTest): Promise<TestJudgement> {
    const at = test.at === undefined ? this.clock.now(tx.org) : new Date(test.at);
    const stage = this.stage(tx, { workflow, model, revision, at });
    try {
      const isNew = 'created' in workflow.trigger;
      const before = await readMark(stage);
      const recordId = await giveRecords(stage, test);
      const mark = isNew ? before : await readMark(stage);
      await happen(stage, recordId, test);
      const runId = await triggerTrial(stage, { recordId, inputs: (test.inputs ?? {}) as RunValues, mark });
      const condition = runId === undefined ? await judgeCondition(stage, recordId) : null;
      // What is done before a save has been done by now.
      const walked = runId === undefined || triggerFamily(workflow.trigger) === 'save' ? undefined : await walkTrial(stage, runId);
      const steps = runId !== undefined && walked ? await readTrialSteps(stage, runId, walked) : [];
      return judgeTest(test, { runs: runId !== undefined, condition, steps, record: await readRecordNow(stage, recordId) });
    } catch (error) {
      if (!(error instanceof NotGiven)) throw error;
      return { title: test.title, passed: false, findings: [{ kind: 'given', expected: '', came: error.message }] };
    }
  }

  /** The same within a transaction that goes on afterwards as if it had not been. */
  async judgeAndTakeBack(tx: OrgTransaction, subject: Subject, test: WorkflowTest): Promise<TestJudgement> {
    const answer: { value?: TestJudgement } = {};
    await within(tx, async () => {
      answer.value = await this.judge(tx, subject, test);
      throw takenBackNow;
    }).catch((error: unknown) => {
      if (error !== takenBackNow) throw error;
    });
    return answer.value as TestJudgement;
  }

  private stage(tx: OrgTransaction, { workflow, model, revision, at }: Subject & { readonly at: Date }): TrialStage {
    const models = { current: async () => ({ revision, model }), refresh: async () => ({ revision, model }) };
    const writer = new RecordWriter(models, this.clock, this.cipher);
    return openStage(tx, { workflow, model, revision, actors: actorsOf(this.actors, model), clock: this.clock, writer, at });
  }
}

/** The platform with every right in the model that is tried, which need not be the published one. */
function actorsOf(actors: Actors, model: Model): TrialStage['performer']['actors'] {
  return {
    forSystem: async (org, source) => {
      const actor = await actors.forSystem(org, source);
      return { ...actor, access: resolveAccess(model, [ADMIN_PERMISSION], { userId: actor.userId, admin: true }) };
    },
    forUser: (org, userId, source) => actors.forUser(org, userId, source),
  };
}

async function happen(stage: TrialStage, recordId: string, { change }: WorkflowTest): Promise<void> {
  const { tx, workflow, performer } = stage;
  if (change) await changeGiven(stage, recordId, change);
  const actor = await performer.actors.forSystem(tx.org);
  if ('deleted' in workflow.trigger || 'restored' in workflow.trigger) await performer.writer.delete(tx, actor, workflow.object, [recordId]);
  if ('restored' in workflow.trigger) await performer.writer.restore(tx, actor, workflow.object, [recordId]);
}

/** The answer of `work`, whose transaction is rolled back. */
async function takenBack<T>(database: OrgDatabase, org: Org, work: (tx: OrgTransaction) => Promise<T>): Promise<T> {
  const answer: { value?: T } = {};
  try {
    await database.transaction(org, async (tx) => {
      answer.value = await work(tx);
      throw takenBackNow;
    }, { statementTimeout: 30_000 });
  } catch (error) {
    if (error !== takenBackNow) throw error;
  }
  return answer.value as T;
}
