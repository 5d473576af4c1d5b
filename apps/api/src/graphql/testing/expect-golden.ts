import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Compares with a file of golden/. `UPDATE_GOLDEN=1` writes it anew; so does its absence, outside of CI. */
export function expectGolden(file: string, text: string): void {
  const wanted = text.endsWith('\n') ? text : `${text}\n`;
  if (process.env['UPDATE_GOLDEN'] || (!existsSync(file) && !process.env['CI'])) writeFileSync(file, wanted);
  expect(wanted).toBe(readFileSync(file, 'utf8'));
}

/** One statement over several lines, to be read; what stands in quotes stays as it is. */
export function layOutSql(text: string): string {
  let depth = 0;
  let laid = '';
  for (const piece of text.match(/"[^"]*"|'[^']*'|[()]|[^"'()]+/g) ?? []) {
    if (piece === '(') depth += 1;
    else if (piece === ')') depth -= 1;
    laid += /^["'()]/.test(piece) ? piece : piece.replace(/(^| )(?=(?:from|where|order by|union all) )/g, () => `\n${'  '.repeat(depth)}`);
  }
  return laid.split('\n').map((line) => line.trimEnd()).filter((line) => line !== '').join('\n');
}
