import { parseCellRef } from 'hucre/xlsx';
import type { Cell } from '../reader.js';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { momentOf } from './date-formats.js';
import { readXml, unescapeText, type XmlReading } from './xml-events.js';

/** A row of a sheet, counted from 1. Some of its cells are still to be filled with texts that the workbook keeps elsewhere. */
export interface SheetRow {
  readonly number: number;
  readonly cells: Cell[];
  /** By the number of the column: the number of the text. */
  readonly texts: readonly (readonly [column: number, text: number])[];
}

/** How the numbers of a sheet are to be taken. */
export interface SheetForm {
  /** By the number of a format. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

const MOST_COLUMNS = 16_384;
/** Characters of a row. */
const LONGEST = 16 * 1024 ** 2;

/** The rows of a sheet as its pieces come, those of one piece at a time and never none. */
export async function* readSheetRows(pieces: AsyncIterable<Uint8Array>, form: SheetForm): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  for await (const _ of readXml(pieces, rowsOf(form, (row) => rows.push(row)))) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

function rowsOf(form: SheetForm, add: (row: SheetRow) => void): XmlReading {
  let number = 0;
  let cells: Cell[] = [];
  let texts: [column: number, text: number][] = [];
  let column = -1;
  let type = '';
  let format = 0;
  let value = '';
  let length = 0;
  let isValue = false;
  let isSound = false;
  return {
    opened: (name, attributes) => {
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        type = attributes['t'] ?? 'n';
        format = Number(attributes['s'] ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'rPh') isSound = true;
      else if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
        [cells, texts, column, length] = [[], [], -1, 0];
      }
    },
    text: (piece) => {
      if (!isValue || isSound) return;
      value += piece;
      length += piece.length;
      if (length > LONGEST) throw new UnreadableFile({ ...fileFaults.longCell, words: { row: String(number) } });
    },
    closed: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isSound = false;
      else if (name === 'c') {
        while (cells.length < column) cells.push('');
        cells[column] = '';
        if (type !== 's') cells[column] = cellOf(type, value, form.dates[format] === true, form.from1904);
        else if (/^\d+$/.test(value.trim())) texts.push([column, Number(value)]);
      } else if (name === 'row') add({ number, cells, texts });
    },
  };
}

function columnOf(reference: string): number {
  const { col } = parseCellRef(reference);
  if (col < MOST_COLUMNS) return col;
  throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: `A sheet has ${MOST_COLUMNS} columns at most, and there is a cell at ${reference}.` } });
}

function cellOf(type: string, value: string, isDate: boolean, from1904: boolean): Cell {
  if (type === 'str' || type === 'inlineStr') return unescapeText(value);
  if (value === '' || type === 'e' || type === 'd') return value;
  if (type === 'b') return value === '1' || value.toLowerCase() === 'true';
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  return isDate ? tellMoment(momentOf(number, from1904)) : number;
}

const MIDNIGHT = /T00:00:00(\.000)?Z$/;
/** Times of day without a day are counted from here. */
const NO_DAY = /^1899-12-3[01]T/;

/** Days and instants as ISO text: an instant of a sheet has no zone, so it gets none here. */
function tellMoment(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return '';
  const text = new Date(Math.round(moment.getTime() / 1000) * 1000).toISOString();
  if (NO_DAY.test(text)) return text.slice(11, 19);
  return MIDNIGHT.test(text) ? text.slice(0, 10) : text.slice(0, 19);
}
