import type { RetentionRuleDocument } from '@guanxi/metadata';
import { orgTable, type RetentionTerms } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { KeptReason } from './find-kept-back.js';

/** A rule that was switched on or off in an org. */
export interface Switched {
  readonly ruleId: string;
  readonly active: boolean;
  /** As they were when it was switched. */
  readonly terms: RetentionTerms;
  readonly switchedBy: string;
  readonly switchedAt: Date;
  readonly nextAt: Date | null;
}

/** Why a run ended before its end. */
export type StopReason = 'off' | 'changed' | 'failed';

export interface RetentionRun {
  readonly id: string;
  readonly ruleId: string;
  /** Of the rule, as it was. */
  readonly title: string;
  readonly terms: RetentionTerms;
  readonly revision: number;
  /** YYYY-MM-DD by the org's calendar. */
  readonly day: string;
  readonly status: 'running' | 'done' | 'stopped';
  readonly stopped: StopReason | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly lastId: string | null;
  readonly done: number;
  readonly kept: Readonly<Partial<Record<KeptReason, number>>>;
  readonly keptSample: readonly KeptRecord[];
  readonly operationId: string | null;
  readonly attempts: number;
}

export interface KeptRecord {
  readonly id: string;
  readonly reason: KeptReason;
}

/** Of what was left, so many records are named. */
const MOST_NAMED = 100;

/** The `_retention` and `_retention_run` tables of one org. */
export class RetentionStore {
  private readonly state: RawBuilder<unknown>;
  private readonly run: RawBuilder<unknown>;

  constructor(private readonly session: SqlSession, schema: string) {
    this.state = orgTable(schema, 'retention');
    this.run = orgTable(schema, 'retentionRun');
  }

  switched(): Promise<readonly Switched[]> {
    return this.session.run<Switched>(sql`select ${STATE} from ${this.state}`);
  }

  async save({ ruleId, active, terms, switchedBy, switchedAt, nextAt }: Switched): Promise<void> {
    await this.session.run(sql`insert into ${this.state} (rule_id, active, terms, switched_by, switched_at, next_at)
      values (${ruleId}, ${active}, ${JSON.stringify(terms)}::jsonb, ${switchedBy}::uuid, ${switchedAt}::timestamptz, ${nextAt}::timestamptz)
      on conflict (rule_id) do update set active = excluded.active, terms = excluded.terms, switched_by = excluded.switched_by, switched_at = excluded.switched_at, next_at = excluded.next_at`);
  }

  /** A rule whose time has come; nobody else begins its run until the end of the transaction. */
  async takeDue(now: Date): Promise<Switched | undefined> {
    const [due] = await this.session.run<Switched>(sql`select ${STATE} from ${this.state} where active and next_at <= ${now}::timestamptz order by next_at, rule_id limit 1 for update skip locked`);
    return due;
  }

  async moveOn(ruleId: string, nextAt: Date): Promise<void> {
    await this.session.run(sql`update ${this.state} set next_at = ${nextAt}::timestamptz where rule_id = ${ruleId}`);
  }

  /** A rule runs once a day: a second run of the day is none. */
  async begin({ id, rule, terms, revision, day, at }: { readonly id: string; readonly rule: RetentionRuleDocument; readonly terms: RetentionTerms; readonly revision: number; readonly day: string; readonly at: Date }): Promise<void> {
    await this.session.run(sql`insert into ${this.run} (id, rule_id, title, terms, revision, day, status, started_at)
      values (${id}::uuid, ${rule.guanxi.id}, ${rule.title}, ${JSON.stringify(terms)}::jsonb, ${revision}, ${day}::date, 'running', ${at}::timestamptz) on conflict (rule_id, day) do nothing`);
  }

  async open(): Promise<readonly string[]> {
    return (await this.session.run<{ id: string }>(sql`select id from ${this.run} where status = 'running' order by id`)).map(({ id }) => id);
  }

  /** A run that is still to be done, held until the end of the transaction; undefined where another worker is at it. */
  async hold(id: string): Promise<RetentionRun | undefined> {
    const [run] = await this.session.run<RetentionRun>(sql`select ${RUN} from ${this.run} where id = ${id}::uuid and status = 'running' for update skip locked`);
    return run;
  }

  async advance(run: RetentionRun, { lastId, done, kept, operationId }: { readonly lastId: string; readonly done: number; readonly kept: readonly KeptRecord[]; readonly operationId: string | null }): Promise<void> {
    const counts: Partial<Record<KeptReason, number>> = { ...run.kept };
    for (const { reason } of kept) counts[reason] = (counts[reason] ?? 0) + 1;
    const sample = [...run.keptSample, ...kept].slice(0, MOST_NAMED);
    await this.session.run(sql`update ${this.run} set last_id = ${lastId}::uuid, done = done + ${done}, kept = ${JSON.stringify(counts)}::jsonb, kept_sample = ${JSON.stringify(sample)}::jsonb, operation_id = ${operationId}::uuid, attempts = 0 where id = ${run.id}::uuid`);
  }

  async finish(id: string, at: Date, stopped: StopReason | null): Promise<void> {
    await this.session.run(sql`update ${this.run} set status = ${stopped === null ? 'done' : 'stopped'}, stopped = ${stopped}, finished_at = ${at}::timestamptz where id = ${id}::uuid and status = 'running'`);
  }

  /** Answers how often it has gone wrong since it last got on. */
  async countFailure(id: string): Promise<number> {
    const [run] = await this.session.run<{ attempts: number }>(sql`update ${this.run} set attempts = attempts + 1 where id = ${id}::uuid and status = 'running' returning attempts`);
    return run?.attempts ?? 0;
  }

  async find(id: string): Promise<RetentionRun | undefined> {
    const [run] = await this.session.run<RetentionRun>(sql`select ${RUN} from ${this.run} where id = ${id}::uuid`);
    return run;
  }

  /** Newest first; of one rule, or of all. */
  runs({ ruleId, first }: { readonly ruleId?: string; readonly first: number }): Promise<readonly RetentionRun[]> {
    return this.session.run<RetentionRun>(sql`select ${RUN} from ${this.run} where ${ruleId === undefined ? sql`true` : sql`rule_id = ${ruleId}`} order by started_at desc, id desc limit ${first}`);
  }

  /** The newest of each rule. */
  latest(): Promise<readonly RetentionRun[]> {
    return this.session.run<RetentionRun>(sql`select distinct on (rule_id) ${RUN} from ${this.run} order by rule_id, started_at desc, id desc`);
  }
}

const STATE = sql`rule_id as "ruleId", active, terms, switched_by as "switchedBy", switched_at as "switchedAt", next_at as "nextAt"`;
const RUN = sql`id, rule_id as "ruleId", title, terms, revision, day::text as day, status, stopped, started_at as "startedAt", finished_at as "finishedAt", last_id as "lastId", done, kept, kept_sample as "keptSample", operation_id as "operationId", attempts`;
