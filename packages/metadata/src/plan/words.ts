import type { FieldTypeName, Word, Wording } from '@guanxi/field-types';
import { fieldLabel, objectLabel, objectPluralLabel, translate } from '../model/labels.js';
import type { FieldModel, ObjectModel } from '../model/model.js';

export const objectWord = (object: ObjectModel): Word => (locale) => objectLabel(object, locale);
export const pluralWord = (object: ObjectModel): Word => (locale) => objectPluralLabel(object, locale);
export const fieldWord = (field: FieldModel): Word => (locale) => fieldLabel(field, locale);
export const kindWord = (kind: FieldTypeName): Word => (locale) => translate(kinds[kind].en, kinds[kind], locale);

/** The words of every sentence about a field. */
export function wordsOf(object: ObjectModel, field: FieldModel): Readonly<Record<string, Word>> {
  return { object: objectWord(object), field: fieldWord(field) };
}

const kinds: Readonly<Record<FieldTypeName, Wording>> = {
  text: { en: 'text', 'zh-TW': '文字', 'zh-CN': '文本' },
  longText: { en: 'long text', 'zh-TW': '長文字', 'zh-CN': '长文本' },
  integer: { en: 'whole number', 'zh-TW': '整數', 'zh-CN': '整数' },
  decimal: { en: 'decimal number', 'zh-TW': '小數', 'zh-CN': '小数' },
  currency: { en: 'currency', 'zh-TW': '金額', 'zh-CN': '金额' },
  percent: { en: 'percent', 'zh-TW': '百分比', 'zh-CN': '百分比' },
  boolean: { en: 'yes/no', 'zh-TW': '是／否', 'zh-CN': '是/否' },
  date: { en: 'date', 'zh-TW': '日期', 'zh-CN': '日期' },
  dateTime: { en: 'date and time', 'zh-TW': '日期時間', 'zh-CN': '日期时间' },
  picklist: { en: 'picklist', 'zh-TW': '選項清單', 'zh-CN': '选项列表' },
  lookup: { en: 'lookup', 'zh-TW': '查閱', 'zh-CN': '查找' },
  user: { en: 'user', 'zh-TW': '使用者', 'zh-CN': '用户' },
  email: { en: 'email', 'zh-TW': '電子郵件', 'zh-CN': '电子邮件' },
  phone: { en: 'phone', 'zh-TW': '電話', 'zh-CN': '电话' },
  url: { en: 'web address', 'zh-TW': '網址', 'zh-CN': '网址' },
  autoNumber: { en: 'auto-number', 'zh-TW': '自動編號', 'zh-CN': '自动编号' },
  time: { en: 'time', 'zh-TW': '時間', 'zh-CN': '时间' },
  multiPicklist: { en: 'multi-select picklist', 'zh-TW': '多選清單', 'zh-CN': '多选列表' },
  masterDetail: { en: 'master-detail', 'zh-TW': '主從關聯', 'zh-CN': '主从关系' },
  polymorphicLookup: { en: 'polymorphic lookup', 'zh-TW': '多物件查閱', 'zh-CN': '多对象查找' },
  junction: { en: 'many-to-many list', 'zh-TW': '多對多清單', 'zh-CN': '多对多列表' },
  formula: { en: 'formula', 'zh-TW': '公式', 'zh-CN': '公式' },
  rollUp: { en: 'roll-up summary', 'zh-TW': '彙總', 'zh-CN': '汇总' },
  richText: { en: 'rich text', 'zh-TW': '格式化文字', 'zh-CN': '富文本' },
  duration: { en: 'duration', 'zh-TW': '時間長度', 'zh-CN': '时长' },
  address: { en: 'address', 'zh-TW': '地址', 'zh-CN': '地址' },
  personName: { en: 'name of a person', 'zh-TW': '人名', 'zh-CN': '人名' },
  geolocation: { en: 'geolocation', 'zh-TW': '地理位置', 'zh-CN': '地理位置' },
  file: { en: 'file', 'zh-TW': '檔案', 'zh-CN': '文件' },
  image: { en: 'image', 'zh-TW': '圖片', 'zh-CN': '图片' },
  json: { en: 'JSON', 'zh-TW': 'JSON', 'zh-CN': 'JSON' },
  encryptedText: { en: 'encrypted text', 'zh-TW': '加密文字', 'zh-CN': '加密文本' },
  recordId: { en: 'record id', 'zh-TW': '記錄識別碼', 'zh-CN': '记录标识' },
};
