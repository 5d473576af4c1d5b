import type { Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { StepNote } from '../ports.js';
import type { Action, ActionContext } from './action.js';
import { checkMessage, templateSchema } from './message-input.js';
import { skipped } from './skipped.js';

export const notify: Action = {
  name: 'notify',
  title: 'Notify a person',
  description: 'Puts a message about the record into a person’s notifications.',
  beforeItsRun: true,
  inputSchema: {
    type: 'object',
    properties: {
      to: { type: 'string', title: 'To', description: 'A formula that answers a user, such as owner.', format: 'formula' },
      template: templateSchema,
      text: { type: 'string', title: 'Text', description: 'Without a template: a formula that answers the message.', format: 'formula' },
    },
    required: ['to'],
    additionalProperties: false,
  },

  check(input, context) {
    return [...checkRecipient(input['to'], context), ...checkMessage(input, ['text'], context)];
  },

  async run({ input, object, runs }, ports) {
    const { to, text, template } = input as { to: string; text?: string; template?: string };
    const values = await ports.evaluate(object.name, { to, ...(text !== undefined && { text }) }, runs);
    const notices = runs.flatMap(({ runId, recordId }) => {
      const found = values.get(runId);
      return found?.['to'] ? [{ runId, recordId, object: object.name, userId: String(found['to']), text: template === undefined ? String(found['text'] ?? '') : { template } }] : [];
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

function checkRecipient(formula: unknown, context: ActionContext): Problem[] {
  if (typeof formula !== 'string') return [{ path: '/to', code: 'formula.missing', message: 'The step does not say who is notified.' }];
  const read = readFormula(formula, context, 'reference');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path: '/to' }));
}
