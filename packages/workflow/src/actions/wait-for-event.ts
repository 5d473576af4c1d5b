import type { JsonValue } from '@guanxi/field-types';
import type { WorkflowInput } from '@guanxi/metadata';
import { readInputs } from '../definition/inputs.js';
import { parsePeriod } from '../definition/period.js';
import type { StepNote, WokenRun } from '../ports.js';
import type { Action } from './action.js';
import { checkEventName } from './raise-event.js';
import { checkReadValues, leftByReading, readValuesSchema } from './read-values.js';

interface Input {
  readonly event: string;
  readonly timeout?: string;
  readonly keep?: readonly WorkflowInput[];
}

const paths = [{ name: 'event' }, { name: 'timeout' }];

export const waitForEvent: Action = {
  name: 'waitForEvent',
  title: 'Wait for an event',
  description: 'Goes on when the event is raised about the record, or when the time is over. What was raised before the wait began does not count.',
  inputSchema: {
    type: 'object',
    properties: {
      event: { type: 'string', title: 'Event', description: 'Its name, as order.paid.', pattern: '^[A-Za-z][A-Za-z0-9_.-]*$', maxLength: 100 },
      timeout: { type: 'string', title: 'At most', description: 'A length of time, as P3D for three days; without it the step waits without end.', format: 'period' },
      keep: readValuesSchema,
    },
    required: ['event'],
    additionalProperties: false,
  },

  paths: ({ timeout }) => (timeout === undefined ? paths.slice(0, 1) : paths),

  leaves: ({ keep }) => leftByReading(keep),

  check({ event, timeout, keep }) {
    const isPeriod = timeout === undefined || (typeof timeout === 'string' && parsePeriod(timeout) !== undefined);
    return [
      ...checkEventName(event),
      ...(isPeriod ? [] : [{ path: '/timeout', code: 'wait.length', message: 'This is no length of time.', hint: 'Write it as P3D for three days, or PT2H for two hours.' }]),
      ...checkReadValues(keep, 'keep'),
    ];
  },

  async run({ input, object, runs }, ports) {
    const { event: name, timeout } = input as unknown as Input;
    const period = timeout === undefined ? undefined : parsePeriod(timeout);
    const until = period ? await ports.after(period) : null;
    await ports.awaitEvents(runs.map(({ runId, recordId }) => ({ runId, recordId, object: object.name, name })));
    return { ok: true, notes: runs.map(({ runId }): StepNote => ({ runId, input: { event: name, until }, output: { waits: until }, way: { to: 'rest', until } })) };
  },

  async resume({ input, runs }, ports) {
    await ports.endAwaiting(runs.map(({ runId }) => runId));
    return { ok: true, notes: runs.map((run) => goOn(input as unknown as Input, run, ports.now())) };
  },
};

function goOn({ event: name, keep = [] }: Input, { runId, woken }: WokenRun, now: string): StepNote {
  if (woken.by !== 'answer') return { runId, input: null, output: { timedOut: now }, way: { to: 'path', name: 'timeout' } };
  const told = isObject(woken.answer) ? woken.answer : {};
  const read = readInputs(keep, told, { pointers: true });
  if (!read.ok) {
    const error = `The event ${name} came with values that do not fit: ${read.problems.map(({ message }) => message).join(' ')}`;
    return { runId, input: null, output: { event: name, values: told }, way: { to: 'fail', error } };
  }
  return { runId, input: null, output: { event: name, values: told }, way: { to: 'path', name: 'event' }, leaves: read.value };
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
