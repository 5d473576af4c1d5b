import type { GrantCell, GrantColumn, GrantRow } from './grid/grant-grid-types.js';

/** The grid as a table that spreadsheets open: UTF-8 with its mark, nothing that they would take for a formula. */
export function writeFieldAccess(corner: string, columns: readonly GrantColumn[], rows: readonly GrantRow[], cellOf: (row: GrantRow, column: GrantColumn) => GrantCell): string {
  const head = [corner, ...columns.map(({ group, title }) => `${group ?? ''} ${title}`)];
  const lines = [head, ...rows.map((row) => [row.name, ...columns.map((column) => cellOf(row, column)).map(({ words, isMuted }) => (isMuted ? '–' : words))])];
  return `\uFEFF${lines.map((line) => line.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
