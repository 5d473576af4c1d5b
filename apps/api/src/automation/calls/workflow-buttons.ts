import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import { translate, type WorkflowDocument, type WorkflowInput } from '@guanxi/metadata';
import { holdsAny } from '@guanxi/query';
import { readInputs } from '@guanxi/workflow';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, InputFailure, validationFailure, type SaidProblem } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { Queues } from '../../queue/queues.js';
import { readActiveWorkflows, type ActiveWorkflow } from '../active-workflow.js';
import { findByName } from '../find-by-name.js';
import { beginRuns, type BegunRun } from './begin-runs.js';
import { callFaults } from './call-wording.js';
import { readMayEdit } from './may-edit.js';

export interface WorkflowButton {
  readonly name: string;
  readonly label: string;
  readonly inputs: readonly (Pick<WorkflowInput, 'name' | 'type'> & { readonly title: string; readonly required: boolean })[];
}

/** A press of the button: `key` is made by whoever presses, and tells one press from the next. */
export interface ButtonPress {
  readonly workflow: string;
  readonly ids: readonly string[];
  readonly inputs: unknown;
  readonly key: string;
}

export interface PressedRecord {
  readonly recordId: string;
  readonly outcome: BegunRun['outcome'] | 'forbidden';
  /** For admins, who may look at it. */
  readonly runId: string | null;
  /** Why it does not run; null where it does. */
  readonly reason: string | null;
}

export const MOST_RECORDS = 200;
const LONGEST_KEY = 100;

/** Workflows that people run by hand. It takes the right to change the record. */
@Injectable()
export class WorkflowButtons {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /** Those of an object that are switched on, for people who may change its records. */
  async list(actor: Actor, object: string): Promise<readonly WorkflowButton[]> {
    if ((actor.access.objects.get(object)?.edit ?? 'none') === 'none') return [];
    const { model } = await this.models.current(actor.org);
    // Most objects have none: then nothing is asked of the database.
    if (!model.workflows.some((one) => one.object === object && 'button' in one.trigger)) return [];
    const active = await readActiveWorkflows(this.database.session(actor.org), actor.org, this.models, this.clock);
    return active.filter(({ definition }) => definition.object === object && mayPress(actor, definition)).flatMap(({ definition }) => describe(definition, actor.locale));
  }

  /** Once for each press and record, however often it is sent. Throws `ApiFailure`. */
  async press(actor: Actor, { workflow: name, ids, inputs, key }: ButtonPress): Promise<readonly PressedRecord[]> {
    const { model } = await this.models.current(actor.org);
    // What somebody may not press is not there for them, by whatever name.
    const wanted = findByName(model.workflows.filter((workflow) => mayPress(actor, workflow)), name);
    const words = { workflow: translate(wanted.title, wanted.titles, actor.locale) };
    if (!('button' in wanted.trigger)) throw new ApiFailure('BAD_REQUEST', { ...callFaults.noButton, words });
    const asked = [...new Set(ids)];
    refuseWrong(asked, key);
    const begun = await this.database.transaction(actor.org, async (tx) => {
      const active = (await readActiveWorkflows(tx, actor.org, this.models, this.clock)).find(({ definition }) => definition.guanxi.id === wanted.guanxi.id);
      if (!active) throw new ApiFailure('CONFLICT', { ...callFaults.off, words });
      const now = this.clock.now(actor.org);
      const values = readGiven(active, inputs, actor.locale);
      const mayEdit = await readMayEdit(actor, wanted.object, asked, { session: tx, model, now });
      const trigger = { kind: 'button', actor: actor.userId, source: actor.source };
      const runs = asked.filter((id) => mayEdit.get(id) === true).map((recordId) => ({ recordId, values, occasion: `button:${actor.userId}:${key}`, trigger }));
      const outcomes = new Map((await beginRuns(tx, active, runs, now)).map((one) => [one.recordId, one]));
      return asked.map((recordId): Omit<PressedRecord, 'reason'> => outcomes.get(recordId) ?? { recordId, outcome: mayEdit.has(recordId) ? 'forbidden' : 'gone', runId: null });
    });
    this.queues.wake('automation', actor.org);
    return begun.map(({ recordId, outcome, runId }) => ({ recordId, outcome, runId: actor.access.admin ? runId : null, reason: reasonOf(outcome, words, actor.locale) }));
  }
}

function mayPress({ access }: Actor, { object, trigger }: WorkflowDocument): boolean {
  const mayEdit = (access.objects.get(object)?.edit ?? 'none') !== 'none';
  return mayEdit && holdsAny(access, 'button' in trigger ? trigger.button.permissionSets : undefined);
}

function refuseWrong(ids: readonly string[], key: string): void {
  const problems: SaidProblem[] = [
    ...(ids.length === 0 || ids.length > MOST_RECORDS ? [{ path: '/ids', code: 'ids', said: { ...callFaults.noRecords, words: { most: String(MOST_RECORDS) } } }] : []),
    ...(key.length === 0 || key.length > LONGEST_KEY ? [{ path: '/key', code: 'key', said: { ...callFaults.noKey, words: { most: String(LONGEST_KEY) } } }] : []),
  ];
  if (problems.length > 0) throw new InputFailure(problems);
}

function readGiven({ definition: { trigger } }: ActiveWorkflow, given: unknown, locale: string) {
  const inputs = 'button' in trigger ? (trigger.button.inputs ?? []) : [];
  const read = readInputs(inputs, given ?? {}, { pointers: false });
  if (read.ok) return read.value;
  throw validationFailure(read.problems.map((problem) => ({ ...problem, path: `/inputs${problem.path}` })), locale);
}

function reasonOf(outcome: PressedRecord['outcome'], words: { readonly workflow: string }, locale: string): string | null {
  if (outcome === 'begun' || outcome === 'known') return null;
  const wording = { forbidden: callFaults.mayNotEdit, gone: callFaults.gone, passed: callFaults.passed }[outcome];
  return say({ ...wording, words }, locale);
}

function describe({ name, title, titles, trigger }: WorkflowDocument, locale: string): readonly WorkflowButton[] {
  if (!('button' in trigger)) return [];
  const { label, labels, inputs = [] } = trigger.button;
  const asked = inputs.map((input) => ({ name: input.name, type: input.type, title: input.title === undefined ? input.name : translate(input.title, input.titles, locale), required: input.required === true }));
  return [{ name, label: label === undefined ? translate(title, titles, locale) : translate(label, labels, locale), inputs: asked }];
}
