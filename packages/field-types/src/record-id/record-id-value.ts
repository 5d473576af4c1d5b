import type { ParsedText } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import type { OperatorName } from '../operators/index.js';
import { quote, refuse } from '../read-text/refuse.js';

export const recordIdOperators: readonly OperatorName[] = ['eq', 'ne', 'in', 'notIn', 'isBlank'];

export const recordIdSchema: JsonSchema = {
  type: 'string',
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
};

export function normalizeRecordId(value: JsonValue): string | null {
  return value === null ? null : String(value).toLowerCase();
}

export function readRecordId(cell: string): ParsedText {
  const text = cell.trim();
  if (text === '') return { ok: true, value: null };
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return { ok: true, value: text.toLowerCase() };
  return refuse('record-id-expected', { ...expected, words: { cell: quote(cell) } }, matchInstead);
}

const expected: Wording = {
  en: 'Expected the id of a record, found {cell}.',
  'zh-TW': '應為記錄的 ID，但內容是{cell}。',
  'zh-CN': '应为记录的 ID，但内容是{cell}。',
};

const matchInstead: Wording = {
  en: 'Match the column by an external id of the other object.',
  'zh-TW': '請改以另一個物件的外部 ID 對應這一欄。',
  'zh-CN': '请改用另一个对象的外部 ID 匹配这一列。',
};
