import { say } from '@guanxi/field-types';
import { objectWord, translate } from '@guanxi/metadata';
import { leftByInputs } from '../inputs.js';
import type { TriggerKind } from '../trigger.js';

export const button: TriggerKind<'button'> = {
  name: 'button',
  title: 'A person presses a button',
  describe: ({ label, labels }, object, _model, locale = 'en') =>
    say({ ...(label === undefined ? presses : pressesNamed), words: { object: objectWord(object), label: label === undefined ? '' : translate(label, labels, locale) } }, locale),
  check: () => [],
  leaves: ({ inputs }) => leftByInputs(inputs),
};

const presses = { en: 'when somebody presses its button on a {object}', 'zh-TW': '有人在{object}上按下按鈕時', 'zh-CN': '有人在{object}上按下按钮时' };
const pressesNamed = { en: 'when somebody presses “{label}” on a {object}', 'zh-TW': '有人在{object}上按下「{label}」時', 'zh-CN': '有人在{object}上按下“{label}”时' };
