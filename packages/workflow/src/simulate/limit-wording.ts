import type { Wording } from '@guanxi/field-types';

/** Where any replay may differ from what would have happened. */
export const pastLimits = {
  condition: {
    en: 'The condition is asked of the {objects} as their history says they were. Before a record was entered its first values count; formulas over related records, roll-ups and stored formulas are taken as they are today.',
    'zh-TW': '條件以歷史中{objects}當時的值判斷。記錄輸入之前以最初的值計算；跨記錄的彙總與儲存的公式以現在的結果計算。',
    'zh-CN': '条件按历史中{objects}当时的值判断。记录录入之前按最初的值计算；跨记录的汇总与存储的公式按现在的结果计算。',
  },
  gone: {
    en: '{objects} that were removed from the bin for good are not counted.',
    'zh-TW': '已從資源回收筒永久刪除的{objects}不計。',
    'zh-CN': '已从回收站永久删除的{objects}不计。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** The same, of an elapsed-time rule. */
export const elapsedLimits = {
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
  deleted: {
    en: '{objects} that were in the bin at the time do not count, nor those removed for good since.',
    'zh-TW': '當時在資源回收筒中的{objects}，以及之後永久刪除的，都不計。',
    'zh-CN': '当时在回收站中的{objects}，以及之后永久删除的，都不计。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** The same, of changes and saves. */
export const changeLimits = {
  history: {
    en: 'Only changes in the history count: records that came with an import without history, or from before the history begins, are not in it.',
    'zh-TW': '只計算歷史中的變更；歷史開始之前，或匯入時未留歷史的記錄不在其中。',
    'zh-CN': '只计算历史中的更改；历史开始之前，或导入时未留历史的记录不在其中。',
  },
  refused: {
    en: 'Saves that were refused are not in the history, and the condition is asked of what was saved in the end.',
    'zh-TW': '被拒絕的儲存不在歷史中；條件以最後儲存的值判斷。',
    'zh-CN': '被拒绝的保存不在历史中；条件按最后保存的值判断。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** The same, of a schedule. */
export const scheduleLimits = {
  span: {
    en: 'The schedule is replayed from {from} on; give a day to look further back.',
    'zh-TW': '排程從 {from} 開始重播；要看更早的，請指定日期。',
    'zh-CN': '计划从 {from} 开始重播；要看更早的，请指定日期。',
  },
  many: {
    en: 'The schedule has more than {number} times in these days; only the last {number} are replayed.',
    'zh-TW': '這段期間的排程超過 {number} 次；只重播最後 {number} 次。',
    'zh-CN': '这段时间的计划超过 {number} 次；只重播最后 {number} 次。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** Of what cannot be replayed at all. */
export const unknownLimits = {
  call: {
    en: 'Nobody can tell from history when it would have been called: it runs {sentence}. Its runs so far are under “Runs”.',
    'zh-TW': '歷史無法得知它會在什麼時候被呼叫：它在{sentence}執行。到目前為止的執行列在「執行記錄」。',
    'zh-CN': '历史无法得知它会在什么时候被调用：它在{sentence}执行。到目前为止的执行列在“执行记录”。',
  },
  segment: {
    en: 'Which records came into the list view or left it, and when, is not worked out for the past. Its runs so far are under “Runs”.',
    'zh-TW': '過去有哪些記錄在何時進入或離開清單檢視，目前不會重新計算。到目前為止的執行列在「執行記錄」。',
    'zh-CN': '过去有哪些记录在何时进入或离开列表视图，目前不会重新计算。到目前为止的执行列在“执行记录”。',
  },
} satisfies Readonly<Record<string, Wording>>;
