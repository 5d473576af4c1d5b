import { Injectable } from '@nestjs/common';
import { nameSql } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { countPastTheLine, readDueRule, storedObject, triggerFamily, type SimulationSpan } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import type { Asker } from './asker.js';
import { placeOf } from './active-workflow.js';
import { keepCalendars } from './keep-calendars.js';
import { readGivenWorkflow } from './read-given-workflow.js';
import { readFirings, readReplay, thinkOf, type Replay } from './simulate/replay.js';
import { sumThoughts, type StepSums } from './simulate/sum-thoughts.js';
import type { ThoughtStep } from './simulate/thought.js';
import { walkThoughts } from './simulate/walk-thoughts.js';
import { nameIds, type NamedId } from './trace/name-ids.js';

export interface SimulationSummary {
  /** False where history cannot tell when it would have run. */
  readonly isKnown: boolean;
  readonly total: number;
  readonly records: number;
  readonly from: string;
  readonly to: string;
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** Those with firings. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** Whose records they were, most first. */
  readonly owners: readonly PersonCount[];
  readonly limits: readonly string[];
}

export interface PersonCount {
  readonly userId: string | null;
  readonly name: string;
  readonly count: number;
}

export interface SimulatedFiring {
  readonly recordId: string;
  readonly recordName: string;
  readonly anchor: string;
  readonly due: string;
  readonly steps: readonly ThoughtStep[];
}

export interface SimulatedSteps extends StepSums {
  /** Of how many firings the steps were thought through. */
  readonly walked: number;
  readonly told: readonly PersonCount[];
}

export interface ExpectedRuns {
  readonly isKnown: boolean;
  /** That were looked at. */
  readonly days: number;
  readonly total: number;
  readonly perDay: number;
  readonly peakDay: string | null;
  readonly peak: number;
  readonly limits: readonly string[];
}

interface Page {
  readonly first: number;
  readonly after?: string | undefined;
}

interface Count {
  readonly day: string | null;
  readonly owner: string | null;
  readonly grouping: number;
  readonly count: number;
  readonly records: number;
}

const MOST = 1_000;
/** Firings whose steps are thought through for the sums. */
const MOST_WALKED = 5_000;
const MOST_PEOPLE = 50;
const EXPECTED_DAYS = 90;
const DAY = 86_400_000;
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

  async simulate(asker: Asker, given: unknown, span: SimulationSpan): Promise<SimulationSummary> {
    const { org } = asker;
    const replay = await this.replay(asker, given, span);
    const { simulation: { limits, isKnown } } = replay;
    const counts = isKnown ? await this.database.transaction(org, (tx) => tx.run<Count>(countFirings(replay)), patience) : [];
    const total = counts.find(({ grouping }) => grouping === 3);
    const days = counts.flatMap(({ grouping, day, count }) => (grouping === 1 && day !== null ? [{ day, count }] : [])).sort((a, b) => (a.day < b.day ? -1 : 1));
    const today = dayIn(this.clock.now(org), org.timeZone);
    const from = span.from ?? days[0]?.day ?? span.to ?? today;
    const to = span.to ?? days.at(-1)?.day ?? (from > today ? from : today);
    const owners = await this.named(org, counts.flatMap(({ grouping, owner, count }) => (grouping === 2 ? [{ id: owner, count }] : [])));
    return { isKnown, total: total?.count ?? 0, records: total?.records ?? 0, from, to, days, months: fillMonths(days, from, to), owners, limits };
  }

  /** In order of due time, with what each step would have done; the limit of a page is 1,000. */
  async rows(asker: Asker, given: unknown, span: SimulationSpan, { first, after }: Page): Promise<{ rows: readonly SimulatedFiring[]; next: string | null; names: readonly NamedId[] }> {
    const replay = await this.replay(asker, given, span);
    const limit = Math.min(Math.max(first, 1), MOST);
    const found = await this.read(asker.org, replay, limit + 1, afterCursor(after));
    const rows = await this.walk(asker.org, replay, found.slice(0, limit));
    const last = rows[limit - 1];
    const names = await nameIds(this.database.session(asker.org), asker.org.schema, replay.model, rows.map(({ steps }) => steps));
    return { rows, names, next: found.length > limit && last ? JSON.stringify([last.due, last.recordId]) : null };
  }

  /** Which ways the runs would have taken, what their steps would have come to, and whom they would have told. */
  async steps(asker: Asker, given: unknown, span: SimulationSpan): Promise<SimulatedSteps> {
    const { org } = asker;
    const replay = await this.replay(asker, given, span);
    const found = await this.read(org, replay, MOST_WALKED, sql``);
    const thoughts = found.map((firing, index) => thinkOf(replay, firing, index));
    await walkThoughts(this.database.session(org), thoughts);
    const { told, ...sums } = sumThoughts(thoughts);
    return { ...sums, walked: thoughts.length, told: await this.named(org, told) };
  }

  /** How often it is to be expected: what it would have done in the last 90 days, or since there are records. */
  async expect(asker: Asker, given: unknown): Promise<ExpectedRuns> {
    const { org } = asker;
    const now = this.clock.now(org);
    const from = dayIn(new Date(now.getTime() - (EXPECTED_DAYS - 1) * DAY), org.timeZone);
    const to = dayIn(now, org.timeZone);
    const replay = await this.replay(asker, given, { from, to });
    const [known] = await this.database.session(org).run<{ at: Date | null }>(sql`select min(created_at) as at from ${recordTable(org.schema, storedObject(replay.place, replay.object))}`);
    const counts = replay.simulation.isKnown ? await this.database.transaction(org, (tx) => tx.run<Count>(countFirings(replay)), patience) : [];
    const days = counts.flatMap(({ grouping, day, count }) => (grouping === 1 && day !== null ? [{ day, count }] : []));
    const total = counts.find(({ grouping }) => grouping === 3)?.count ?? 0;
    const peak = days.reduce<(typeof days)[number] | undefined>((most, one) => (most && most.count >= one.count ? most : one), undefined);
    // Records that came in at once tell of dates from before; of changes there are none before they came in.
    const entered = triggerFamily(replay.workflow.trigger) === 'due' || !known?.at ? EXPECTED_DAYS : Math.ceil((now.getTime() - known.at.getTime()) / DAY);
    const observed = Math.min(EXPECTED_DAYS, Math.max(1, entered));
    return { isKnown: replay.simulation.isKnown, days: observed, total, perDay: total / observed, peakDay: peak?.day ?? null, peak: peak?.count ?? 0, limits: replay.simulation.limits };
  }

  /** How many records would fire at once if the workflow were switched on and those past the line were included. */
  async countPastTheLine(org: Org, given: unknown): Promise<number> {
    const { model, workflow } = readGivenWorkflow(given, (await this.models.current(org)).model);
    if (triggerFamily(workflow.trigger) !== 'due') return 0;
    const rule = readDueRule(workflow, placeOf(org, { named: model, stored: model }, this.clock));
    const [row] = await this.database.transaction(org, (tx) => tx.run<{ count: number }>(countPastTheLine(rule)), patience);
    return row?.count ?? 0;
  }

  private async replay({ org, locale }: Asker, given: unknown, span: SimulationSpan): Promise<Replay> {
    const { model: stored } = await this.models.current(org);
    const read = readGivenWorkflow(given, stored);
    // Rules count by the open hours that the tables hold.
    if (read.model.businessCalendars.length > 0) await this.database.transaction(org, (tx) => keepCalendars(tx, read.model, this.clock.now(org)));
    return readReplay(read, placeOf(org, { named: read.model, stored: read.model }, this.clock), { span, now: this.clock.now(org), locale });
  }

  private read(org: Org, replay: Replay, limit: number, after: RawBuilder<unknown>) {
    return this.database.transaction(org, (tx) => readFirings(tx, replay, nameSql(replay.object, 'record'), { limit, after }), patience);
  }

  private async walk(org: Org, replay: Replay, found: Awaited<ReturnType<Simulations['read']>>): Promise<readonly SimulatedFiring[]> {
    const thoughts = found.map((firing, index) => thinkOf(replay, firing, index));
    await walkThoughts(this.database.session(org), thoughts);
    return found.map(({ recordId, recordName, anchor, due }, index) => ({ recordId, recordName, anchor, due, steps: thoughts[index]?.steps ?? [] }));
  }

  /** People by name, most first; an address is its own name. */
  private async named(org: Org, counts: readonly { readonly id: string | null; readonly count: number }[]): Promise<readonly PersonCount[]> {
    const most = [...counts].sort((a, b) => b.count - a.count).slice(0, MOST_PEOPLE);
    const ids = most.flatMap(({ id }) => id ?? []);
    const users = await this.database.session(org).run<{ id: string; name: string }>(sql`select id, name from ${orgTable(org.schema, 'user')} where id::text = any(${ids}::text[])`);
    const names = new Map(users.map(({ id, name }) => [id, name]));
    return most.map(({ id, count }) => ({ userId: id !== null && names.has(id) ? id : null, name: id === null ? '' : (names.get(id) ?? id), count }));
  }
}

function countFirings({ firings }: Replay): RawBuilder<unknown> {
  return sql`with known as materialized (
      select record_id, due_day as day, owner from (${firings}) as firing
    )
    select day, owner, grouping(day, owner) as grouping, count(*)::int as count, 0 as records
    from known group by grouping sets ((day), (owner))
    union all select null, null, 3, count(*)::int, count(distinct record_id)::int from known`;
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
function fillMonths(days: readonly { readonly day: string; readonly count: number }[], from: string, to: string): readonly { month: string; count: number }[] {
  const known = new Map<string, number>();
  for (const { day, count } of days) known.set(day.slice(0, 7), (known.get(day.slice(0, 7)) ?? 0) + count);
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last] = [index(from), index(to)];
  if (last - first > 600 || known.size === 0) return [...known].map(([month, count]) => ({ month, count }));
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, offset) => {
    const month = `${Math.floor((first + offset) / 12)}-${String(((first + offset) % 12) + 1).padStart(2, '0')}`;
    return { month, count: known.get(month) ?? 0 };
  });
}
