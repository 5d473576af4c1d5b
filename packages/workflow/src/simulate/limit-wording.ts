import type { Wording } from '@guanxi/field-types';

/** Where the replay of an elapsed-time rule may differ from what would have happened. */
export const elapsedLimits = {
  condition: {
    en: 'The condition is asked of the {objects} as they are today, not as they were on the day.',
    'zh-TW': '條件以{objects}現在的資料判斷，而不是當天的資料。',
    'zh-CN': '条件按{objects}现在的数据判断，而不是当天的数据。',
  },
  related: {
    en: '{related} are taken as they are today, as if each had been entered on its own date; deleted ones do not count.',
    'zh-TW': '{related}以現在的資料計算，並視同在各自的日期當天輸入；已刪除的不計。',
    'zh-CN': '{related}按现在的数据计算，并视同在各自的日期当天录入；已删除的不计。',
  },
  field: {
    en: 'Earlier values of {field} are known as far as the history of the records goes.',
    'zh-TW': '{field}過去的值，只能追溯到記錄歷史的起點。',
    'zh-CN': '{field}过去的值，只能追溯到记录历史的起点。',
  },
  deleted: { en: 'Deleted {objects} do not count.', 'zh-TW': '已刪除的{objects}不計。', 'zh-CN': '已删除的{objects}不计。' },
} satisfies Readonly<Record<string, Wording>>;

/** The same, of a created or updated trigger. */
export const changeLimits = {
  condition: {
    en: 'The condition is asked of the {objects} as they are today, not as they were then.',
    'zh-TW': '條件以{objects}現在的資料判斷，而不是當時的資料。',
    'zh-CN': '条件按{objects}现在的数据判断，而不是当时的数据。',
  },
  history: {
    en: 'Only changes in the history count, and deleted {objects} do not.',
    'zh-TW': '只計算歷史中的變更；已刪除的{objects}不計。',
    'zh-CN': '只计算历史中的更改；已删除的{objects}不计。',
  },
} satisfies Readonly<Record<string, Wording>>;
