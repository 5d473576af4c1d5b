import type { Problem } from '@guanxi/metadata';
import { checkCalendarPeriod, parsePeriod } from '../definition/period.js';
import { readFormula } from '../expressions/read-formula.js';
import type { StepNote } from '../ports.js';
import type { Action, ActionContext } from './action.js';
import { skipped } from './skipped.js';

export const wait: Action = {
  name: 'wait',
  title: 'Wait',
  description: 'Goes on after a time, or at a moment that the record says.',
  inputSchema: {
    type: 'object',
    properties: {
      for: { type: 'string', title: 'For', description: 'A length of time, as P3D for three days.', format: 'period' },
      until: { type: 'string', title: 'Until', description: 'Or a formula that answers a date, or a date with time.', format: 'formula' },
      calendar: { type: 'string', title: 'By the calendar', description: 'The business calendar whose days and hours alone count.', format: 'business-calendar' },
    },
    additionalProperties: false,
  },

  check(input, context) {
    const { for: length, until, calendar } = input;
    if ((length === undefined) === (until === undefined)) {
      return [{ path: '', code: 'wait.what', message: 'The step has to say either how long it waits or until when.' }];
    }
    if (length !== undefined) return checkLength(length, calendar);
    const unused = { path: '/calendar', code: 'wait.calendar', message: 'A calendar counts a length of time; a moment is what it is.', hint: 'Leave the calendar out, or say how long to wait.' };
    return [...checkMoment(until, context), ...(calendar === undefined ? [] : [unused])];
  },

  async run({ input, object, runs }, ports) {
    const { for: length, until, calendar } = input as { for?: string; until?: string; calendar?: string };
    const period = length === undefined ? undefined : parsePeriod(length);
    const moments = period ? await sameForAll(ports.after(period, calendar), runs.map(({ runId }) => runId)) : await ports.momentsOf(object.name, until ?? '', runs);
    const now = Date.parse(ports.now());
    const notes = [...moments].map(([runId, moment]): StepNote => {
      const given = { ...input, until: moment };
      if (moment === null) return { runId, input: given, output: { skipped: 'There is no moment to wait for: the date is blank.' } };
      if (Date.parse(moment) <= now) return { runId, input: given, output: { passed: moment } };
      return { runId, input: given, output: { waits: moment }, way: { to: 'rest', until: moment } };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },

  async resume({ runs }, ports) {
    const notes = runs.map(({ runId }): StepNote => ({ runId, input: null, output: { waited: ports.now() } }));
    return { ok: true, notes };
  },
};

async function sameForAll(moment: Promise<string>, runIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const value = await moment;
  return new Map(runIds.map((runId) => [runId, value]));
}

function checkLength(length: unknown, calendar: unknown): Problem[] {
  const period = typeof length === 'string' ? parsePeriod(length) : undefined;
  if (period) {
    const fault = calendar === undefined ? undefined : checkCalendarPeriod(period);
    return fault ? [{ path: '/for', ...fault }] : [];
  }
  return [{ path: '/for', code: 'wait.length', message: 'This is no length of time.', hint: 'Write it as P3D for three days, or PT2H for two hours.' }];
}

function checkMoment(until: unknown, context: ActionContext): Problem[] {
  const path = '/until';
  if (typeof until !== 'string') return [{ path, code: 'formula.missing', message: 'The step does not say until when it waits.' }];
  const read = readFormula(until, context);
  if (!read.ok) return read.problems.map((problem) => ({ ...problem, path }));
  if (read.value.type === 'date' || read.value.type === 'datetime') return [];
  return [{ path, code: 'wait.type', message: `“${until}” answers no date and no date with time, but a ${read.value.type}.` }];
}
