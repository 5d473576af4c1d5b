import { Injectable } from '@nestjs/common';
import { nameSql, type ObjectModel } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { countPastTheLine, readDueRule, simulateChanges, simulateElapsed, type Simulation, type SimulationSpan } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import type { Asker } from './asker.js';
import { placeOf } from './active-workflow.js';
import { readGivenWorkflow, type GivenWorkflow } from './read-given-workflow.js';

export interface SimulationSummary {
  readonly total: number;
  readonly records: number;
  readonly from: string;
  readonly to: string;
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly limits: readonly string[];
}

export interface SimulatedFiring {
  readonly recordId: string;
  readonly recordName: string;
  readonly anchor: string;
  readonly due: string;
}

interface Page {
  readonly first: number;
  readonly after?: string | undefined;
}

interface Count {
  readonly month: string | null;
  readonly count: number;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
}

const MOST = 1_000;
/** Replaying all of an org's history may take its time; it only reads. */
const patience = { statementTimeout: 300_000 };

/** Asks first: what a workflow would have done, from one statement over the org's history. Nothing is written. */
@Injectable()
export class Simulations {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async simulate({ org, locale }: Asker, given: unknown, span: SimulationSpan): Promise<SimulationSummary> {
    const { firings, limits } = this.replay(org, await this.read(org, given), locale);
    const counts = await this.database.transaction(org, (tx) => tx.run<Count>(sql`
      select month, count(*)::int as count, count(distinct record_id)::int as records, min(due_day) as first, max(due_day) as last
      from (select record_id, due_day, left(due_day, 7) as month from (${firings}) as firing where ${within(span)}) as firing
      group by grouping sets ((month), ()) order by month nulls last`), patience);
    const total = counts.find(({ month }) => month === null);
    const today = dayIn(this.clock.now(org), org.timeZone);
    const from = span.from ?? total?.first ?? span.to ?? today;
    const to = span.to ?? total?.last ?? (from > today ? from : today);
    return { total: total?.count ?? 0, records: total?.records ?? 0, from, to, months: fillMonths(counts, from, to), limits };
  }

  /** In order of due time; the limit of a page is 1,000. */
  async rows(org: Org, given: unknown, span: SimulationSpan, { first, after }: Page): Promise<{ rows: readonly SimulatedFiring[]; next: string | null }> {
    const read = await this.read(org, given);
    const { firings } = this.replay(org, read);
    const object = read.model.objectByName.get(read.workflow.object) as ObjectModel;
    const limit = Math.min(Math.max(first, 1), MOST);
    const rows = await this.database.transaction(org, (tx) => tx.run<SimulatedFiring>(sql`
      select firing.record_id as "recordId", coalesce(${nameSql(object, 'record')}, '') as "recordName", firing.anchor, firing.due
      from (${firings}) as firing join ${recordTable(org.schema, object)} as record on record.id = firing.record_id
      where ${within(span)} ${afterCursor(after)} order by firing.due, firing.record_id limit ${limit + 1}`), patience);
    const last = rows[limit - 1];
    return { rows: rows.slice(0, limit), next: rows.length > limit && last ? JSON.stringify([last.due, last.recordId]) : null };
  }

  /** How many records would fire at once if the workflow were switched on and those past the line were included. */
  async countPastTheLine(org: Org, given: unknown): Promise<number> {
    const { model, workflow } = await this.read(org, given);
    if (!('elapsed' in workflow.trigger)) return 0;
    const rule = readDueRule(workflow, placeOf(org, { named: model, stored: model }, this.clock));
    const [row] = await this.database.transaction(org, (tx) => tx.run<{ count: number }>(countPastTheLine(rule)), patience);
    return row?.count ?? 0;
  }

  private async read(org: Org, given: unknown): Promise<GivenWorkflow> {
    return readGivenWorkflow(given, (await this.models.current(org)).model);
  }

  private replay(org: Org, { model, workflow }: GivenWorkflow, locale?: string): Simulation {
    const place = placeOf(org, { named: model, stored: model }, this.clock);
    return 'elapsed' in workflow.trigger ? simulateElapsed(readDueRule(workflow, place), locale) : simulateChanges(workflow, place, locale);
  }
}

function within({ from, to }: SimulationSpan): RawBuilder<unknown> {
  return sql`${from === undefined ? sql`true` : sql`firing.due_day >= ${from}::text`} and ${to === undefined ? sql`true` : sql`firing.due_day <= ${to}::text`}`;
}

function afterCursor(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  try {
    const [due, id] = JSON.parse(cursor) as [string, string];
    return sql`and (firing.due, firing.record_id) > (${due}::text, ${id}::uuid)`;
  } catch {
    throw new ApiFailure('BAD_REQUEST', '“after” has to be what an earlier page gave as “next”.');
  }
}

export function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** Months without a firing count too; a span of centuries is left as it is. */
function fillMonths(counts: readonly Count[], from: string, to: string): readonly { month: string; count: number }[] {
  const known = new Map(counts.flatMap(({ month, count }) => (month === null ? [] : [[month, count] as const])));
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last] = [index(from), index(to)];
  if (last - first > 600 || known.size === 0) return [...known].map(([month, count]) => ({ month, count }));
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, offset) => {
    const month = `${Math.floor((first + offset) / 12)}-${String(((first + offset) % 12) + 1).padStart(2, '0')}`;
    return { month, count: known.get(month) ?? 0 };
  });
}
