import { listWords } from '@guanxi/field-types';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { readDateFormats } from './date-formats.js';
import { readOutline, type WorkbookOutline } from './outline.js';
import type { SheetForm } from './sheet-rows.js';
import { WorkbookArchive } from './workbook-archive.js';

/** One sheet of a workbook, and what reading its cells needs. */
export interface OpenSheet {
  /** To be closed. */
  readonly archive: WorkbookArchive;
  readonly name: string;
  /** All sheets that people see. */
  readonly sheets: readonly string[];
  readonly part: string;
  readonly form: SheetForm;
  /** The part with the texts that cells name by number. */
  readonly texts?: string;
}

/** The sheet of this name, or the first. Throws `UnreadableFile`. */
export async function openSheet(path: string, wanted: string | undefined): Promise<OpenSheet> {
  let archive: WorkbookArchive | undefined;
  try {
    archive = await WorkbookArchive.open(path);
    const { sheets, styles, texts, from1904 } = await readOutline(archive);
    const { name, part } = chooseSheet(sheets, wanted);
    const dates = styles === undefined ? [] : readDateFormats(await archive.text(styles));
    return { archive, name, part, sheets: sheets.map((one) => one.name), form: { dates, from1904 }, ...(texts !== undefined && { texts }) };
  } catch (failure) {
    archive?.close();
    if (failure instanceof UnreadableFile) throw failure;
    throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: (failure as Error).message } }, { cause: failure });
  }
}

function chooseSheet(sheets: WorkbookOutline['sheets'], wanted: string | undefined): WorkbookOutline['sheets'][number] {
  const [first] = sheets;
  if (!first) throw new UnreadableFile(fileFaults.empty);
  const found = wanted === undefined ? first : sheets.find(({ name }) => name === wanted);
  if (found) return found;
  throw new UnreadableFile({ ...fileFaults.noSheet, words: { sheet: wanted ?? '', sheets: listWords(sheets.map(({ name }) => name), 'conjunction') } });
}
