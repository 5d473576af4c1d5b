import type { Wording } from '@guanxi/field-types';

export const favouriteFaults = {
  shape: { en: 'A favourite is a record (object and recordId), a list (object, with or without view) or a page (a path such as /setup/workflows).', 'zh-TW': '最愛項目為一筆資料（object 與 recordId）、一份清單（object，可加 view）或一個頁面（如 /setup/workflows 的 path）。', 'zh-CN': '收藏项为一条记录（object 与 recordId）、一份列表（object，可加 view）或一个页面（如 /setup/workflows 的 path）。' },
  gone: { en: 'There is no such record, or it is not yours to read.', 'zh-TW': '找不到此資料，或您無權檢視。', 'zh-CN': '找不到此记录，或您无权查看。' },
  tooMany: { en: 'You have {count} favourites already. Remove one first.', 'zh-TW': '您已有 {count} 個最愛項目，請先移除一個。', 'zh-CN': '您已有 {count} 个收藏项，请先移除一个。' },
} satisfies Readonly<Record<string, Wording>>;
