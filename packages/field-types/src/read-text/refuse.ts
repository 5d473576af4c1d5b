import type { ParsedText } from '../field-type.js';

/** The answer to a cell that is not understood: what was expected and what was found. */
export function refuse(code: string, message: string, hint?: string): ParsedText {
  return hint === undefined ? { ok: false, code, message } : { ok: false, code, message, hint };
}

/** A cell as it stands in a sentence: in quotation marks and not longer than a line. */
export function quote(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
