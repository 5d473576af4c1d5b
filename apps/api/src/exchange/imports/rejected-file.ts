import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import type { RowProblem } from './convert-row.js';
import type { FileRow } from './read-rows.js';

const SAMPLE = 20;

/** One rejected row as the page shows it. */
export interface RejectedRow extends RowProblem {
  readonly row: number;
}

/**
 * Collects the rows that were left out: all of them into a file that can be mended and imported again (its own columns
 * first, then the reasons), the first few for the page.
 */
export class RejectedFile {
  readonly sample: RejectedRow[] = [];
  count = 0;
  private stream: WriteStream | undefined;

  constructor(
    private readonly path: string,
    private readonly columns: readonly string[],
  ) {}

  async add(row: FileRow, problems: readonly RowProblem[]): Promise<void> {
    this.count += 1;
    for (const problem of problems) if (this.sample.length < SAMPLE) this.sample.push({ row: row.number, ...problem });
    const reasons = problems.map(({ column, message, hint }) => `${column === undefined ? '' : `${column}: `}${message}${hint === undefined ? '' : ` ${hint}`}`);
    await this.write([...this.columns.map((_, index) => row.cells[index] ?? ''), String(row.number), reasons.join(' ')]);
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await once(this.stream, 'finish');
  }

  private async write(cells: readonly string[]): Promise<void> {
    if (!this.stream) {
      // Spreadsheets take a file for UTF-8 only when it begins with a byte order mark.
      this.stream = createWriteStream(this.path, { mode: 0o600 });
      this.stream.write(`\uFEFF${stringify([[...this.columns, 'row', 'reason']])}`);
    }
    if (!this.stream.write(stringify([cells.map(disarm)]))) await once(this.stream, 'drain');
  }
}

/** A cell that a spreadsheet would run as a formula is shown as text instead. */
function disarm(cell: string): string {
  return /^[=@\t\r]|^[+-](?![\d.,\s]*$)/.test(cell) ? `'${cell}` : cell;
}
