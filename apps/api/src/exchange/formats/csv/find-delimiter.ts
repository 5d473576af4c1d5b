import { CsvParser } from './csv-parser.js';

const CANDIDATES = [',', ';', '\t', '|', '^', '~', '\u001f', ':'] as const;
const ROWS = 30;

/** The character that divides the first rows into the most cells, all of them into as many as possible alike. */
export function findDelimiter(beginning: string): string {
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: scoreOf(beginning, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function scoreOf(beginning: string, delimiter: string): number {
  // The last line of a beginning is cut somewhere.
  const widths = new CsvParser(delimiter).push(beginning).slice(0, ROWS).map(({ cells }) => cells.length);
  const [headings = firstLineWidth(beginning, delimiter)] = widths;
  if (headings < 2) return 0;
  const alike = widths.length === 0 ? 1 : widths.filter((width) => width === headings).length / widths.length;
  return alike * Math.min(headings, 50) ** 0.5 * (delimiter === ':' ? 0.5 : 1);
}

function firstLineWidth(text: string, delimiter: string): number {
  const [line = ''] = text.split(/\r\n|\n|\r/, 1);
  return line.replace(/"[^"]*"/g, '').split(delimiter).length;
}
