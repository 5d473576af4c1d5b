import { say } from '@guanxi/field-types';
import { objectWord } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const created: TriggerKind<'created'> = {
  name: 'created',
  title: 'A record is created',
  describe: (_, object, _model, locale = 'en') => say({ ...comesIn, words: { object: objectWord(object) } }, locale),
  check: () => [],
};

const comesIn = { en: 'when a new {object} comes in', 'zh-TW': '建立{object}時', 'zh-CN': '创建{object}时' };
