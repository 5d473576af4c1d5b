import { findConsentLedger, purposeFault, type Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { EmailToSend, StepNote } from '../ports.js';
import type { Action, ActionContext, StepInput } from './action.js';
import { checkMessage, templateSchema } from './message-input.js';
import { skipped } from './skipped.js';

const MOST_RECIPIENTS = 20;

export const sendEmail: Action = {
  name: 'sendEmail',
  title: 'Send an e-mail',
  description: 'Writes an e-mail to people or addresses, each in the language of whoever gets it.',
  inputSchema: {
    type: 'object',
    properties: {
      to: {
        type: 'array',
        title: 'To',
        format: 'formula-list',
        description: 'Formulas that answer a user, as owner, or an address, as email or customer.email.',
        items: { type: 'string', format: 'formula' },
        minItems: 1,
        maxItems: MOST_RECIPIENTS,
      },
      template: templateSchema,
      subject: { type: 'string', title: 'Subject', description: 'Without a template: a formula that answers the subject.', format: 'formula' },
      body: { type: 'string', title: 'Body', description: 'Without a template: a formula that answers the text.', format: 'formula' },
      purpose: { type: 'string', title: 'Purpose', description: 'A purpose of the ledger of consent: only those who agreed to it get the e-mail. Without one it is no marketing. A template says its own.' },
    },
    required: ['to'],
    additionalProperties: false,
  },

  check(input, context) {
    return [...checkRecipients(input['to'], context), ...checkMessage(input, ['subject', 'body'], context), ...checkPurpose(input, context)];
  },

  async run({ input, object, runs }, ports) {
    const { to, template, subject, body, purpose } = input as { to: readonly string[]; template?: string; subject?: string; body?: string; purpose?: string };
    const formulas = { ...Object.fromEntries(to.map((formula, index) => [`to${index}`, formula])), ...(template === undefined && { subject: subject ?? '', body: body ?? '' }) };
    const values = await ports.evaluate(object.name, formulas, runs);
    const mails = runs.flatMap(({ runId, recordId }): EmailToSend[] => {
      const found = values.get(runId);
      if (!found) return [];
      const recipients = to.flatMap((_, index) => addressesIn(found[`to${index}`]));
      const message = template === undefined ? { subject: String(found['subject'] ?? ''), body: String(found['body'] ?? '') } : { template };
      return [{ runId, object: object.name, recordId, to: [...new Set(recipients)], message, ...(purpose !== undefined && { purpose }) }];
    });
    const written = new Map((await ports.sendEmails(mails)).map((note) => [note.runId, note]));
    const notes = mails.map(({ runId, to: wanted, message }): StepNote => {
      const { written: reached = [], leftOut = [] } = written.get(runId) ?? {};
      const facts = { ...(leftOut.length > 0 && { leftOut: leftOut.map(({ to: left, reason }) => ({ to: left, reason })) }) };
      return { runId, input: { to: wanted, ...message }, output: reached.length > 0 ? { mailed: reached, ...facts } : { skipped: 'There is nobody to write to.', ...facts } };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};

function checkRecipients(to: unknown, context: ActionContext): Problem[] {
  if (!Array.isArray(to) || to.length === 0) return [{ path: '/to', code: 'recipient.missing', message: 'The step does not say to whom it writes.', hint: 'Write a formula that answers a user or an address, such as owner.' }];
  if (to.length > MOST_RECIPIENTS) return [{ path: '/to', code: 'recipient.many', message: `The step writes to ${to.length} people; ${MOST_RECIPIENTS} is the most.` }];
  return to.flatMap((formula: unknown, index): Problem[] => {
    const path = `/to/${index}`;
    if (typeof formula !== 'string') return [{ path, code: 'formula.missing', message: 'This recipient is no formula.' }];
    const read = readFormula(formula, context);
    if (!read.ok) return read.problems.map((problem) => ({ ...problem, path }));
    return ['text', 'reference'].includes(read.value.type) ? [] : [{ path, code: 'recipient.type', message: `“${formula}” answers neither a user nor an address, but a ${read.value.type}.` }];
  });
}

function checkPurpose({ purpose, template }: StepInput, { model }: ActionContext): Problem[] {
  if (purpose === undefined) return [];
  const path = '/purpose';
  if (typeof purpose !== 'string') return [{ path, code: 'consent.purpose', message: 'The purpose is no text.' }];
  if (template !== undefined) return [{ path, code: 'message.twice', message: 'The step names a template and says a purpose of its own.', hint: 'Write the purpose into the template.' }];
  const fault = purposeFault(purpose, findConsentLedger(model));
  return fault ? [{ ...fault, path }] : [];
}

/** A text may hold several addresses, as people write them. */
function addressesIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(/[,;\n]/).map((one) => one.trim()).filter((one) => one !== '') : [];
}
