/** A record to be created. */
export interface ImportedRow {
  /** What other rows call it by. */
  readonly reference?: string;
  /** Values as the API takes them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Values that are ids of records made before, by the key of the value. `within` is the key around the id where the field may point to several objects. */
  readonly links: Readonly<Record<string, { readonly reference: string; readonly within?: string }>>;
}

/** Rows of one object. Batches are to be created in their order: then every link leads to a record that is there. */
export interface RowBatch {
  readonly object: string;
  readonly file: string;
  readonly rows: readonly ImportedRow[];
}
