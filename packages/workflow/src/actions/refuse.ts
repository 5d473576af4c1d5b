import type { Action } from './action.js';

export const refuse: Action = {
  name: 'refuse',
  title: 'Refuse the record',
  description: 'Does not let the record be saved, and says why. Only in workflows that act before a save.',
  inputSchema: {
    type: 'object',
    properties: {
      message: { type: 'string', title: 'Message', minLength: 1, maxLength: 500 },
      messages: { type: 'object', title: 'The message in other languages', format: 'translations', additionalProperties: { type: 'string', minLength: 1, maxLength: 500 } },
      field: { type: 'string', title: 'Shown at the field', format: 'field-name' },
    },
    required: ['message'],
    additionalProperties: false,
  },

  check({ message, messages, field }, { object, saving }) {
    const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
    return [
      ...(saving ? [] : [{ path: '', code: 'refuse.late', message: 'What is saved already cannot be refused any more.', hint: 'Let the workflow run before the record is saved.' }]),
      ...(isText(message) ? [] : [{ path: '/message', code: 'refuse.message', message: 'The step does not say what the person is told.' }]),
      ...(messages === undefined || (typeof messages === 'object' && messages !== null && Object.values(messages).every(isText)) ? [] : [{ path: '/messages', code: 'refuse.message', message: 'Each language needs a text.' }]),
      ...(field === undefined || (typeof field === 'string' && object.fieldByName.has(field)) ? [] : [{ path: '/field', code: 'field.unknown', message: `${object.label} has no field ${String(field)}.` }]),
    ];
  },

  async run() {
    return { ok: false, problems: [{ path: '', code: 'refuse.late', message: 'What is saved already cannot be refused any more.' }] };
  },
};
