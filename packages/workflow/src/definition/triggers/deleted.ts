import { say } from '@guanxi/field-types';
import { objectWord } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const deleted: TriggerKind<'deleted'> = {
  name: 'deleted',
  title: 'A record is deleted',
  describe: (_, object, _model, locale = 'en') => say({ ...goes, words: { object: objectWord(object) } }, locale),
  check: () => [],
};

const goes = { en: 'when any {object} is deleted', 'zh-TW': '刪除{object}時', 'zh-CN': '删除{object}时' };
