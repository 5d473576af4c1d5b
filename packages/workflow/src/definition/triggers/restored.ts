import { say } from '@guanxi/field-types';
import { objectWord } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const restored: TriggerKind<'restored'> = {
  name: 'restored',
  title: 'A record is restored',
  describe: (_, object, _model, locale = 'en') => say({ ...comesBack, words: { object: objectWord(object) } }, locale),
  check: () => [],
};

const comesBack = { en: 'when any {object} is restored from the bin', 'zh-TW': '從回收桶還原{object}時', 'zh-CN': '从回收站还原{object}时' };
