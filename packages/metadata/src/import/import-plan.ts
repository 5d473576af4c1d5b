/**
 * How the columns of a file become records: what the import page, the command line and the server agree on.
 * `parseImportPlan` checks one against a model.
 */
export interface ImportPlan {
  /** Name of the object that gets one record per row. */
  readonly object: string;
  /**
   * `create` makes a record of every row; `upsert` changes the record that `matchBy` finds and makes one where there is
   * none; `update` leaves rows without a match out.
   */
  readonly mode: 'create' | 'upsert' | 'update';
  /** Fields that together tell which record is meant, each mapped to a column; needed unless the mode is `create`. At least one of them has an index. */
  readonly matchBy?: string | readonly string[];
  /**
   * What becomes of rows that a duplicate rule takes for a record that is there: `refuse` (as when people save; the
   * usual), `skip`, `update` (the best match is changed), `allow` (made all the same, as far as the rule lets people).
   */
  readonly duplicates?: 'refuse' | 'skip' | 'update' | 'allow';
  /** What a blank cell does to a record that is changed: `clear` its value (the usual), or `keep` it. */
  readonly blanks?: 'clear' | 'keep';
  /** `RUN` (the usual): as if people had saved each record; `SUPPRESS`: no workflow hears of it; `ONE_EVENT`: one event for the whole import. */
  readonly automations?: 'RUN' | 'SUPPRESS' | 'ONE_EVENT';
  /** Columns that are not named are left out. */
  readonly columns: readonly ImportColumn[];
  /** How the file is written; what is missing is found out from its beginning. */
  readonly format?: ImportFormat;
}

export interface ImportFormat {
  readonly kind?: 'csv' | 'xlsx' | 'ndjson';
  /** Of text: a name that TextDecoder knows. */
  readonly encoding?: string;
  /** Of CSV: one character. */
  readonly delimiter?: string;
  /** Of XLSX: name of the sheet. */
  readonly sheet?: string;
  /** In whose way dates and numbers are written. */
  readonly locale?: string;
}

export interface ImportColumn {
  /** Heading in the file. */
  readonly column: string;
  /** A field, or a piece of one: `billingAddress.city`. */
  readonly field: string;
  /** For a lookup: the external-id field of the target that the column holds. Without it the column holds record ids. */
  readonly match?: string;
  /** For a lookup with `match`: targets that do not exist are made, named by what the column holds. */
  readonly createMissing?: boolean;
  /** Repairs, in the order of their doing: cells that are replaced by others (blank where it is empty), by what the cell holds without space around it. */
  readonly replace?: Readonly<Record<string, string>>;
  /** Of this column only: in whose way dates and numbers are written. */
  readonly locale?: string;
  /** What a blank cell holds. */
  readonly default?: string;
  /** Text that is too long is cut. */
  readonly cut?: boolean;
  /** What a cell that cannot be understood does: the row is rejected (the usual), the cell counts as `blank`, or the row is left out (`skip`). */
  readonly unfit?: 'reject' | 'blank' | 'skip';
}

/** The fields by which records are found, in the order of the plan. */
export function matchFieldsOf({ matchBy }: Pick<ImportPlan, 'matchBy'>): readonly string[] {
  if (matchBy === undefined) return [];
  return typeof matchBy === 'string' ? [matchBy] : matchBy;
}
