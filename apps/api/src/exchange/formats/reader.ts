/** A cell as its file has it: text that somebody wrote, or a value that the file itself knows to be one. Days and instants are ISO text. */
export type Cell = string | number | boolean;

export interface FileRow {
  /** Counted as a spreadsheet does: the headings are row 1. */
  readonly number: number;
  /** In the order of the headings. */
  readonly cells: readonly Cell[];
}

/** What somebody has said about a file; the rest is found out from its beginning. */
export interface ReadingWish {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
}

/** A file as it begins: enough to map its columns. */
export interface FileBeginning {
  /** Of text. */
  readonly encoding?: string;
  /** Of CSV. */
  readonly delimiter?: string;
  /** Of a workbook: the sheet that was read, and all there are. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly columns: readonly string[];
  readonly sample: readonly (readonly Cell[])[];
}

/** One format of files. Both throw `UnreadableFile`. */
export interface Reader {
  readBeginning(path: string, wish: ReadingWish, rows: number): Promise<FileBeginning>;
  /** The rows after the headings with bounded memory, some hundreds at a time, without blank ones. */
  readRows(path: string, wish: ReadingWish): AsyncIterable<readonly FileRow[]>;
}
