import type { JsonValue } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { CommentToWrite, StepNote } from '../ports.js';
import type { Action, ActionContext } from './action.js';
import { checkMessage, templateSchema } from './message-input.js';
import { skipped } from './skipped.js';

const MOST_MENTIONS = 20;

export const comment: Action = {
  name: 'comment',
  title: 'Comment on the record',
  description: 'Writes a comment on the record and tells the people it mentions.',
  inputSchema: {
    type: 'object',
    properties: {
      template: templateSchema,
      text: { type: 'string', title: 'Text', description: 'Without a template: a formula that answers the message.', format: 'formula' },
      mentions: {
        type: 'array',
        title: 'Mentions',
        description: 'Formulas that answer people, as owner or customer.owner. Who may not read the record is left out.',
        format: 'formula-list',
        items: { type: 'string', format: 'formula' },
        maxItems: MOST_MENTIONS,
      },
    },
    additionalProperties: false,
  },

  check(input, context) {
    return [...checkMessage(input, ['text'], context), ...checkMentions(input['mentions'], context)];
  },

  async run({ input, object, runs }, ports) {
    const { text, template, mentions = [] } = input as { text?: string; template?: string; mentions?: readonly string[] };
    const formulas = { ...(text !== undefined && { text }), ...Object.fromEntries(mentions.map((formula, index) => [`mention${index}`, formula])) };
    const values = await ports.evaluate(object.name, formulas, runs);
    const comments = runs.flatMap(({ runId, recordId }): CommentToWrite[] => {
      const found = values.get(runId);
      if (!found) return [];
      const people = mentions.flatMap((_, index) => found[`mention${index}`] ?? []).map(String);
      return [{ runId, recordId, object: object.name, text: template === undefined ? String(found['text'] ?? '') : { template }, mentions: [...new Set(people)] }];
    });
    const written = new Map((await ports.comment(comments)).map((note) => [note.runId, note]));
    const notes = comments.map(({ runId, text: said, mentions: wanted }): StepNote => {
      const note = written.get(runId);
      const output: JsonValue = note ? { commented: note.text, mentioned: [...note.mentioned], ...(note.leftOut.length > 0 && { leftOut: [...note.leftOut] }) } : { skipped: 'There is nothing to say.' };
      return { runId, input: { ...(typeof said === 'string' ? { text: said } : said), mentions: [...wanted] }, output };
    });
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};

function checkMentions(mentions: unknown, context: ActionContext): Problem[] {
  if (mentions === undefined) return [];
  if (!Array.isArray(mentions)) return [{ path: '/mentions', code: 'mentions.list', message: 'Whom the comment mentions is a list of formulas.' }];
  if (mentions.length > MOST_MENTIONS) return [{ path: '/mentions', code: 'mentions.many', message: `The comment mentions ${mentions.length} people; ${MOST_MENTIONS} is the most.` }];
  return mentions.flatMap((formula: unknown, index): Problem[] => {
    const path = `/mentions/${index}`;
    if (typeof formula !== 'string') return [{ path, code: 'formula.missing', message: 'Whom the comment mentions here is no formula.' }];
    const read = readFormula(formula, context, 'reference');
    return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
  });
}
