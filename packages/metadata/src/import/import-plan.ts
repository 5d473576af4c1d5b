/**
 * How the columns of a file become records: what the import page, the command line and the server agree on.
 * `parseImportPlan` checks one against a model.
 */
export interface ImportPlan {
  /** Name of the object that gets one record per row. */
  readonly object: string;
  /**
   * `create` makes a record of every row; `upsert` changes the record whose `matchBy` equals the row's and makes one
   * where there is none; `update` leaves rows without a match out.
   */
  readonly mode: 'create' | 'upsert' | 'update';
  /** An external-id field of the object; needed unless the mode is `create`. */
  readonly matchBy?: string;
  /** Columns that are not named are left out. */
  readonly columns: readonly ImportColumn[];
  /** How the file is written; what is missing is found out from its beginning. */
  readonly format?: { readonly delimiter?: ',' | ';' | '\t' | '|'; readonly locale?: string };
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
}
