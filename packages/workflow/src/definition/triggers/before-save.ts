import { listWords, say } from '@guanxi/field-types';
import { fieldWord, objectWord } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const beforeSave: TriggerKind<'beforeSave'> = {
  name: 'beforeSave',
  title: 'Before a record is saved',

  describe({ on, fields = [] }, object, _model, locale = 'en') {
    const [first] = on;
    const named = fields.map((name) => {
      const field = object.fieldByName.get(name);
      return field ? fieldWord(field) : name;
    });
    const sentence = on.length > 1 || !first ? (named.length > 0 ? sentences.bothFields : sentences.both) : first === 'update' && named.length > 0 ? sentences.updateFields : sentences[first];
    return say({ ...sentence, words: { object: objectWord(object), fields: listWords(named, 'disjunction') } }, locale);
  },

  check({ on, fields = [] }) {
    if (fields.length === 0 || on.includes('update')) return [];
    return [{ path: '/fields', code: 'trigger.fields', message: 'Fields that change are a matter of updates, but the workflow looks at new records only.' }];
  },
};

const sentences = {
  create: { en: 'before a new {object} is saved', 'zh-TW': '儲存新的{object}之前', 'zh-CN': '保存新的{object}之前' },
  update: { en: 'before a change of any {object} is saved', 'zh-TW': '儲存{object}的變更之前', 'zh-CN': '保存{object}的更改之前' },
  updateFields: { en: 'before a change of {fields} of any {object} is saved', 'zh-TW': '儲存{object}的{fields}變更之前', 'zh-CN': '保存{object}的{fields}更改之前' },
  both: { en: 'before any {object} is saved', 'zh-TW': '儲存{object}之前', 'zh-CN': '保存{object}之前' },
  bothFields: { en: 'before any {object} is saved, if it is new or {fields} changes', 'zh-TW': '儲存{object}之前（新的，或{fields}變更）', 'zh-CN': '保存{object}之前（新的，或{fields}更改）' },
};
