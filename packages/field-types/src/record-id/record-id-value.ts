import type { ParsedText } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
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
  return refuse('record-id-expected', `Expected the id of a record, found ${quote(cell)}.`, 'Match the column by an external id of the other object.');
}
