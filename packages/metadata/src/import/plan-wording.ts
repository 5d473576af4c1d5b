import type { Wording } from '@guanxi/field-types';

/** What is wrong with an import plan. */
export const planFaults = {
  unknownObject: { en: 'There is no object "{name}" that records can be imported into.', 'zh-TW': '沒有可以匯入記錄的物件「{name}」。', 'zh-CN': '没有可以导入记录的对象“{name}”。' },
  matchNotMapped: {
    en: 'No column is mapped to "{field}", by which records are to be matched.',
    'zh-TW': '要以「{field}」比對記錄，但沒有欄對應到它。',
    'zh-CN': '要按“{field}”匹配记录，但没有列对应到它。',
  },
  onlyExternalId: { en: 'Records of {object} can only be matched by an external id.', 'zh-TW': '{object}的記錄只能以外部 ID 比對。', 'zh-CN': '{object}的记录只能按外部 ID 匹配。' },
  takeOne: { en: 'Take {choices}.', 'zh-TW': '請選擇 {choices}。', 'zh-CN': '请选择 {choices}。' },
  or: { en: ' or ', 'zh-TW': ' 或 ', 'zh-CN': ' 或 ' },
  giveOne: { en: 'Give {object} a field that is an external id first.', 'zh-TW': '請先為{object}加上外部 ID 欄位。', 'zh-CN': '请先为{object}添加外部 ID 字段。' },
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
