import { fieldType } from '@guanxi/field-types';
import { recordTable } from '@guanxi/query';
import type { ObjectModel } from '@guanxi/metadata';
import {
  followRelation, idList, readFormula, RecordExpressions, runValues, storedField, storedObject,
  type ActionPorts, type CallAnswer, type CallToSend, type EventToAwait, type EventToRaise, type RaiseResult, type ChildToBegin, type CommentNote, type CommentToWrite, type DocumentToMake, type MadeDocument, type FoundRecord, type SetToFind, type UpsertResult, type EmailNote, type EmailToSend, type EvaluatedValues, type MilestonePorts, type MomentSpan, type Notice, type OrgPlace, type PeoplePorts, type Period, type Program, type RelatedRecord, type RowToCreate, type RowToUpdate, type RunTarget, type Variables, type WriteResult,
} from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../access/actor.js';
import type { Actors } from '../access/actors.js';
import { sendNotifications } from '../activity/send-notifications.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { sayNotices, writeStepMails } from '../mail/workflow-mails.js';
import type { RecordValues, Refused } from '../records/record-values.js';
import type { RecordWriter } from '../records/record-writer.js';
import type { WriteTally } from '../records/write-tally.js';
import type { Clock } from '../config/clock.js';
import type { ModelSource } from './active-workflow.js';
import { beginChildren } from './begin-children.js';
import { awaitStepEvents, endStepWaits } from './ports/await-step-events.js';
import { raiseStepEvents } from './ports/raise-step-events.js';
import { readStepCallAnswers, sendStepCalls } from './ports/send-step-calls.js';
import { afterMoments, minutesBetween } from './ports/moments.js';
import type { RunGroup } from './perform-step.js';
import { findSet } from './ports/find-set.js';
import { peoplePorts } from './ports/people.js';
import { makeStepDocuments } from './ports/make-step-documents.js';
import { milestonePorts } from './milestones/milestone-ports.js';
import { upsertRows } from './ports/upsert-rows.js';
import { writeStepComments } from './ports/write-step-comments.js';

export interface StepTransaction {
  readonly tx: OrgTransaction;
  readonly actor: Actor;
  /** Tells what other people may read. */
  readonly actors: Pick<Actors, 'forUser'>;
  readonly place: OrgPlace;
  readonly writer: Pick<RecordWriter, 'create' | 'update' | 'delete'>;
  readonly now: Date;
  /** The step that is performed: what it sends is known by it and the run. */
  readonly stepId: string;
  /** Written into the history of what the batch changes: the id of its first run. */
  readonly operationId: string;
  /** Counts what the batch changes. */
  readonly tally: WriteTally;
  readonly group: RunGroup;
  /** The object whose deleted records the workflow runs on; undefined for others, which pass over what is deleted. */
  readonly deletedOf: string | undefined;
  readonly program: Program;
  /** What formulas of the step find as `$Run`. */
  readonly variables: Variables;
  readonly models: ModelSource;
  readonly clock: Clock;
}

/** What actions may ask of the world, answered in the transaction that also notes that the step happened. */
export class TransactionPorts implements ActionPorts {
  readonly people: PeoplePorts;

  constructor(private readonly step: StepTransaction) {
    this.people = peoplePorts(step);
  }

  /** All that formulas of the step came to, so that a failure can be told with it. */
  readonly evaluated: ReadonlyMap<string, EvaluatedValues>[] = [];

  async evaluate(objectName: string, formulas: Readonly<Record<string, string>>, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, EvaluatedValues>> {
    const { tx } = this.step;
    const object = this.object(objectName);
    const expressions = this.expressions(object);
    const names = Object.keys(formulas);
    const columns = Object.values(formulas).map((text, index) => sql`, ${expressions.compileColumn(this.formula(text, object))} as ${sql.id(`v${index}`)}`);
    const rows = await tx.run<{ run_id: string } & Record<`v${number}`, EvaluatedValues[string]>>(sql`
      select target.run_id${sql.join(columns, sql``)}
      from ${this.targets(runs)} join ${this.table(object)} as record on record.id = target.record_id ${expressions.joins()}
      where ${isOneOf(runs)} and ${this.isThere(object)} order by target.position`);
    const evaluated = new Map(rows.map((row) => {
      const values: Record<string, EvaluatedValues[string]> = {};
      for (const [index, name] of names.entries()) values[name] = row[`v${index}`] ?? null;
      return [row.run_id, values];
    }));
    this.evaluated.push(evaluated);
    return evaluated;
  }

  async momentsOf(objectName: string, text: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, string | null>> {
    const { tx, place } = this.step;
    const object = this.object(objectName);
    const expressions = this.expressions(object);
    const formula = this.formula(text, object);
    const value = expressions.compile(formula);
    const moment = formula.type === 'date' ? sql`((${value})::timestamp at time zone ${place.timeZone}::text)` : sql`(${value})::timestamptz`;
    const rows = await tx.run<{ run_id: string; moment: Date | null }>(sql`
      select target.run_id, ${moment} as moment
      from ${this.targets(runs)} join ${this.table(object)} as record on record.id = target.record_id ${expressions.joins()}
      where ${isOneOf(runs)} and ${this.isThere(object)} order by target.position`);
    return new Map(rows.map((row) => [row.run_id, row.moment?.toISOString() ?? null]));
  }

  async after(period: Period, calendar?: string): Promise<string> {
    const [moment = ''] = await this.afterMoments([this.now()], period, calendar);
    return moment;
  }

  afterMoments(moments: readonly string[], period: Period, calendar?: string): Promise<readonly string[]> {
    return afterMoments(moments, period, calendar, this.step);
  }

  minutesBetween(spans: readonly MomentSpan[], calendar?: string): Promise<readonly number[]> {
    return minutesBetween(spans, calendar, this.step);
  }

  now(): string {
    return this.step.now.toISOString();
  }

  begin(children: readonly ChildToBegin[]): Promise<ReadonlyMap<string, number>> {
    return beginChildren(children, this.step);
  }

  async findRelated(objectName: string, relation: string, where: string | undefined, runs: readonly RunTarget[]): Promise<readonly RelatedRecord[]> {
    const { tx, place } = this.step;
    const object = this.object(objectName);
    const followed = followRelation(relation, place.named, object);
    if (!followed.ok) throw new RangeError(`${relation} does not lead from ${objectName}.`);
    const { lookups, target, field } = followed.value;
    const way = this.expressions(object);
    const parent = way.column(lookups.length > 0 ? lookups.map(({ name }) => name) : ['id']);
    const related = new RecordExpressions(place, target, 'related');
    const picked = where === undefined ? sql`true` : related.compileCondition(this.formula(where, target));
    // The runs come first, materialized: on tables without statistics the planner would else begin with all related records.
    return tx.run<{ runId: string; id: string }>(sql`
      with start as materialized (
        select target.run_id, target.position, ${parent} as parent
        from ${this.targets(runs)} join ${this.table(object)} as record on record.id = target.record_id ${way.joins()}
        where ${isOneOf(runs)} and ${this.isThere(object)}
      )
      select start.run_id as "runId", found.id
      from start cross join lateral (
        select related.id from ${this.table(target)} as related ${related.joins()}
        where ${sql.id('related', storedField(place, target, field).column)} = start.parent and related.deleted_at is null and ${picked}
        offset 0
      ) as found
      order by start.position, found.id`);
  }

  async create(objectName: string, rows: readonly RowToCreate[]): Promise<WriteResult> {
    if (rows.length === 0) return { ok: true, ids: [] };
    const { tx, actor, writer, operationId, tally } = this.step;
    const object = this.object(objectName);
    const values = rows.map((row) => this.storedValues(object, row.values));
    return readResult(await writer.create(tx, actor, this.stored(object).name, values, { operationId, tally }));
  }

  async update(objectName: string, changes: readonly RowToUpdate[]): Promise<WriteResult> {
    if (changes.length === 0) return { ok: true, ids: [] };
    const { tx, actor, writer, operationId, tally } = this.step;
    const object = this.object(objectName);
    const rows = changes.map(({ id, values }) => ({ id, values: this.storedValues(object, values) }));
    return readResult(await writer.update(tx, actor, this.stored(object).name, rows, { operationId, tally }));
  }

  makeDocuments(documents: readonly DocumentToMake[]): Promise<ReadonlyMap<string, MadeDocument>> {
    return makeStepDocuments(documents, this.step);
  }

  get milestones(): MilestonePorts {
    return milestonePorts(this.step);
  }

  upsert(objectName: string, by: readonly string[], rows: readonly RowToCreate[]): Promise<UpsertResult> {
    return upsertRows(this.object(objectName), by, rows, this.step, { create: (fresh) => this.create(objectName, fresh), update: (known) => this.update(objectName, known) });
  }

  findSet(set: SetToFind): Promise<readonly FoundRecord[]> {
    return findSet(set, { target: this.object(set.object), around: this.object(set.around) }, this.step);
  }

  comment(comments: readonly CommentToWrite[]): Promise<readonly CommentNote[]> {
    return writeStepComments(comments, this.step);
  }

  async delete(objectName: string, ids: readonly string[]): Promise<WriteResult> {
    const { tx, actor, writer, operationId, tally } = this.step;
    const object = this.object(objectName);
    const live = await tx.run<{ id: string }>(sql`select id from ${this.table(object)} where id = any(${ids}::uuid[]) and deleted_at is null order by id`);
    if (live.length === 0) return { ok: true, ids: [] };
    return readResult(await writer.delete(tx, actor, this.stored(object).name, live.map(({ id }) => id), { operationId, tally }));
  }

  async notify(notices: readonly Notice[]): Promise<void> {
    const { tx, now } = this.step;
    const texts = await sayNotices(notices, this.step);
    const told = notices.map(({ userId, object, recordId }, index) => ({ userId, kind: 'workflow' as const, text: texts[index] ?? '', object: this.object(object).id, recordId, at: now }));
    await sendNotifications(tx, told.filter(({ text }) => text !== ''));
  }

  sendEmails(mails: readonly EmailToSend[]): Promise<readonly EmailNote[]> {
    return writeStepMails(mails, this.step);
  }

  raiseEvents(events: readonly EventToRaise[]): Promise<RaiseResult> {
    return raiseStepEvents(events, this.step);
  }

  awaitEvents(waits: readonly EventToAwait[]): Promise<void> {
    return awaitStepEvents(waits, this.step);
  }

  endAwaiting(runIds: readonly string[]): Promise<void> {
    return endStepWaits(runIds, this.step);
  }

  sendCalls(calls: readonly CallToSend[]): Promise<void> {
    return sendStepCalls(calls, this.step);
  }

  readCallAnswers(runIds: readonly string[]): Promise<ReadonlyMap<string, CallAnswer>> {
    return readStepCallAnswers(runIds, this.step);
  }

  /** Runs whose trigger is a deletion look at what is in the bin. */
  private isThere({ name }: ObjectModel): RawBuilder<unknown> {
    return this.step.deletedOf === name ? sql`true` : sql`record.deleted_at is null`;
  }

  private object(name: string): ObjectModel {
    const object = this.step.place.named.objectByName.get(name);
    if (!object) throw new RangeError(`There is no object ${name} in the workflow's revision.`);
    return object;
  }

  private stored(object: ObjectModel): ObjectModel {
    return storedObject(this.step.place, object);
  }

  private table(object: ObjectModel): RawBuilder<unknown> {
    return recordTable(this.step.place.schema, this.stored(object));
  }

  /** The runs as a table `target`. What earlier steps have left goes along only where there can be something. */
  private targets(runs: readonly RunTarget[]): RawBuilder<unknown> {
    const ids = sql`${idList(runs.map(({ runId }) => runId))}, ${idList(runs.map(({ recordId }) => recordId))}`;
    if (this.step.variables.size === 0) return sql`unnest(${ids}) with ordinality as target(run_id, record_id, position)`;
    return sql`unnest(${ids}, ${runs.map((run) => JSON.stringify(run.values))}::jsonb[]) with ordinality as target(run_id, record_id, "values", position)`;
  }

  private expressions(object: ObjectModel): RecordExpressions {
    return new RecordExpressions(this.step.place, object, 'record', runValues(this.step.variables, sql`target."values"`));
  }

  private formula(text: string, object: ObjectModel) {
    const read = readFormula(text, { model: this.step.place.named, object, variables: this.step.variables });
    if (!read.ok) throw new RangeError(`“${text}” was not checked against ${object.name}.`);
    return read.value;
  }

  /** Under the names that the fields have now, and as the API carries their kinds. */
  private storedValues(object: ObjectModel, values: EvaluatedValues): RecordValues {
    return Object.fromEntries(Object.entries(values).map(([name, value]): [string, unknown] => {
      const named = object.fieldByName.get(name);
      if (!named) throw new RangeError(`${object.name} has no field ${name} in the workflow's revision.`);
      const field = storedField(this.step.place, object, named);
      const whole = fieldType(field.type).scalar === 'Integer' && typeof value === 'string';
      return [field.name, whole ? Number(value) : value];
    }));
  }
}

/** Said beside the join: PostgreSQL would else read a table of some ten thousands of records for each batch. */
function isOneOf(runs: readonly RunTarget[]): RawBuilder<unknown> {
  return sql`record.id = any(${idList(runs.map(({ recordId }) => recordId))})`;
}

function readResult(written: { readonly ids: readonly string[] } | Refused): WriteResult {
  return 'problems' in written ? { ok: false, problems: written.problems } : { ok: true, ids: written.ids };
}
