import { say, type Wording } from '@guanxi/field-types';
import { translate, type DocumentTable, type DocumentText } from '@guanxi/metadata';
import type { Column, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { TokenValues } from '../mail/render/evaluate-tokens.js';
import { formatValue, type ReaderPlace } from '../mail/render/format-value.js';
import { parseMarks } from '../mail/render/parse-marks.js';
import { cleanText } from '../mail/render/write-html.js';
import { ink, styles } from './look.js';
import type { ReadLetter, ReadTable } from './read-letter.js';
import type { CellValue, TableRows } from './read-rows.js';
import { writeContent } from './write-content.js';

export interface LetterValues {
  readonly tokens: TokenValues;
  readonly rows: ReadonlyMap<DocumentTable, TableRows>;
}

interface Laying {
  readonly letter: ReadLetter;
  readonly values: LetterValues;
  readonly reader: ReaderPlace;
  /** What stands for a token that makes no sense. */
  readonly unknown: (formula: string) => string;
}

/** The pages of a letter, as the writer of PDF takes them. */
export function layOutLetter(laying: Laying, title: string): TDocumentDefinitions {
  const { letter: { template }, reader } = laying;
  const { header, footer, page, logo } = template;
  const body = template.blocks.flatMap((block): Content[] => {
    if (block.kind === 'text') return writeText(block, laying);
    return block.kind === 'table' ? [writeTable(block, laying)] : [{ text: '', pageBreak: 'after' }];
  });
  const above = header ? writeText(header, laying) : [];
  const below = footer ? writeText(footer, laying) : [];
  return {
    info: { title, producer: 'Guanxi', creator: 'Guanxi' },
    language: reader.language,
    pageSize: page?.size === 'letter' ? 'LETTER' : 'A4',
    pageOrientation: page?.orientation ?? 'portrait',
    pageMargins: [56, header ? 72 : 56, 56, 64],
    styles,
    defaultStyle: { fontSize: 10, lineHeight: 1.25, color: ink.text },
    content: [...(logo ? [{ image: logo, fit: [160, 60] as [number, number], margin: [0, 0, 0, 16] as [number, number, number, number] }] : []), ...body],
    ...(above.length > 0 && { header: { stack: above, style: 'page', margin: [56, 28, 56, 0] } }),
    footer: (current, count) => ({
      columns: [{ width: '*', stack: below } satisfies Column, { width: 'auto', text: `${current} / ${count}`, alignment: 'right' } satisfies Column],
      style: 'page', columnGap: 16, margin: [56, 20, 56, 0],
    }),
  };
}

/** A text of one line, as the name of the file. */
export function writeLine(text: string, laying: Laying): string {
  const { blocks, formulas } = parseMarks(text);
  const words = writeContent(blocks, formulas.map((formula) => writeToken(formula, laying)));
  return flatten(words).replaceAll(/\s+/g, ' ').trim();
}

function writeText({ body, bodies }: DocumentText, laying: Laying): Content[] {
  const { blocks, formulas } = parseMarks(translate(body, bodies, laying.reader.language));
  return writeContent(blocks, formulas.map((formula) => writeToken(formula, laying)));
}

function writeToken(formula: string, { letter, values, reader, unknown }: Laying): string {
  const token = letter.tokens.get(formula);
  if (!token) return unknown(formula);
  const { value = null, currency } = values.tokens.get(formula) ?? {};
  return formatValue({ value, type: token.formula.type, ...(token.field && { field: token.field }), ...(currency !== undefined && { currency }) }, reader);
}

function writeTable(table: DocumentTable, { letter, values, reader, unknown }: Laying): Content {
  const read = letter.tables.get(table);
  if (!read) return { text: unknown(table.relation), margin: [0, 0, 0, 8] };
  const { rows, sums } = values.rows.get(table) ?? { rows: [], sums: [] };
  const right = read.columns.map((column) => column?.formula.type === 'number');
  const cell = (text: string, index: number): TableCell => ({ text: cleanText(text), alignment: right[index] ? 'right' : 'left' });
  const head = table.columns.map(({ title, titles }, index): TableCell => ({ ...(cell(translate(title, titles, reader.language), index) as object), style: 'head' }) as TableCell);
  const lines = rows.map((row) => row.map((value, index) => cell(writeCell(read, index, value, reader), index)));
  const hasTotal = table.columns.some(({ total }) => total) && rows.length > 0;
  const total = table.columns.map(({ total: isSummed }, index): TableCell => {
    const text = isSummed ? writeSum(read, index, { rows, sum: sums[index] ?? null }, reader) : index === 0 ? say(TOTAL, reader.language) : '';
    return { ...(cell(text, index) as object), style: 'total' } as TableCell;
  });
  const widths = table.columns.map(({ width }, index) => (right[index] && width === undefined ? 'auto' : '*'));
  return { table: { headerRows: 1, dontBreakRows: true, widths: spread(table, widths), body: [head, ...lines, ...(hasTotal ? [total] : [])] }, layout: 'rows', margin: [0, 4, 0, 12] };
}

/** What a column of numbers may need, in per cent of the width. */
const NUMBERS = 15;

/** Shares of the width in per cent where columns say what they take; the last of them takes what is left, so that nothing runs off the page. */
function spread({ columns }: DocumentTable, widths: readonly string[]): string[] {
  const flexible = columns.flatMap((_, index) => (widths[index] === 'auto' ? [] : [index]));
  const last = flexible.at(-1);
  if (flexible.every((index) => columns[index]?.width === undefined)) return [...widths];
  const shares = flexible.reduce((sum, index) => sum + (columns[index]?.width ?? 1), 0);
  const room = Math.max(30, 100 - NUMBERS * (columns.length - flexible.length));
  return columns.map(({ width = 1 }, index) => (!flexible.includes(index) ? 'auto' : index === last ? '*' : `${Math.floor((room * width) / shares)}%`));
}

function writeCell({ columns }: ReadTable, index: number, { value, currency }: CellValue, reader: ReaderPlace): string {
  const column = columns[index];
  return column ? formatValue({ value, type: column.formula.type, ...(column.field && { field: column.field }), ...(currency !== undefined && { currency }) }, reader) : '';
}

/** Amounts of several currencies have no sum. */
function writeSum(read: ReadTable, index: number, { rows, sum }: { readonly rows: TableRows['rows']; readonly sum: string | null }, reader: ReaderPlace): string {
  const currencies = new Set(rows.map((row) => row[index]?.currency));
  const [currency] = currencies;
  return sum === null || currencies.size > 1 ? '' : writeCell(read, index, { value: sum, ...(currency !== undefined && { currency }) }, reader);
}

function flatten(content: Content | undefined): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(flatten).join('');
  return typeof content === 'object' && 'text' in content ? flatten(content.text as Content | undefined) : '';
}

const TOTAL: Wording = { en: 'Total', 'zh-TW': '合計', 'zh-CN': '合计' };
