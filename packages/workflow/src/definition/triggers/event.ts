import { say } from '@guanxi/field-types';
import { objectWord } from '@guanxi/metadata';
import { leftByInputs } from '../inputs.js';
import type { TriggerKind } from '../trigger.js';

export const event: TriggerKind<'event'> = {
  name: 'event',
  title: 'An event is raised',
  describe: ({ name }, object, _model, locale = 'en') => say({ ...raised, words: { name, object: objectWord(object) } }, locale),
  check: () => [],
  leaves: ({ inputs }) => leftByInputs(inputs),
};

const raised = { en: 'when the event {name} is raised about a {object}', 'zh-TW': '對{object}發出事件 {name} 時', 'zh-CN': '对{object}发出事件 {name} 时' };
