import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { refuseBombs } from './refuse-bombs.js';

/** The sheets of a workbook that people see, in their order; none of them is read. */
export async function readSheetNames(path: string): Promise<readonly string[]> {
  const names: string[] = [];
  const note = ({ name, hidden, veryHidden }: { readonly name: string; readonly hidden?: boolean; readonly veryHidden?: boolean }) => {
    if (!hidden && !veryHidden) names.push(name);
    return false;
  };
  await refuseBombs(path);
  try {
    await readXlsx(await readFile(path), { sheets: note });
  } catch (failure) {
    if (names.length === 0) throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: (failure as Error).message } }, { cause: failure });
  }
  return names;
}
