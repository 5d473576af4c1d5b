/**
 * A backup is one gzip stream of lines: a header; for each table a line that names it, its rows as `copy … to stdout` writes
 * them, `\.`, and a line with their number and hash; and an end. Everything is as of one moment.
 */
export const BACKUP_FORMAT = 'guanxi-backup';
/** A reader refuses versions that it does not know. */
export const BACKUP_VERSION = 1;
/** The line after a table's rows. */
export const ROWS_END = '\\.';

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: number;
  /** Of the product that made it. */
  readonly product: string;
  readonly takenAt: string;
  readonly withPasswords: boolean;
  readonly org: {
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly locale: string;
    readonly country: string | null;
    readonly publishedRevision: number;
  };
  /** What the org's schema had gone through. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
  readonly sequences: readonly BackupSequence[];
}

export interface BackupTable {
  /** platform: what the installation keeps for the org · org: a table of the org's schema. */
  readonly place: 'platform' | 'org';
  readonly name: string;
  /** Those with values of their own, in the order of the rows' cells. */
  readonly columns: readonly BackupColumn[];
  /** Rows are in the order of these; of all columns where there are none. */
  readonly key: readonly string[];
}

export interface BackupColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `numeric(18,2)`. */
  readonly type: string;
  readonly required: boolean;
}

/** The next numbers of a column come after `last`; nothing was numbered yet where it is null. Text, as it may be beyond what is safe. */
export interface BackupSequence {
  readonly table: string;
  readonly column: string;
  readonly last: string | null;
}

export interface SectionStart {
  readonly place: BackupTable['place'];
  readonly table: string;
}

export interface SectionEnd {
  readonly rows: number;
  /** Of the rows' bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface BackupEnd {
  readonly end: true;
  readonly tables: number;
  readonly rows: number;
}
