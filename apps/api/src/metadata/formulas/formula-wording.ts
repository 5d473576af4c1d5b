import type { Wording } from '@guanxi/field-types';

export const formulaRefusals = {
  noObject: { en: 'There is no object "{object}".', 'zh-TW': '沒有「{object}」這個物件。', 'zh-CN': '没有“{object}”这个对象。' },
  noAction: { en: 'There is no action "{name}".', 'zh-TW': '沒有「{name}」這個動作。', 'zh-CN': '没有“{name}”这个操作。' },
  noRecord: {
    en: 'There is no such record of {object}, or you may not see it.',
    'zh-TW': '{object}沒有這筆記錄，或您無權查看。',
    'zh-CN': '{object}没有这条记录，或您无权查看。',
  },
  hidden: {
    en: 'The formula reads "{field}" of {object}, which you may not see.',
    'zh-TW': '公式讀取了{object}的「{field}」，但您無權查看。',
    'zh-CN': '公式读取了{object}的“{field}”，但您无权查看。',
  },
} satisfies Readonly<Record<string, Wording>>;
