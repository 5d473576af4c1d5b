import { recordTable } from '@guanxi/query';
import type { ObjectModel } from '@guanxi/metadata';
import {
  afterInstant, followRelation, readFormula, RecordExpressions, runValues, storedCalendar, storedField, storedObject,
  type ActionPorts, type ChildToBegin, type CommentNote, type CommentToWrite, type EmailNote, type EmailToSend, type EvaluatedValues, type Notice, type OrgPlace, type Period, type RelatedRecord, type RowToCreate, type RowToUpdate,
  type RunTarget, type Variables, type WriteResult,
} from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { findWithoutConsent } from '../../mail/workflow-mails.js';
import type { SqlSession } from '../../database/sql-session.js';
import { NotThought } from './not-thought.js';
import { SeveralMoments } from './several-moments.js';
import type { Thought } from './thought.js';

export interface PastStep {
  readonly session: SqlSession;
  readonly place: OrgPlace;
  readonly variables: Variables;
  /** By run id. */
  readonly thoughts: ReadonlyMap<string, Thought>;
  /** The moment of all runs of the batch; undefined where they stand at several. */
  readonly moment: string | undefined;
  /** Moments that have been worked out for several runs together. */
  readonly laterMoments: LaterMoments;
  readonly begin: (children: readonly ChildToBegin[]) => ReadonlyMap<string, number>;
}

/** By length of time, what comes that long after each moment. */
export type LaterMoments = Map<string, Map<string, string>>;

/**
 * What actions may ask of the world, answered for runs that are only thought of: of the records as they were at the moment
 * of each run. What would be written, sent or begun is noted with the run and nowhere else.
 */
export class PastPorts implements Pick<ActionPorts, 'evaluate' | 'findRelated' | 'momentsOf' | 'after' | 'afterMoments' | 'comment' | 'now' | 'begin' | 'create' | 'update' | 'delete' | 'notify' | 'sendEmails'> {
  constructor(private readonly step: PastStep) {}

  async evaluate(objectName: string, formulas: Readonly<Record<string, string>>, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, EvaluatedValues>> {
    if (runs.length === 0) return new Map();
    const object = this.object(objectName);
    const expressions = this.expressions(object);
    const values = Object.entries(formulas).map(([name, text]) => sql`jsonb_build_object(${name}::text, ${expressions.compileValue(this.formula(text, object))})`);
    const rows = await this.step.session.run<{ run_id: string; values: EvaluatedValues }>(sql`
      select target.run_id, ${values.length === 0 ? sql`'{}'::jsonb` : sql.join(values, sql` || `)} as values
      from ${this.targets(runs)} ${expressions.records(sql`target.record_id`, sql`target.laid_over`)} ${expressions.joins()}
      where record.id is not null order by target.position`);
    return new Map(rows.map((row) => [row.run_id, row.values]));
  }

  async momentsOf(objectName: string, text: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, string | null>> {
    const object = this.object(objectName);
    const expressions = this.expressions(object);
    const formula = this.formula(text, object);
    const value = expressions.compile(formula);
    const moment = formula.type === 'date' ? sql`((${value})::timestamp at time zone ${this.step.place.timeZone}::text)` : sql`(${value})::timestamptz`;
    const rows = await this.step.session.run<{ run_id: string; moment: Date | null }>(sql`
      select target.run_id, ${moment} as moment
      from ${this.targets(runs)} ${expressions.records(sql`target.record_id`, sql`target.laid_over`)} ${expressions.joins()}
      where record.id is not null order by target.position`);
    return new Map(rows.map((row) => [row.run_id, row.moment?.toISOString() ?? null]));
  }

  async after(period: Period, calendar?: string): Promise<string> {
    const key = JSON.stringify([period, calendar ?? null]);
    const known = this.step.laterMoments.get(key) ?? new Map<string, string>();
    this.step.laterMoments.set(key, known);
    const wanted = [...new Set([...this.step.thoughts.values()].map(({ at }) => at))].filter((at) => !known.has(at));
    const later = wanted.length === 0 ? [] : await this.afterMoments(wanted, period, calendar);
    for (const [index, at] of wanted.entries()) known.set(at, later[index] ?? '');
    return known.get(this.now()) ?? '';
  }

  async afterMoments(moments: readonly string[], period: Period, calendar?: string): Promise<readonly string[]> {
    const { session, place } = this.step;
    const document = calendar === undefined ? undefined : place.named.businessCalendars.find(({ name }) => name === calendar);
    const rows = await session.run<{ moment: Date | null }>(sql`
      select ${afterInstant(sql`given.at`, period, place, document && storedCalendar(document, place.schema, place.timeZone))} as moment
      from unnest(${moments}::timestamptz[]) with ordinality as given(at, position) order by given.position`);
    return rows.map(({ moment }) => {
      if (!moment) throw new NotThought(`Time by the calendar ${calendar ?? ''} is not known so far back.`);
      return moment.toISOString();
    });
  }

  async comment(comments: readonly CommentToWrite[]): Promise<readonly CommentNote[]> {
    for (const { runId, mentions } of comments) this.step.thoughts.get(runId)?.told.push(...mentions);
    return comments.map(({ runId, text, mentions }) => ({ runId, text: typeof text === 'string' ? text : text.template, mentioned: mentions, leftOut: [] }));
  }

  now(): string {
    if (this.step.moment === undefined) throw new SeveralMoments();
    return this.step.moment;
  }

  async begin(children: readonly ChildToBegin[]): Promise<ReadonlyMap<string, number>> {
    return this.step.begin(children);
  }

  async findRelated(objectName: string, relation: string, where: string | undefined, runs: readonly RunTarget[]): Promise<readonly RelatedRecord[]> {
    const { session, place } = this.step;
    const object = this.object(objectName);
    const followed = followRelation(relation, place.named, object);
    if (!followed.ok) throw new RangeError(`${relation} does not lead from ${objectName}.`);
    const { lookups, target, field } = followed.value;
    const way = this.expressions(object);
    const parent = way.column(lookups.length > 0 ? lookups.map(({ name }) => name) : ['id']);
    const related = new RecordExpressions({ ...place, now: sql`start.at` }, target, 'related');
    const picked = where === undefined ? sql`true` : related.compileCondition(this.formula(where, target));
    return session.run<{ runId: string; id: string }>(sql`
      with start as materialized (
        select target.run_id, target.position, target.at, ${parent} as parent
        from ${this.targets(runs)} ${way.records(sql`target.record_id`, sql`target.laid_over`)} ${way.joins()} where record.id is not null
      )
      select start.run_id as "runId", found.id
      from start cross join lateral (
        select related.id from ${recordTable(place.schema, storedObject(place, target))} as related ${related.joins()}
        where ${sql.id('related', storedField(place, target, field).column)} = start.parent and related.deleted_at is null and ${picked} offset 0
      ) as found
      order by start.position, found.id`);
  }

  async create(_object: string, rows: readonly RowToCreate[]): Promise<WriteResult> {
    return { ok: true, ids: rows.map(() => '') };
  }

  /** Later steps of the run find what this one would have set. */
  async update(objectName: string, changes: readonly RowToUpdate[]): Promise<WriteResult> {
    const object = this.object(objectName);
    for (const { runId, id, values } of changes) {
      const thought = this.step.thoughts.get(runId);
      if (thought?.recordId === id) thought.laidOver = { ...thought.laidOver, ...this.byColumn(object, values) };
    }
    return { ok: true, ids: changes.map(({ id }) => id) };
  }

  async delete(_object: string, ids: readonly string[]): Promise<WriteResult> {
    return { ok: true, ids };
  }

  async notify(notices: readonly Notice[]): Promise<void> {
    for (const { runId, userId } of notices) this.step.thoughts.get(runId)?.told.push(userId);
  }

  async sendEmails(mails: readonly EmailToSend[]): Promise<readonly EmailNote[]> {
    // What people agree to today, whatever the moment that is thought through: nobody is told that a mail would go where none may.
    const refusal = await findWithoutConsent(mails, this.step.session, this.step.place);
    return mails.map((mail) => {
      const leftOut = mail.to.flatMap((to) => { const reason = refusal(mail, to); return reason === undefined ? [] : [{ to, reason }]; });
      const written = mail.to.filter((to) => refusal(mail, to) === undefined);
      this.step.thoughts.get(mail.runId)?.told.push(...written);
      return { runId: mail.runId, written, leftOut };
    });
  }

  private byColumn(object: ObjectModel, values: EvaluatedValues): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
      const named = object.fieldByName.get(name);
      const field = named && storedField(this.step.place, object, named);
      return field?.storage === 'column' ? [[field.column, value]] : [];
    }));
  }

  private object(name: string): ObjectModel {
    const object = this.step.place.named.objectByName.get(name);
    if (!object) throw new RangeError(`There is no object ${name} in the workflow's revision.`);
    return object;
  }

  private expressions(object: ObjectModel): RecordExpressions {
    const at = sql`target.at`;
    return new RecordExpressions({ ...this.step.place, now: at, asOf: this.step.place.asOf ?? at }, object, 'record', runValues(this.step.variables, sql`target."values"`));
  }

  private formula(text: string, object: ObjectModel) {
    const read = readFormula(text, { model: this.step.place.named, object, variables: this.step.variables });
    if (!read.ok) throw new RangeError(`“${text}” was not checked against ${object.name}.`);
    return read.value;
  }

  private targets(runs: readonly RunTarget[]): RawBuilder<unknown> {
    const rows = runs.map(({ runId, recordId, values }) => {
      const { at, laidOver } = this.step.thoughts.get(runId) ?? { at: null, laidOver: {} };
      return { run_id: runId, record_id: recordId, values, at, laid_over: laidOver };
    });
    return sql`(select row_number() over () as position, given.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(run_id text, record_id uuid, "values" jsonb, at timestamptz, laid_over jsonb)) as target`;
  }
}
