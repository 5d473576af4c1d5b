import type { ParsedText } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { quote, refuse } from '../read-text/refuse.js';
import { storableJson } from './storable-json.js';

/** JSON as it stands in a file or is typed by a person. */
export function readJson(cell: string): ParsedText {
  const text = cell.trim();
  if (text === '') return { ok: true, value: null };
  try {
    return { ok: true, value: storableJson(JSON.parse(text) as JsonValue) };
  } catch {
    return refuse('json-expected', { ...expected, words: { example: '["a", 1]', cell: quote(cell) } });
  }
}

const expected: Wording = {
  en: 'Expected JSON such as {example}, found {cell}.',
  'zh-TW': '應為 JSON，例如 {example}，但內容是{cell}。',
  'zh-CN': '应为 JSON，例如 {example}，但内容是{cell}。',
};
