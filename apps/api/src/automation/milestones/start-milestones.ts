import { orgTable } from '@guanxi/query';
import { openTimes, plainTimes, storedObject, writePeriod, type MilestoneMoment, type MilestoneOccasion, type MilestoneTimes, type MilestoneToStart, type StartedMilestone } from '@guanxi/workflow';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import { afterMoments } from '../ports/moments.js';
import type { StepTransaction } from '../transaction-ports.js';
import { milestoneCalendar } from './milestone-calendar.js';

const moments: readonly MilestoneMoment[] = ['warning', 'violated'];

interface OpenRow {
  readonly id: string;
  readonly record: string;
  readonly due_at: Date;
  readonly warn_at: Date | null;
}

/**
 * Starts clocks on records, and with each a run for every moment that has steps: it stands at the step that started the
 * clock and rests until the moment comes. What runs already is left as it is.
 */
export async function startMilestones(asked: readonly MilestoneToStart[], step: StepTransaction): Promise<ReadonlyMap<string, StartedMilestone>> {
  const [first] = asked;
  const object = first && step.place.named.objectByName.get(first.object);
  if (!first || !object) return new Map();
  const { tx, place, group } = step;
  const times = await timesOf(asked, step);
  const rows = asked.map(({ runId, recordId, name, title, titles = {}, target, calendar, doneWhen, since }, index) => ({
    id: makeId(), run: runId, record: recordId, name, title: title ?? null, titles, target: writePeriod(target), calendar: calendar ?? null, done: doneWhen ?? null,
    started: since, warn: iso(times[index]?.warnAt ?? null), due: iso(times[index]?.dueAt ?? null),
  }));
  const milestone = orgTable(tx.org.schema, 'milestone');
  const objectId = storedObject(place, object).id;
  const made = await tx.run<{ id: string }>(sql`
    insert into ${milestone} (id, object, record_id, name, title, titles, workflow_id, revision, step, run_id, target, calendar, done_when, started_at, warn_at, due_at)
    select given.id, ${objectId}, given.record, given.name, given.title, given.titles, ${group.workflow_id}, ${group.revision}::int, ${group.step}::int, given.run, given.target, given.calendar, given.done, given.started, given.warn, given.due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, run uuid, record uuid, name text, title text, titles jsonb, target text, calendar text, done text, started timestamptz, warn timestamptz, due timestamptz)
    on conflict do nothing returning id`);
  const ids = new Set(made.map(({ id }) => id));
  await beginMoments(asked.flatMap((one, index) => (ids.has(rows[index]?.id ?? '') ? [{ ...one, id: rows[index]?.id ?? '', times: times[index] }] : [])), objectId, step);

  const open = await tx.run<OpenRow>(sql`select id, record_id as record, due_at, warn_at from ${milestone}
    where ended_at is null and object = ${objectId} and name = ${first.name} and record_id = any(${asked.map(({ recordId }) => recordId)}::uuid[])`);
  const byRecord = new Map(open.map((row) => [row.record, row]));
  return new Map(asked.flatMap(({ runId, recordId }, index) => {
    const row = byRecord.get(recordId);
    return row ? [[runId, { isNew: row.id === rows[index]?.id, dueAt: row.due_at.toISOString(), warnAt: row.warn_at?.toISOString() ?? null }] as const] : [];
  }));
}

async function timesOf(asked: readonly MilestoneToStart[], step: StepTransaction): Promise<readonly MilestoneTimes[]> {
  const [first] = asked;
  if (!first) return [];
  const { target, calendar: name, warnAt } = first;
  const calendar = milestoneCalendar(name, step.place);
  const given = warnAt === undefined ? {} : { warnAt };
  if (calendar) {
    return asked.map(({ since }) => {
      const times = openTimes(Date.parse(since), target, { calendar, ...given });
      if (!times) throw new RangeError(`The business calendar “${name ?? ''}” is never open for so long.`);
      return times;
    });
  }
  const due = await afterMoments(asked.map(({ since }) => since), target, undefined, step);
  return asked.map(({ since }, index) => plainTimes(Date.parse(since), Date.parse(due[index] ?? since), warnAt));
}

type Begun = MilestoneToStart & { readonly id: string; readonly times: MilestoneTimes | undefined };

async function beginMoments(begun: readonly Begun[], objectId: string, { tx, group, program, now }: StepTransaction): Promise<void> {
  const paths = program[group.step]?.step.paths ?? {};
  const rows = begun.flatMap(({ id, recordId: record, name, values, times }) => moments.flatMap((moment) => {
    const at = moment === 'warning' ? times?.warnAt : times?.dueAt;
    if (at === undefined || at === null || (paths[moment] ?? []).length === 0) return [];
    const trigger: MilestoneOccasion = { kind: 'milestone', milestone: id, name, moment };
    return [{ record, values, occasion: `${id}/${moment}`, trigger, at: iso(at) }];
  }));
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into ${orgTable(tx.org.schema, 'run')} (id, workflow_id, revision, object, record_id, occasion, status, step, rests, next_attempt_at, depth, trigger, facts, started_at, "values")
    select gen_random_uuid(), ${group.workflow_id}, ${group.revision}::int, ${objectId}, given.record, given.occasion, 'resting', ${group.step}::int, true, given.at, ${group.depth}::int, given.trigger, '{}', ${now}::timestamptz, given."values"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(record uuid, "values" jsonb, occasion text, trigger jsonb, at timestamptz)
    on conflict (workflow_id, record_id, occasion) do nothing`);
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
