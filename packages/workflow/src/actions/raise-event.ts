import type { EventToRaise, StepNote } from '../ports.js';
import type { Action } from './action.js';
import { checkNamedFormulas, namedFormulasSchema } from './named-formulas.js';
import { skipped } from './skipped.js';

const NAME = /^[A-Za-z][\w.-]{0,99}$/;

export const raiseEvent: Action = {
  name: 'raiseEvent',
  title: 'Raise an event',
  description: 'Tells that something has happened to the record: workflows that begin with the event run, and runs that wait for it go on.',
  inputSchema: {
    type: 'object',
    properties: {
      event: { type: 'string', title: 'Event', description: 'Its name, as order.paid.', pattern: '^[A-Za-z][A-Za-z0-9_.-]*$', maxLength: 100 },
      send: namedFormulasSchema,
    },
    required: ['event'],
    additionalProperties: false,
  },

  check({ event, send }, context) {
    return [...checkEventName(event), ...checkNamedFormulas(send, 'send', context)];
  },

  async run({ input, object, runs }, ports) {
    const { event: name, send = {} } = input as { event: string; send?: Readonly<Record<string, string>> };
    // A constant makes the question one that can be asked where nothing is told along.
    const found = await ports.evaluate(object.name, { ...send, _here: 'true' }, runs);
    const events = runs.flatMap(({ runId, recordId }): EventToRaise[] => {
      const { _here: here, ...told } = found.get(runId) ?? {};
      return here === undefined ? [] : [{ runId, name, object: object.name, recordId, values: told }];
    });
    const raised = await ports.raiseEvents(events);
    if (!raised.ok) return raised;
    const notes = events.map(({ runId, values: told }): StepNote => {
      const { begun, woken } = raised.notes.get(runId) ?? { begun: [], woken: 0 };
      return { runId, input: { event: name, values: told }, output: { raised: name, begun, woken } };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};

export function checkEventName(name: unknown) {
  if (typeof name === 'string' && NAME.test(name)) return [];
  return [{ path: '/event', code: 'event.name', message: 'The event needs a name of letters, digits, dots and dashes, which begins with a letter.', hint: 'Write it as order.paid.' }];
}
