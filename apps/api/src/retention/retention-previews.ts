import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { compileOverdue, compileRetentionCount, compileRetentionForecast, compileRetentionSample, type RetentionTerms } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { readNamesWithBin } from '../audit/read-names-with-bin.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { findKeptBack, type KeptReason } from './find-kept-back.js';
import { nextRun } from './next-run.js';
import { readGivenRule } from './read-given-rule.js';
import { inOrg, objectOf, termsOf } from './retention-terms.js';

export interface RetentionCount {
  /** Whose time is over. */
  readonly overdue: number;
  /** Without a date, and therefore kept. */
  readonly undated: number;
  /** All of the object. */
  readonly records: number;
}

export interface RetentionPreview extends RetentionCount {
  /** Of the overdue ones, how many would stay, by the reason. */
  readonly kept: readonly { readonly reason: KeptReason; readonly count: number }[];
  /** Of how many of them this was looked at. */
  readonly judged: number;
  /** This month and the eleven after it, in which others follow: `YYYY-MM`. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly sample: readonly SampleRecord[];
  readonly nextRunAt: Date;
}

export interface SampleRecord {
  readonly id: string;
  /** Null for whoever may not read it. */
  readonly name: string | null;
  readonly since: string;
  readonly due: string;
  readonly kept: KeptReason | null;
}

const MONTHS = 12;
const SAMPLE = 10;
const MOST_JUDGED = 10_000;
const AT_ONCE = 2_000;
const STATEMENT_TIMEOUT = 30_000;

/** What a rule would do, before it does anything. */
@Injectable()
export class RetentionPreviews {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Of a rule as it is being written. Throws `ApiFailure` for one that does not fit what is published. */
  async make(actor: Actor, given: unknown): Promise<RetentionPreview> {
    const { org, locale } = actor;
    const { model } = await this.models.current(org);
    const terms = termsOf(readGivenRule(given, model, locale));
    const now = this.clock.now(org);
    const ground = { model, schema: org.schema };
    return this.database.transaction(org, async (tx) => {
      const counts = await this.countIn(tx, terms, model, now);
      const found = await tx.run<{ month: string; count: number }>(inOrg(compileRetentionForecast(terms, ground, MONTHS), org, now));
      const { kept, judged } = await this.judge(tx, terms, model, now);
      const sample = await this.sample(tx, actor, { terms, model, now });
      return { ...counts, judged, kept, months: everyMonth(found, org, now), sample, nextRunAt: nextRun(org, now) };
    }, { statementTimeout: STATEMENT_TIMEOUT });
  }

  count(org: Org, terms: RetentionTerms, model: Model): Promise<RetentionCount> {
    return this.database.transaction(org, (tx) => this.countIn(tx, terms, model, this.clock.now(org)), { statementTimeout: STATEMENT_TIMEOUT });
  }

  private async countIn(tx: OrgTransaction, terms: RetentionTerms, model: Model, now: Date): Promise<RetentionCount> {
    const [counts] = await tx.run<RetentionCount>(inOrg(compileRetentionCount(terms, { model, schema: tx.org.schema }), tx.org, now));
    return counts ?? { overdue: 0, undated: 0, records: 0 };
  }

  /** Why some would stay, in pieces as a run takes them; of very many the first ones are looked at. */
  private async judge(tx: OrgTransaction, terms: RetentionTerms, model: Model, now: Date): Promise<Pick<RetentionPreview, 'kept' | 'judged'>> {
    const { org } = tx;
    const place = { session: tx, schema: org.schema, model, object: objectOf(model, terms) };
    const counts = new Map<KeptReason, number>();
    let judged = 0;
    for (let after: string | null = null; judged < MOST_JUDGED; ) {
      const found: readonly { readonly id: string }[] = await tx.run<{ id: string }>(inOrg(compileOverdue(terms, { model, schema: org.schema }, { after, limit: AT_ONCE }), org, now));
      if (found.length === 0) break;
      for (const reason of (await findKeptBack(place, terms.do, found.map(({ id }) => id))).values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      judged += found.length;
      after = found.at(-1)?.id ?? null;
    }
    return { judged, kept: [...counts].map(([reason, count]) => ({ reason, count })) };
  }

  private async sample(tx: OrgTransaction, actor: Actor, { terms, model, now }: { readonly terms: RetentionTerms; readonly model: Model; readonly now: Date }): Promise<readonly SampleRecord[]> {
    const { org } = actor;
    const rows = await tx.run<{ id: string; since: string; due: string }>(inOrg(compileRetentionSample(terms, { model, schema: org.schema }, SAMPLE), org, now));
    const ids = rows.map(({ id }) => id);
    const names = await readNamesWithBin({ session: tx, schema: org.schema, model }, actor, terms.object, ids);
    const kept = await findKeptBack({ session: tx, schema: org.schema, model, object: objectOf(model, terms) }, terms.do, ids);
    return rows.map((row) => ({ ...row, name: names.get(row.id) ?? null, kept: kept.get(row.id) ?? null }));
  }
}

function everyMonth(found: readonly { readonly month: string; readonly count: number }[], { timeZone }: Org, now: Date): RetentionPreview['months'] {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }).format(now).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) => {
    const name = new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7);
    return { month: name, count: found.find((one) => one.month === name)?.count ?? 0 };
  });
}
