import type { Wording } from '@guanxi/formula';

/** The language in which the formula language tells about itself. */
export function speaks(language: string): keyof Wording {
  return language === 'zh-TW' || language === 'zh-CN' ? language : 'en';
}
