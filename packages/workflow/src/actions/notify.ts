import type { Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { skipped } from './skipped.js';

export const notify: Action = {
  name: 'notify',
  title: 'Notify a person',
  description: 'Puts a message about the record into a person’s notifications.',
  inputSchema: {
    type: 'object',
    properties: {
      to: { type: 'string', title: 'To', description: 'A formula that answers a user, such as owner.', format: 'formula' },
      text: { type: 'string', title: 'Text', description: 'A formula that answers the message.', format: 'formula' },
    },
    required: ['to', 'text'],
    additionalProperties: false,
  },

  check(input, { model, object }) {
    return ['to', 'text'].flatMap((name): Problem[] => {
      const path = `/${name}`;
      const formula = input[name];
      if (typeof formula !== 'string') return [{ path, code: 'formula.missing', message: `The step does not say ${name === 'to' ? 'who is notified' : 'what the message says'}.` }];
      const read = readFormula(formula, model, object, name === 'to' ? 'reference' : 'text');
      return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
    });
  },

  async run({ input, object, runs }, ports) {
    const { to, text } = input as { to: string; text: string };
    const values = await ports.evaluate(object.name, { to, text }, runs);
    const notices = runs.flatMap(({ runId, recordId }) => {
      const found = values.get(runId);
      return found?.['to'] ? [{ runId, recordId, object: object.name, userId: String(found['to']), text: String(found['text'] ?? '') }] : [];
    });
    await ports.notify(notices);
    const told = new Set(notices.map(({ runId }) => runId));
    const notes = [...values].map(([runId, set]): StepNote => ({
      runId,
      input: set,
      output: told.has(runId) ? { notified: set['to'] ?? null } : { skipped: 'There is nobody to notify.' },
    }));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};
