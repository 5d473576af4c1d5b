import type { RequestProblem } from './request-failed.js';

/** What the generated `Objects` interface looks like: each object's record, and what creating and updating take. */
export type ObjectMap<Objects> = { readonly [Name in keyof Objects]: { record: object; create: object; update: object } };

/** How an object is called in the API, and the pieces of those of its fields that have several. */
export interface NamesOfObject {
  readonly singular: string;
  readonly plural: string;
  readonly parts?: Readonly<Record<string, readonly string[]>>;
}

/** What the generated `objects` constant looks like. */
export type ObjectNames<Objects> = { readonly [Name in keyof Objects]: NamesOfObject };

export type OrderBy<Row> = readonly (readonly [field: keyof Row & string, direction: 'asc' | 'desc'])[];

export interface PageRequest<Row> {
  /** The API's `where`: `{ status: { eq: 'active' } }`. */
  readonly where?: { readonly [Field in keyof Row]?: unknown } & {
    readonly AND?: readonly unknown[];
    readonly OR?: readonly unknown[];
    readonly NOT?: unknown;
  };
  readonly orderBy?: OrderBy<Row>;
  /** Records in a page: 1 to 200. */
  readonly first?: number;
  readonly after?: string;
}

export interface Page<Row> {
  readonly records: readonly Row[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

export interface GraphQLAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly problems?: readonly RequestProblem[] };
  }[];
}
