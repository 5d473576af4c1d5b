import type { Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ObjectDocument } from '../documents.js';
import { findField, type CheckContext, type PlaceInDocument } from './check-context.js';

/** Validation rules: told apart by id and name, shown at a field that exists, saying the same in every language. */
export function checkRules(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const rules = document.guanxi.rules ?? [];
  reportRepeated(rules, ['guanxi', 'rules'], object, context);
  rules.forEach((rule, index) => {
    const place = ['guanxi', 'rules', index];
    if (rule.field !== undefined) findField(object, rule.field, [...place, 'field'], context);
    checkMessages(rule, place, context);
  });
}

/** Things of one list that people and history tell apart by id and name. */
export function reportRepeated(items: readonly { readonly id: string; readonly name: string }[], place: PlaceInDocument, object: ObjectModel, context: CheckContext): void {
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    for (const key of ['id', 'name'] as const) {
      const mark = `${key} ${item[key]}`;
      if (seen.has(mark)) context.report([...place, index, key], faultOf(`${key}.repeated`, { ...repeated, words: { object: object.name, key, value: item[key] } }));
      seen.set(mark, index);
    }
  });
}

/** A message with {placeholder} must have the same ones in each language, or somebody reads half a sentence. */
function checkMessages({ message, messages = {} }: { readonly message: string; readonly messages?: Readonly<Record<string, string>> }, place: PlaceInDocument, context: CheckContext): void {
  const expected = placeholdersOf(message);
  for (const [locale, text] of Object.entries(messages)) {
    const found = placeholdersOf(text);
    const missing = expected.filter((name) => !found.includes(name));
    const added = found.filter((name) => !expected.includes(name));
    const [name] = [...missing, ...added];
    if (name === undefined) continue;
    const sentence = missing.length > 0 ? { ...lacks, words: { locale, name: `{${name}}` } } : { ...adds, words: { locale, name: `{${name}}` } };
    context.report([...place, 'messages', locale], faultOf('translation.placeholder', sentence));
  }
}

function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w[\w.]*)\}/g)].map(([, name = '']) => name))];
}

const repeated: Wording = {
  en: 'Two entries of {object} have the {key} "{value}".', 'zh-TW': '{object} 有兩個項目的 {key} 都是「{value}」。', 'zh-CN': '{object} 有两个项目的 {key} 都是“{value}”。',
};
const lacks: Wording = { en: 'The text for {locale} lacks {name}.', 'zh-TW': '{locale} 的文字缺少 {name}。', 'zh-CN': '{locale} 的文本缺少 {name}。' };
const adds: Wording = {
  en: 'The text for {locale} has {name}, which the original has not.', 'zh-TW': '{locale} 的文字有 {name}，但原文沒有。', 'zh-CN': '{locale} 的文本有 {name}，但原文没有。',
};
