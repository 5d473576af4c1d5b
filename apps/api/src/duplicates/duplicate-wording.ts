import type { Wording } from '@guanxi/field-types';

export const duplicateRefusals = {
  noRule: {
    en: '{object} has no published duplicate rule "{rule}".',
    'zh-TW': '{object}沒有已發布的重複規則「{rule}」。',
    'zh-CN': '{object}没有已发布的重复规则“{rule}”。',
  },
  hidden: {
    en: 'The rule compares fields that you may not read.',
    'zh-TW': '這條規則比對了您無權查看的欄位。',
    'zh-CN': '该规则比较了您无权查看的字段。',
  },
  noObject: { en: 'There is no object "{object}".', 'zh-TW': '沒有「{object}」這個物件。', 'zh-CN': '没有“{object}”这个对象。' },
  noCondition: { en: 'A rule needs a condition.', 'zh-TW': '規則需要條件。', 'zh-CN': '规则需要条件。' },
} satisfies Readonly<Record<string, Wording>>;
