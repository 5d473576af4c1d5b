import type { Wording } from '@guanxi/field-types';

/** What is wrong with an import plan. */
export const planFaults = {
  unknownObject: { en: 'There is no object "{name}" that records can be imported into.', 'zh-TW': '沒有可以匯入記錄的物件「{name}」。', 'zh-CN': '没有可以导入记录的对象“{name}”。' },
  matchNotMapped: {
    en: 'No column is mapped to "{field}", by which records are to be matched.',
    'zh-TW': '要以「{field}」比對記錄，但沒有欄對應到它。',
    'zh-CN': '要按“{field}”匹配记录，但没有列对应到它。',
  },
  onlyIndexed: {
    en: 'Records of {object} are matched by fields that can be compared, at least one of which has an index.',
    'zh-TW': '{object}的記錄須以可比較的欄位比對，其中至少一個要有索引。',
    'zh-CN': '{object}的记录须按可比较的字段匹配，其中至少一个要有索引。',
  },
  takeOne: { en: 'Take {choices}.', 'zh-TW': '請選擇 {choices}。', 'zh-CN': '请选择 {choices}。' },
  or: { en: ' or ', 'zh-TW': ' 或 ', 'zh-CN': ' 或 ' },
  giveOne: { en: 'Make a field of {object} an external id, or give it an index, first.', 'zh-TW': '請先將{object}的某個欄位設為外部 ID，或為它加上索引。', 'zh-CN': '请先将{object}的某个字段设为外部 ID，或为它添加索引。' },
  unknownColumn: { en: 'The file has no column "{column}".', 'zh-TW': '檔案沒有「{column}」這一欄。', 'zh-CN': '文件没有“{column}”这一列。' },
  hasColumns: { en: 'It has {columns}.', 'zh-TW': '檔案有：{columns}。', 'zh-CN': '文件有：{columns}。' },
  unknownField: { en: '{object} has no field "{name}" that can be written.', 'zh-TW': '{object}沒有可以寫入的欄位「{name}」。', 'zh-CN': '{object}没有可以写入的字段“{name}”。' },
  notLookup: {
    en: '"{field}" is not a lookup, so nothing can be matched through it.',
    'zh-TW': '「{field}」不是查閱欄位，無法用它比對。',
    'zh-CN': '“{field}”不是查找字段，无法用它匹配。',
  },
  noExternalId: { en: '{object} has no external id "{name}".', 'zh-TW': '{object}沒有外部 ID「{name}」。', 'zh-CN': '{object}没有外部 ID“{name}”。' },
  noPeople: { en: 'People cannot be made by an import.', 'zh-TW': '匯入不能建立使用者。', 'zh-CN': '导入不能创建用户。' },
  mappedTwice: { en: 'Two columns are mapped to "{field}".', 'zh-TW': '有兩欄都對應到「{field}」。', 'zh-CN': '有两列都对应到“{field}”。' },
  requiredNotMapped: { en: '"{field}" is required, but no column is mapped to it.', 'zh-TW': '「{field}」為必填，但沒有欄對應到它。', 'zh-CN': '“{field}”为必填，但没有列对应到它。' },
} satisfies Readonly<Record<string, Wording>>;
