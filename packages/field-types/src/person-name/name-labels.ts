import type { Wording } from '../language/sentence.js';

/** The pieces of a person's name, as the API names them and as people do. */
export const nameLabels = {
  salutation: { en: 'Salutation', 'zh-TW': '稱謂', 'zh-CN': '称谓' },
  first: { en: 'First name', 'zh-TW': '名字', 'zh-CN': '名字' },
  middle: { en: 'Middle name', 'zh-TW': '中間名', 'zh-CN': '中间名' },
  last: { en: 'Last name', 'zh-TW': '姓氏', 'zh-CN': '姓氏' },
  suffix: { en: 'Suffix', 'zh-TW': '後綴', 'zh-CN': '后缀' },
} satisfies Readonly<Record<string, Wording>>;

export const NAME_KEYS = Object.keys(nameLabels) as readonly (keyof typeof nameLabels)[];
