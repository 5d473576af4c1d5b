import type { JsonValue } from '@guanxi/field-types';
import { translate, type ObjectModel, type Problem } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { MOST_DEPTH, readInputs, type RunValues } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { Clock } from '../../config/clock.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { readActiveWorkflows, type ActiveWorkflow, type ModelSource } from '../active-workflow.js';
import { nameLoops } from '../fair/name-loops.js';
import { wakeRuns, type RunAnswer } from '../wake-run.js';
import { beginRuns, type RunToBegin } from './begin-runs.js';

export interface RaisedEvent {
  /** Unique per event: the same one again raises nothing. */
  readonly key: string;
  readonly name: string;
  /** As the model in force knows it. */
  readonly object: ObjectModel;
  readonly recordId: string;
  readonly values: RunValues;
  /** How many workflows have set each other off before it. */
  readonly depth: number;
  /** What the traces of the runs tell of who raised it. */
  readonly raisedBy: Readonly<Record<string, JsonValue>>;
}

export interface Raised {
  readonly key: string;
  /** Names of the workflows that began. */
  readonly begun: readonly string[];
  /** Runs that were waiting for it. */
  readonly woken: number;
}

export interface RaisingPlace {
  readonly models: ModelSource;
  readonly clock: Clock;
}

export type Raising = { readonly ok: true; readonly raised: readonly Raised[] } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Raises events in the caller's transaction: workflows that begin with them get their runs, and runs that wait for them are
 * woken, each by the first event it hears of. Raises nothing where a workflow does not take the values. Afterwards the
 * org's automation has to be woken.
 */
export async function raiseEvents(tx: OrgTransaction, events: readonly RaisedEvent[], { models, clock }: RaisingPlace): Promise<Raising> {
  if (events.length === 0) return { ok: true, raised: [] };
  const now = clock.now(tx.org);
  const listening = (await readActiveWorkflows(tx, tx.org, models, clock)).flatMap((workflow) => listensTo(workflow, events));
  const problems = listening.flatMap((one) => one.problems);
  if (problems.length > 0) return { ok: false, problems };
  const fresh = await noteRaised(tx, events, now);
  const begun = new Map<string, string[]>();
  for (const { workflow, runs } of listening) {
    const first = runs.filter(({ key }) => fresh.has(key));
    const answers = await beginRuns(tx, workflow, first.map(({ run }) => run), now);
    for (const [index, { outcome }] of answers.entries()) if (outcome === 'begun') note(begun, first[index]?.key ?? '', workflow.definition.name);
    const looped = answers.flatMap(({ outcome, runId }, index) => (outcome === 'begun' && runId !== null && (first[index]?.run.depth ?? 0) > MOST_DEPTH ? [runId] : []));
    if (looped.length > 0) await nameLoops(tx, looped, models, now);
  }
  const woken = await wakeWaiting(tx, events.filter(({ key }) => fresh.has(key)), now);
  return { ok: true, raised: events.map(({ key }) => ({ key, begun: begun.get(key) ?? [], woken: woken.get(key) ?? 0 })) };
}

interface Listening {
  readonly workflow: ActiveWorkflow;
  readonly problems: readonly Problem[];
  readonly runs: readonly { readonly key: string; readonly run: RunToBegin }[];
}

function listensTo(workflow: ActiveWorkflow, events: readonly RaisedEvent[]): readonly Listening[] {
  const { definition, place } = workflow;
  if (!('event' in definition.trigger)) return [];
  const { name: listened, inputs = [] } = definition.trigger.event;
  const object = place.named.objectByName.get(definition.object)?.id;
  const heard = events.filter(({ name, object: { id } }) => name === listened && id === object);
  const read = heard.map((event) => ({ event, values: readInputs(inputs, event.values, { pointers: true }) }));
  const problems = read.flatMap(({ values }) => (values.ok ? [] : values.problems.map((problem) => inWorkflow(problem, workflow))));
  const runs = read.flatMap(({ event, values }) => {
    if (!values.ok) return [];
    const { key, name, recordId, depth, raisedBy } = event;
    return [{ key, run: { recordId, values: values.value, occasion: `event:${key}`, trigger: { kind: 'event', name, ...raisedBy }, depth } }];
  });
  return heard.length > 0 ? [{ workflow, problems, runs }] : [];
}

function inWorkflow({ path, code, message, hint, tell }: Problem, { definition: { title, titles } }: ActiveWorkflow): Problem {
  const called = (told: string, locale: string) => `${translate(title, titles, locale)}: ${told}`;
  return {
    path: `/values${path}`, code, message: called(message, 'en'), ...(hint && { hint }),
    ...(tell && { tell: (locale: string) => ({ ...tell(locale), message: called(tell(locale).message, locale) }) }),
  };
}

/** Afterwards the same key raises again. */
const KEPT_DAYS = 30;
const FORGOTTEN_AT_ONCE = 1_000;

/** Which of them have not been raised before. */
async function noteRaised(tx: OrgTransaction, events: readonly RaisedEvent[], now: Date): Promise<ReadonlySet<string>> {
  const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const rows = events.map(({ key, name, object, recordId: record, values, raisedBy }) => ({ key, name, object: object.id, record, values, source: raisedBy['source'] ?? 'api' }));
  const table = orgTable(tx.org.schema, 'raisedEvent');
  await tx.run(sql`delete from ${table} where key in (select key from ${table} where at < ${old}::timestamptz order by at limit ${FORGOTTEN_AT_ONCE} for update skip locked)`);
  const fresh = await tx.run<{ key: string }>(sql`
    insert into ${table} (key, name, object, record_id, "values", source, at)
    select key, name, object, record, "values", source, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as raised(key text, name text, object text, record uuid, "values" jsonb, source text)
    order by key on conflict (key) do nothing returning key`);
  return new Set(fresh.map(({ key }) => key));
}

/** How many runs each event has woken. */
async function wakeWaiting(tx: OrgTransaction, events: readonly RaisedEvent[], now: Date): Promise<ReadonlyMap<string, number>> {
  const asked = events.map(({ key, name, object, recordId: record }) => ({ key, name, object: object.id, record }));
  const waiting = await tx.run<{ run_id: string; position: number; key: string }>(sql`
    select distinct on (wait.run_id) wait.run_id, wait.position, raised.key
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as raised(key text, name text, object text, record uuid)
    join ${orgTable(tx.org.schema, 'eventWait')} as wait on wait.record_id = raised.record and wait.name = raised.name and wait.object = raised.object
    order by wait.run_id, raised.key`);
  const byKey = new Map(events.map((event) => [event.key, event]));
  const keys = new Map(waiting.map(({ run_id: id, key }) => [id, key]));
  const told = await wakeRuns(tx, waiting.map(({ run_id: runId, position: step, key }): RunAnswer => ({ runId, step, answer: { ...byKey.get(key)?.values } })), now);
  const counts = new Map<string, number>();
  for (const id of told) counts.set(keys.get(id) ?? '', (counts.get(keys.get(id) ?? '') ?? 0) + 1);
  return counts;
}

function note(lists: Map<string, string[]>, key: string, name: string): void {
  lists.set(key, [...(lists.get(key) ?? []), name]);
}
