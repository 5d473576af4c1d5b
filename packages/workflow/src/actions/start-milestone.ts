import type { JsonValue } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import { parsePeriod, type Period } from '../definition/period.js';
import { readFormula } from '../expressions/read-formula.js';
import type { MilestoneToStart } from '../milestones/milestone-ports.js';
import type { ActionPorts, RunTarget, StepNote } from '../ports.js';
import type { Action, ActionContext } from './action.js';
import { milestoneNameSchema } from './milestone-name.js';
import { skipped } from './skipped.js';
import { translationsOf, translationsSchema } from './translations-schema.js';

interface Settings {
  readonly name: string;
  readonly title?: string;
  readonly target: string;
  readonly calendar?: string;
  readonly since?: string;
  readonly warnAt?: number;
  readonly doneWhen?: string;
}

export const startMilestone: Action = {
  name: 'startMilestone',
  title: 'Start a milestone',
  description: 'Starts a clock on the record that has a target: it warns, it is met or violated, and steps run at these moments. The workflow goes on at once.',
  inputSchema: {
    type: 'object',
    properties: {
      name: { ...milestoneNameSchema, description: 'Other steps stop the clock by this name; one of a name runs on a record at a time.' },
      title: { type: 'string', title: 'Title', description: 'What people see on the record.', maxLength: 100 },
      titles: translationsSchema,
      target: { type: 'string', title: 'Target', description: 'How long there is time, as PT8H for eight hours.', format: 'period' },
      calendar: { type: 'string', title: 'Business calendar', description: 'Only its hours count; without one all time does.', format: 'business-calendar' },
      since: { type: 'string', title: 'Counted from', description: 'A formula that answers a date with time; without one the clock starts now.', format: 'formula' },
      warnAt: { type: 'integer', title: 'Warns at', description: 'Per cent of the target.', format: 'percent', minimum: 1, maximum: 99 },
      doneWhen: { type: 'string', title: 'Met when', description: 'A formula over the record: once it is true the clock stops, without a step that stops it.', format: 'condition' },
    },
    required: ['name', 'target'],
    additionalProperties: false,
  },

  paths: ({ warnAt }) => [...(warnAt === undefined ? [] : [{ name: 'warning', apart: true }]), { name: 'violated', apart: true }],

  check(input, context) {
    const { name, target, calendar, since, warnAt, doneWhen } = input;
    return [
      ...(typeof name === 'string' && name !== '' ? [] : [{ path: '/name', code: 'milestone.name', message: 'The milestone has no name by which other steps stop it.' }]),
      ...checkTarget(target, calendar),
      ...checkSince(since, context),
      ...(warnAt === undefined || (Number.isInteger(warnAt) && Number(warnAt) >= 1 && Number(warnAt) <= 99) ? [] : [{ path: '/warnAt', code: 'milestone.warning', message: 'A milestone warns at 1 to 99 per cent of its target.' }]),
      ...checkDoneWhen(doneWhen, context),
    ];
  },

  async run({ input, object, runs }, ports) {
    const settings = input as unknown as Settings;
    const { name, title, calendar, warnAt, doneWhen } = settings;
    const target = parsePeriod(settings.target) as Period;
    const done = await ports.evaluate(object.name, { done: doneWhen ?? 'false' }, runs);
    const since = await beginnings(settings.since, { object: object.name, runs: runs.filter(({ runId }) => done.has(runId)) }, ports);
    const isMet = (runId: string) => done.get(runId)?.['done'] === true;
    const toStart = runs.flatMap(({ runId, recordId, values }): MilestoneToStart[] => {
      const from = since.get(runId);
      if (from === undefined || from === null || isMet(runId)) return [];
      return [{ runId, recordId, values, object: object.name, name, target, since: from, ...(title !== undefined && { title, titles: translationsOf(input['titles']) }), ...(calendar !== undefined && { calendar }), ...(warnAt !== undefined && { warnAt }), ...(doneWhen !== undefined && { doneWhen }) }];
    });
    const started = await ports.milestones.start(toStart);
    const notes = [...since].map(([runId, from]): StepNote => {
      const clock = started.get(runId);
      const output: JsonValue = clock
        ? { [clock.isNew ? 'started' : 'runsAlready']: { milestone: name, due: clock.dueAt, ...(clock.warnAt !== null && { warns: clock.warnAt }) } }
        : { skipped: isMet(runId) ? 'What the milestone waits for is true already.' : 'There is no moment to count from: the date is blank.' };
      return { runId, input: { ...input, since: from } as JsonValue, output };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },

  async resume({ runs }, ports) {
    const moments = await ports.milestones.ring(runs);
    const notes = runs.map(({ runId }): StepNote => {
      const rung = moments.get(runId);
      if (!rung) return { runId, input: null, output: { skipped: 'The record or its milestone no longer exists.' }, way: { to: 'end' } };
      if (rung.come === 'never') return { runId, input: { milestone: rung.name }, output: { skipped: `The milestone was met before, at ${rung.endedAt}.` }, way: { to: 'end' } };
      if (!rung.come) return { runId, input: null, output: null, way: { to: 'rest', until: rung.until } };
      return { runId, input: { milestone: rung.name }, output: { [rung.moment]: rung.at }, way: { to: 'path', name: rung.moment } };
    });
    return { ok: true, notes };
  },
};

async function beginnings(since: string | undefined, { object, runs }: { readonly object: string; readonly runs: readonly RunTarget[] }, ports: ActionPorts): Promise<ReadonlyMap<string, string | null>> {
  return since === undefined ? new Map(runs.map(({ runId }) => [runId, ports.now()])) : ports.momentsOf(object, since, runs);
}

/** Whether there is the calendar is checked where documents are put together. */
function checkTarget(target: unknown, calendar: unknown): Problem[] {
  const period = typeof target === 'string' ? parsePeriod(target) : undefined;
  if (!period || Object.values(period).every((part) => part === 0)) return [{ path: '/target', code: 'milestone.target', message: 'The milestone has no target.', hint: 'Write it as PT8H for eight hours, or P3D for three days.' }];
  if (calendar === undefined || (period.months === 0 && period.years === 0)) return [];
  return [{ path: '/target', code: 'milestone.months', message: 'Months and years are not counted in business time.', hint: 'Give the target in days, hours and minutes.' }];
}

function checkSince(since: unknown, context: ActionContext): Problem[] {
  if (since === undefined) return [];
  const path = '/since';
  if (typeof since !== 'string') return [{ path, code: 'formula.missing', message: 'What the milestone is counted from is no formula.' }];
  const read = readFormula(since, context);
  if (!read.ok) return read.problems.map((problem) => ({ ...problem, path }));
  return read.value.type === 'datetime' || read.value.type === 'date' ? [] : [{ path, code: 'milestone.since', message: `“${since}” answers no date and no date with time, but a ${read.value.type}.` }];
}

/** It is looked at again whenever the record changes, outside of any run: nothing that steps leave is known then. */
function checkDoneWhen(doneWhen: unknown, { model, object }: ActionContext): Problem[] {
  if (doneWhen === undefined) return [];
  const path = '/doneWhen';
  if (typeof doneWhen !== 'string') return [{ path, code: 'formula.missing', message: 'What the milestone waits for is no formula.' }];
  const read = readFormula(doneWhen, { model, object }, 'boolean');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
}
