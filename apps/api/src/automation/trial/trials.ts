import { Injectable, Optional } from '@nestjs/common';
import type { BeforeSaveTrigger, Model, WorkflowDocument, WorkflowTest, WorkflowTestGiven } from '@guanxi/metadata';
import { resolveAccess } from '@guanxi/query';
import { programOf, triggerFamily, type ConditionTrace, type RunValues } from '@guanxi/workflow';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import type { Actor } from '../../access/actor.js';
import { Actors } from '../../access/actors.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { RecordWriter } from '../../records/record-writer.js';
import type { Asker } from '../asker.js';
import { readGivenWorkflow } from '../read-given-workflow.js';
import { workflowRefusals } from '../refusal-wording.js';
import { nameIds, type NamedId } from '../trace/name-ids.js';
import { beginTrial, judgeCondition, triggerTrial } from './begin-trial.js';
import { changeGiven, giveRecords, NotGiven, readAnchorNow, readRecordNow } from './give-records.js';
import { judgeTest, type TestJudgement, type TestOutcome } from './judge-test.js';
import { readMark, readTrialLetters, readTrialSteps, readTrialWrites, type TrialLetter, type TrialStep, type TrialWrite } from './read-trial.js';
import { openStage, within, type TrialStage } from './trial-stage.js';
import { readSaveSteps, trySave, type SaveToTry } from './try-save.js';
import { walkTrial } from './walk-trial.js';

export interface TrialRequest {
  /** A record that there is, or values of one that is made for it. */
  readonly about: { readonly recordId: string } | WorkflowTestGiven;
  readonly inputs: RunValues;
  /** The moment at which it begins; now when absent. */
  readonly at?: Date;
  /** Begins at this step, with what earlier ones had left; none of them is done. */
  readonly from?: { readonly step: string; readonly values: RunValues };
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

  /** A record that is made for it belongs to who asks, unless its values say whose it is. */
  async run({ org, userId }: Asker & Partial<Pick<Actor, 'userId'>>, given: unknown, { about: asked, inputs, from, at = this.clock.now(org) }: TrialRequest): Promise<Trial> {
    const { revision, model: stored } = await this.models.current(org);
    const { workflow, model } = readGivenWorkflow(given, stored);
    const isOwned = model.objectByName.get(workflow.object)?.fieldByName.get('owner')?.writable === true;
    const about = 'recordId' in asked || !isOwned || userId === undefined ? asked : { ...asked, record: { owner: userId, ...asked.record } };
    const position = from ? programOf(workflow, model).findIndex(({ step }) => step.id === from.step) : 0;
    if (position < 0 || (from && triggerFamily(workflow.trigger) === 'save')) throw new ApiFailure('BAD_REQUEST', { ...workflowRefusals.noStep, words: { step: from?.step ?? '' } });
    if (triggerFamily(workflow.trigger) === 'save') return takenBack(this.database, org, (tx) => this.runSave(tx, { workflow, model, revision, at }, about));
    return takenBack(this.database, org, async (tx) => {
      const stage = this.stage(tx, { workflow, model, revision, at });
      const recordId = 'recordId' in about ? about.recordId : await giveRecords(stage, about);
      if (!('recordId' in about) && about.change) await changeGiven(stage, recordId, about.change);
      const record = await readRecordNow(stage, recordId);
      const related = await readAnchorNow(stage, recordId);
      const condition = await judgeCondition(stage, recordId);
      const mark = await readMark(stage);
      const runId = await beginTrial(stage, { recordId, inputs }, { position, values: from?.values ?? {} });
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
      if (triggerFamily(workflow.trigger) === 'save') return judgeTest(test, await this.judgeSave(tx, { workflow, model, revision, at }, test));
      const isNew = 'created' in workflow.trigger;
      const before = await readMark(stage);
      const recordId = await giveRecords(stage, test);
      const mark = isNew ? before : await readMark(stage);
      await happen(stage, recordId, test);
      const runId = await triggerTrial(stage, { recordId, inputs: (test.inputs ?? {}) as RunValues, mark });
      const condition = runId === undefined ? await judgeCondition(stage, recordId) : null;
      const walked = runId === undefined ? undefined : await walkTrial(stage, runId);
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

  /** Whether a workflow that acts before saves does so on what the test gives, and what becomes of it. */
  private async judgeSave(tx: OrgTransaction, subject: Subject & { readonly at: Date }, test: WorkflowTest): Promise<TestOutcome> {
    const save = this.saveOf(tx, subject, subject.workflow, test);
    const { ran, refused, seen } = await trySave(save, async (stage, recordId) => ({ record: await readRecordNow(stage, recordId), condition: await judgeCondition(stage, recordId) }));
    const wanted = new Set([...Object.keys(test.expect.ways ?? {}), ...Object.keys(test.expect.values ?? {})]);
    const steps = ran ? await readSaveSteps(save, (id) => wanted.has(id)) : [];
    return { runs: ran, refused, condition: ran ? null : (seen?.condition ?? null), steps, record: seen?.record ?? {} };
  }

  /** The save with the workflow acting on it, whatever its trigger and its condition say. */
  private async runSave(tx: OrgTransaction, subject: Subject & { readonly at: Date }, about: TrialRequest['about']): Promise<Trial> {
    const { when: _, ...rest } = subject.workflow;
    const save = this.saveOf(tx, subject, { ...rest, trigger: { beforeSave: { on: ['create', 'update'] } } }, about);
    const given = this.stage(tx, subject);
    const mark = await readMark(given);
    const { seen } = await trySave(save, async (stage, recordId) => ({
      recordId, condition: await judgeCondition(given, recordId), record: await readRecordNow(stage, recordId), writes: (await readTrialWrites(stage, mark)).filter((write) => write.recordId === recordId),
    }));
    const steps = await readSaveSteps(save, () => true);
    const record = 'recordId' in about ? await readRecordNow(given, about.recordId) : { ...about.record, ...about.change };
    const names = await nameIds(tx, tx.org.schema, subject.model, [steps, seen?.writes, seen?.condition]);
    const recordId = 'recordId' in about ? about.recordId : (seen?.recordId ?? '');
    return { recordId, condition: seen?.condition ?? null, steps, writes: seen?.writes ?? [], letters: [], awaits: null, isCut: false, record, names };
  }

  private saveOf(tx: OrgTransaction, subject: Subject & { readonly at: Date }, workflow: WorkflowDocument, about: TrialRequest['about']): SaveToTry {
    // Tried as if it were switched on.
    const { active: _, ...settings } = (workflow.trigger as { readonly beforeSave: BeforeSaveTrigger }).beforeSave;
    return {
      workflow: { ...workflow, trigger: { beforeSave: settings } },
      about,
      stageOf: (version, alone = false) => {
        const workflows = subject.model.workflows.filter(({ name }) => !alone || name <= version.name).map((one) => (one.guanxi.id === version.guanxi.id ? version : one));
        return this.stage(tx, { ...subject, workflow: version, model: { ...subject.model, workflows } });
      },
    };
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
