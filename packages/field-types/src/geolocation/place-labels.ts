import type { Wording } from '../language/sentence.js';

export const placeLabels = {
  latitude: { en: 'Latitude', 'zh-TW': '緯度', 'zh-CN': '纬度' },
  longitude: { en: 'Longitude', 'zh-TW': '經度', 'zh-CN': '经度' },
} satisfies Readonly<Record<string, Wording>>;
