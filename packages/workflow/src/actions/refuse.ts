import type { Action } from './action.js';

export const refuse: Action = {
  name: 'refuse',
  title: 'Refuse the record',
  description: 'Does not let the record be saved, and says why. Only in workflows that act before a save.',
  inputSchema: {
    type: 'object',
    properties: {
      message: {
        type: 'object',
        title: 'Message',
        format: 'translated-text',
        properties: { text: { type: 'string', minLength: 1, maxLength: 500 }, titles: { type: 'object', description: 'The same in other languages.', additionalProperties: { type: 'string', minLength: 1, maxLength: 500 } } },
        required: ['text'],
        additionalProperties: false,
      },
      shownAt: { type: 'string', title: 'Shown at the field', format: 'field-name' },
    },
    required: ['message'],
    additionalProperties: false,
  },

  check({ message, shownAt }, { object, saving }) {
    const { text, titles = {} } = (typeof message === 'object' && message !== null ? message : {}) as { text?: unknown; titles?: unknown };
    const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
    const inLanguages = typeof titles === 'object' && titles !== null && Object.values(titles).every(isText);
    return [
      ...(saving ? [] : [{ path: '', code: 'refuse.late', message: 'What is saved already cannot be refused any more.', hint: 'Let the workflow run before the record is saved.' }]),
      ...(isText(text) ? [] : [{ path: '/message', code: 'refuse.message', message: 'The step does not say what the person is told.' }]),
      ...(inLanguages ? [] : [{ path: '/message/titles', code: 'refuse.message', message: 'Each language needs a text.' }]),
      ...(shownAt === undefined || (typeof shownAt === 'string' && object.fieldByName.has(shownAt)) ? [] : [{ path: '/shownAt', code: 'field.unknown', message: `${object.label} has no field ${String(shownAt)}.` }]),
    ];
  },

  async run() {
    return { ok: false, problems: [{ path: '', code: 'refuse.late', message: 'What is saved already cannot be refused any more.' }] };
  },
};
