import type { JsonValue } from '@guanxi/field-types';
import type { FileColumn } from '../file-column.js';
import type { FileContent } from '../file-format.js';
import { guardFormula } from './guard-formula.js';

/** CSV as RFC 4180 has it, in UTF-8. */
export async function* writeCsv({ columns, batches, withMark }: FileContent): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${withMark ? '\uFEFF' : ''}${line(columns.map(({ heading }) => guardFormula(heading)))}`);
  for await (const batch of batches) yield encoder.encode(batch.map((row) => line(columns.map((column, index) => cellOf(column, row[index] ?? null)))).join(''));
}

function cellOf(column: FileColumn, value: JsonValue): string {
  if (value === null) return '';
  const text = column.text(value);
  return column.isFreeText ? guardFormula(text) : text;
}

function line(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}
