import type { Wording } from '../language/sentence.js';

/** The pieces of an address, as the API names them and as people do. */
export const addressLabels = {
  street: { en: 'Street', 'zh-TW': '街道', 'zh-CN': '街道' },
  city: { en: 'City', 'zh-TW': '城市', 'zh-CN': '城市' },
  state: { en: 'State or province', 'zh-TW': '州／省', 'zh-CN': '省/州' },
  postalCode: { en: 'Postal code', 'zh-TW': '郵遞區號', 'zh-CN': '邮政编码' },
  country: { en: 'Country', 'zh-TW': '國家／地區', 'zh-CN': '国家/地区' },
} satisfies Readonly<Record<string, Wording>>;

export const ADDRESS_KEYS = Object.keys(addressLabels) as readonly (keyof typeof addressLabels)[];
