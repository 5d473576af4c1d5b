import { readHeadings } from '../headings.js';
import type { FileBeginning, FileRow, Reader } from '../reader.js';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { openSheet, type OpenSheet } from './open-sheet.js';
import { SharedTexts } from './shared-texts.js';
import { readSheetRows, type SheetRow } from './sheet-rows.js';

/** Rows that name texts may turn out to be blank. */
const SPARE_ROWS = 10;

/** The rows of one sheet of a workbook, formulas by the values they had when it was saved. */
export const xlsxReader: Reader = {
  async readBeginning(path, wish, most): Promise<FileBeginning> {
    const sheet = await openSheet(path, wish.sheet);
    try {
      const first = await readFirstRows(sheet, most + 1 + SPARE_ROWS);
      // Of millions of texts, the first rows name few.
      const highest = first.flatMap(({ texts }) => texts).reduce((high, [, text]) => Math.max(high, text), -1);
      const rows = await fillAll([first], sheet, { path, texts: highest + 1 }).next();
      const [headings, ...sample] = (rows.value ?? []).slice(0, most + 1);
      return { sheet: sheet.name, sheets: sheet.sheets, columns: readHeadings(headings?.cells.map(String)), sample: sample.map(({ cells }) => cells) };
    } catch (failure) {
      throw unreadable(failure);
    } finally {
      sheet.archive.close();
    }
  },

  async *readRows(path, wish): AsyncGenerator<readonly FileRow[]> {
    const sheet = await openSheet(path, wish.sheet);
    try {
      let isFirst = true;
      for await (const rows of fillAll(rowsOf(sheet), sheet, { path })) {
        yield isFirst ? rows.slice(1) : rows;
        isFirst = false;
      }
    } catch (failure) {
      throw unreadable(failure);
    } finally {
      sheet.archive.close();
    }
  },
};

function rowsOf({ archive, part, form }: OpenSheet): AsyncGenerator<readonly SheetRow[]> {
  return readSheetRows(archive.pieces(part), form);
}

async function readFirstRows(sheet: OpenSheet, most: number): Promise<readonly SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const rows of rowsOf(sheet)) {
    first.push(...rows.filter((row) => row.texts.length > 0 || isFilled(row)));
    if (first.length >= most) break;
  }
  return first.slice(0, most);
}

/** Rows with the texts that their cells name, without blank ones, never none at a time. */
async function* fillAll(source: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>, { archive, texts: part }: OpenSheet, wish: { readonly path: string; readonly texts?: number }): AsyncGenerator<readonly FileRow[], undefined> {
  const texts = part === undefined || wish.texts === 0 ? undefined : await SharedTexts.read(archive.pieces(part), wish.path, wish.texts);
  try {
    for await (const some of source) {
      for (const row of some) {
        for (const [column, number] of row.texts) {
          const text = texts?.at(number) ?? '';
          row.cells[column] = typeof text === 'string' ? text : await text;
        }
      }
      const rows = some.filter(isFilled).map(({ number, cells }) => ({ number, cells }));
      if (rows.length > 0) yield rows;
    }
  } finally {
    await texts?.close();
  }
}

function isFilled({ cells }: FileRow): boolean {
  return cells.some((cell) => cell !== '');
}

/** Whatever is wrong with a file, its reader says so in words. */
function unreadable(failure: unknown): UnreadableFile {
  return failure instanceof UnreadableFile ? failure : new UnreadableFile({ ...fileFaults.workbook, words: { reason: (failure as Error).message } }, { cause: failure });
}
