import type { Wording } from '@guanxi/field-types';

export const appFaults = {
  unknown: { en: 'There is no app named “{name}” here.', 'zh-TW': '這裡沒有名為「{name}」的應用程式。', 'zh-CN': '这里没有名为“{name}”的应用。' },
} satisfies Readonly<Record<string, Wording>>;
