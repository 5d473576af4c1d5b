import { listWords, say } from '@guanxi/field-types';
import { fieldWord, objectWord } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const updated: TriggerKind<'updated'> = {
  name: 'updated',
  title: 'A record is changed',

  describe({ fields = [] }, object, _model, locale = 'en') {
    if (fields.length === 0) return say({ ...anyChange, words: { object: objectWord(object) } }, locale);
    const named = fields.map((name) => {
      const field = object.fieldByName.get(name);
      return field ? fieldWord(field) : name;
    });
    return say({ ...changeOf, words: { object: objectWord(object), fields: listWords(named, 'disjunction') } }, locale);
  },

  check: () => [],
};

const anyChange = { en: 'when any {object} is changed', 'zh-TW': '變更{object}時', 'zh-CN': '更改{object}时' };
const changeOf = { en: 'when {fields} of any {object} is changed', 'zh-TW': '{object}的{fields}變更時', 'zh-CN': '{object}的{fields}更改时' };
