import type { LeftRecord } from './change-others.js';

/** The records that were left out as a table that spreadsheets open: UTF-8 with its mark, so that Excel reads Chinese. */
export function leftFile(left: readonly LeftRecord[], heads: readonly [id: string, name: string, reason: string]): string {
  const rows = [heads, ...left.map(({ id, name, reason }) => [id, name, reason] as const)];
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
