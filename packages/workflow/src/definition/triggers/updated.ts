import { listWords, say } from '@guanxi/field-types';
import { fieldWord, objectWord, type FieldValue } from '@guanxi/metadata';
import type { TriggerKind } from '../trigger.js';

export const updated: TriggerKind<'updated'> = {
  name: 'updated',
  title: 'A record is changed',

  describe({ fields = [], from = {}, to = {} }, object, _model, locale = 'en') {
    const words = (names: readonly string[], kind: 'disjunction' | 'conjunction') =>
      listWords(names.map((name) => { const field = object.fieldByName.get(name); return field ? fieldWord(field) : name; }), kind);
    if (Object.keys(to).length > 0) return say({ ...changeTo, words: { object: objectWord(object), fields: words(Object.keys(to), 'conjunction'), values: writeValues(to) } }, locale);
    if (Object.keys(from).length > 0) return say({ ...changeFrom, words: { object: objectWord(object), fields: words(Object.keys(from), 'conjunction'), values: writeValues(from) } }, locale);
    if (fields.length === 0) return say({ ...anyChange, words: { object: objectWord(object) } }, locale);
    return say({ ...changeOf, words: { object: objectWord(object), fields: words(fields, 'disjunction') } }, locale);
  },

  check: () => [],
};

const anyChange = { en: 'when any {object} is changed', 'zh-TW': '變更{object}時', 'zh-CN': '更改{object}时' };
const changeOf = { en: 'when {fields} of any {object} is changed', 'zh-TW': '{object}的{fields}變更時', 'zh-CN': '{object}的{fields}更改时' };
const changeTo = { en: 'when {fields} of any {object} becomes {values}', 'zh-TW': '{object}的{fields}變為 {values} 時', 'zh-CN': '{object}的{fields}变为 {values} 时' };
const changeFrom = { en: 'when {fields} of any {object} is no longer {values}', 'zh-TW': '{object}的{fields}不再是 {values} 時', 'zh-CN': '{object}的{fields}不再是 {values} 时' };

function writeValues(values: Readonly<Record<string, FieldValue>>): string {
  return Object.values(values).map((value) => (value === null ? '–' : String(value))).join(', ');
}
