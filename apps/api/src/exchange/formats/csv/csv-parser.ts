import { fileFaults, UnreadableFile } from '../unreadable-file.js';

/** A row of cells as they stand between the delimiters, and which record of the file it is, blank ones counted. */
export interface CsvRecord {
  readonly number: number;
  readonly cells: string[];
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** Nobody writes so much into a row: then a quote is not closed, or the delimiter is another one. */
const LONGEST = 16 * 1024 ** 2;

/** What was read at the end of a piece of text, to go on with the next one. */
type State = 'start' | 'plain' | 'quoted' | 'quote in quoted';

/**
 * Divides text that comes in pieces into records. Lines end with LF, CR LF or CR; a quote that stands within a cell is a
 * character like any other; what follows a closing quote belongs to the cell. Blank lines are counted and left out.
 */
export class CsvParser {
  private state: State = 'start';
  private cell = '';
  private cells: string[] = [];
  private number = 0;
  private length = 0;
  /** The piece before ended in CR: an LF that follows belongs to it. */
  private afterReturn = false;
  private readonly mark: number;

  constructor(delimiter: string) {
    this.mark = delimiter.charCodeAt(0);
  }

  /** The record that was read last. */
  get row(): number {
    return this.number;
  }

  push(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    const { mark } = this;
    const { length } = text;
    let state = this.state;
    let index = this.afterReturn && text.charCodeAt(0) === LF ? 1 : 0;
    this.afterReturn = false;
    let start = index;
    while (index < length) {
      if (state === 'quoted') {
        const end = text.indexOf('"', index);
        if (end < 0) break;
        this.cell += text.slice(start, end);
        state = 'quote in quoted';
        index = end + 1;
        start = index;
        continue;
      }
      const code = text.charCodeAt(index);
      if (state === 'quote in quoted' && code === QUOTE) {
        this.cell += '"';
        state = 'quoted';
        index += 1;
        start = index;
      } else if (code === mark) {
        this.cells.push(this.cell === '' ? text.slice(start, index) : this.cell + text.slice(start, index));
        this.cell = '';
        state = 'start';
        index += 1;
        start = index;
      } else if (code === LF || code === CR) {
        this.endRecord(text.slice(start, index), records);
        state = 'start';
        index += 1;
        if (code === CR) {
          if (index === length) this.afterReturn = true;
          else if (text.charCodeAt(index) === LF) index += 1;
        }
        start = index;
      } else if (state === 'start' && code === QUOTE) {
        state = 'quoted';
        index += 1;
        start = index;
      } else {
        state = 'plain';
        index += 1;
      }
    }
    this.cell += text.slice(start);
    this.state = state;
    this.length += length;
    if (records.length > 0) this.length = this.cell.length;
    if (this.length > LONGEST) throw new UnreadableFile({ ...fileFaults.longCell, words: { row: String(this.number + 1) } });
    return records;
  }

  /** The last record, where the file does not end with a line end. Throws `UnreadableFile` when a quote is open. */
  end(): CsvRecord[] {
    if (this.state === 'quoted') throw new UnreadableFile({ ...fileFaults.openQuote, words: { row: String(this.number + 1) } });
    const records: CsvRecord[] = [];
    if (this.cell !== '' || this.cells.length > 0 || this.state !== 'start') this.endRecord('', records);
    return records;
  }

  private endRecord(rest: string, records: CsvRecord[]): void {
    this.number += 1;
    const last = this.cell === '' ? rest : this.cell + rest;
    this.cell = '';
    if (this.cells.length === 0 && last.trim() === '') return;
    this.cells.push(last);
    records.push({ number: this.number, cells: this.cells });
    this.cells = [];
  }
}
