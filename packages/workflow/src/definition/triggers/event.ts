import { say } from '@guanxi/field-types';
import { objectWord } from '@guanxi/metadata';
import { IMPORT_DONE, someImport } from '../import-event.js';
import { leftByInputs, readInputs } from '../inputs.js';
import type { TriggerKind } from '../trigger.js';

export const event: TriggerKind<'event'> = {
  name: 'event',
  title: 'An event is raised',
  describe: ({ name }, object, _model, locale = 'en') => say({ ...(name === IMPORT_DONE ? imported : raised), words: { name, object: objectWord(object) } }, locale),

  check({ name, inputs = [] }) {
    // What others raise is their affair; what an import brings is known.
    const read = name === IMPORT_DONE ? readInputs(inputs, someImport, { pointers: true }) : undefined;
    if (!read || read.ok) return [];
    const hint = `It brings ${Object.keys(someImport).join(', ')}.`;
    return read.problems.map(({ code, message }) => ({ path: '/inputs', code, message: `An import does not bring it so: ${message}`, hint }));
  },

  leaves: ({ inputs }) => leftByInputs(inputs),
};

const raised = { en: 'when the event {name} is raised about a {object}', 'zh-TW': '對{object}發出事件 {name} 時', 'zh-CN': '对{object}发出事件 {name} 时' };
const imported = { en: 'once for each import of {object} that counts as one event', 'zh-TW': '匯入{object}且整次算一個事件時，執行一次', 'zh-CN': '导入{object}且整次算一个事件时，执行一次' };
