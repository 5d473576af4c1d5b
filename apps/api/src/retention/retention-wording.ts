import type { Wording } from '@guanxi/field-types';

export const retentionFaults = {
  noRule: { en: 'There is no published retention rule "{name}". Publish it first.', 'zh-TW': '沒有已發佈的保存規則「{name}」。請先發佈。', 'zh-CN': '没有已发布的保留规则“{name}”。请先发布。' },
  noDocument: { en: 'What is to be looked at is no retention rule.', 'zh-TW': '要預覽的內容不是保存規則。', 'zh-CN': '要预览的内容不是保留规则。' },
  expected: { en: 'Say how many records you expect: look at the preview before you switch the rule on.', 'zh-TW': '請提供預期的筆數：啟用規則前請先查看預覽。', 'zh-CN': '请提供预期的条数：启用规则前请先查看预览。' },
  changed: {
    en: 'The rule speaks of {found} records now, not of {expected}. Look at it again before you switch it on.',
    'zh-TW': '規則目前適用於 {found} 筆記錄，而非 {expected} 筆。啟用前請再確認一次。',
    'zh-CN': '规则目前适用于 {found} 条记录，而非 {expected} 条。启用前请再确认一次。',
  },
  sandbox: {
    en: 'Rules are switched on in the org itself; its sandbox keeps what it has.',
    'zh-TW': '規則只能在正式組織中啟用；沙箱會保留其資料。',
    'zh-CN': '规则只能在正式组织中启用；沙盒会保留其数据。',
  },
} satisfies Readonly<Record<string, Wording>>;
