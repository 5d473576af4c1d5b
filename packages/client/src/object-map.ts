/** What the generated `Objects` interface says of each object. */
export interface ObjectTypes {
  readonly record: object;
  readonly create: object;
  readonly update: object;
  readonly where: object;
  /** Lookups, with the object that each leads to. */
  readonly one: object;
  /** Lists, with the object whose records are in them. */
  readonly many: object;
  /** External ids, by which records can be found and put. */
  readonly keys: object;
  /** Names of fields that can be summed up. */
  readonly numbers: string;
  /** Names of fields that have a least and a greatest value. */
  readonly ordered: string;
  /** Names of fields that records can be grouped by. */
  readonly grouped: string;
  /** Those of them that hold a day or an instant. */
  readonly dated: string;
}

export type ObjectMap<Objects> = { readonly [Name in keyof Objects]: ObjectTypes };

/** How an object is called in the API, the pieces of those of its fields that have several, and what leads where. */
export interface NamesOfObject {
  readonly singular: string;
  readonly plural: string;
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  readonly one?: Readonly<Record<string, string>>;
  readonly many?: Readonly<Record<string, string>>;
}

/** What the generated `objects` constant looks like. */
export type ObjectNames<Objects> = { readonly [Name in keyof Objects]: NamesOfObject };

export type OrderBy<Row> = readonly (readonly [field: keyof Row & string, direction: 'asc' | 'desc'])[];

export interface PageRequest<Row, Where> {
  /** The API's `where`: `{ status: { eq: 'active' } }`, also through lookups and lists. */
  readonly where?: Where;
  /** Words that the record has in its name or other searchable fields. */
  readonly search?: string;
  readonly orderBy?: OrderBy<Row>;
  /** Records in a page: 1 to 1,000; 50 when it is not said. */
  readonly first?: number;
  readonly after?: string;
}

/** A request of whichever object. */
export type AnyPageRequest = Omit<PageRequest<object, object>, 'orderBy'> & { readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[] };

export interface Page<Row> {
  readonly records: readonly Row[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}
