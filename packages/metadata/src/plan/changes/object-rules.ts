import type { Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { isEqual } from '../is-equal.js';
import { objectWord } from '../words.js';

/** Keywords of an object that each have a sentence of their own. */
export const ruleKeywords = ['rules', 'recordTypes', 'duplicates'] as const;
export type RuleKeyword = (typeof ruleKeywords)[number];

/** What an object asks of its records beyond their fields. Records that are there stay as they are. */
export function objectRules(keyword: RuleKeyword): ChangeDefinition {
  return {
    find: ({ kept }) =>
      kept.filter(({ from, to }) => !isEqual(read(from, keyword), read(to, keyword))).map(({ to }) => ({
        subject: subjectOf.object(to),
        object: to.name,
        risk: 'online',
        sentence: { ...sentences[keyword], words: { object: objectWord(to) } },
      })),
  };
}

function read({ document }: ObjectModel, keyword: RuleKeyword): unknown {
  return document?.guanxi[keyword] ?? [];
}

const sentences: Readonly<Record<RuleKeyword, Wording>> = {
  rules: {
    en: 'The validation rules of “{object}” change; they hold for what is saved from now on.',
    'zh-TW': '「{object}」的驗證規則變更，之後儲存時適用。',
    'zh-CN': '“{object}”的验证规则变更，之后保存时适用。',
  },
  recordTypes: {
    en: 'The record types of “{object}” change.',
    'zh-TW': '「{object}」的記錄類型變更。',
    'zh-CN': '“{object}”的记录类型变更。',
  },
  duplicates: {
    en: 'The rules against duplicates of “{object}” change; they hold for what is saved from now on.',
    'zh-TW': '「{object}」的重複規則變更，之後儲存時適用。',
    'zh-CN': '“{object}”的重复规则变更，之后保存时适用。',
  },
};
