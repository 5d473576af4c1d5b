import type { NamesOfObject, ObjectMap } from './object-map.js';
import type { RequestFailed } from './request-failed.js';
import { VariableList } from './selection.js';
import { ask, failureOf, send, type Place } from './send.js';

export interface SaveOptions {
  /** Saves although a rule that warns finds records that look the same. */
  readonly allowDuplicates?: boolean;
}

/** What became of many rows: the id of each, and why some were refused. */
export interface Written {
  /** In the order of the rows; null where a row was refused. */
  readonly ids: readonly (string | null)[];
  /** Only where `atomic: false` was said: else the first refusal is thrown and nothing is written. */
  readonly refused: readonly { readonly index: number; readonly failure: RequestFailed }[];
}

export interface ManyOptions extends SaveOptions {
  /** False: the good rows are written, the others are told. */
  readonly atomic?: boolean;
}

export interface BulkOptions {
  /** Refuses (code `CONFLICT`) when another number of records matches. */
  readonly expected?: number;
  /** Goes on after the answer where there are many. */
  readonly background?: boolean;
}

/** A change of all records that match, which can be taken back as one operation. */
export interface BulkResult {
  readonly operationId: string;
  readonly matched: number;
  readonly changed: number;
  readonly status: 'DONE' | 'RUNNING';
}

type KeyOf<Objects extends ObjectMap<Objects>, Name extends keyof Objects> = keyof Objects[Name]['keys'] & string;

/** Exactly one of the external ids. */
type OneKey<Objects extends ObjectMap<Objects>, Name extends keyof Objects> = { readonly [Key in KeyOf<Objects, Name>]: { readonly [Named in Key]: Objects[Name]['keys'][Named] } }[KeyOf<Objects, Name>];

export interface Writing<Objects extends ObjectMap<Objects>> {
  /** Makes a record and answers its id. */
  create<Name extends keyof Objects & string>(object: Name, data: Objects[Name]['create'], options?: SaveOptions): Promise<string>;
  createMany<Name extends keyof Objects & string>(object: Name, data: readonly Objects[Name]['create'][], options?: ManyOptions): Promise<Written>;
  /** Changes a record. With `ifVersion` it is refused (code `CONFLICT`) when somebody else was faster. */
  update<Name extends keyof Objects & string>(object: Name, id: string, data: Objects[Name]['update'], options?: SaveOptions & { readonly ifVersion?: number }): Promise<void>;
  updateMany<Name extends keyof Objects & string>(
    object: Name,
    rows: readonly { readonly id: string; readonly ifVersion?: number; readonly data: Objects[Name]['update'] }[],
    options?: ManyOptions,
  ): Promise<Written>;
  /** Changes all records that match. */
  updateWhere<Name extends keyof Objects & string>(object: Name, where: Objects[Name]['where'], data: Objects[Name]['update'], options?: BulkOptions): Promise<BulkResult>;
  /** Changes the record that an external id names, or makes it, and answers its id: `upsert('Customer', { customerNumber: 'C-1' }, { name: 'Corner Shop' })`. */
  upsert<Name extends keyof Objects & string>(object: Name, by: OneKey<Objects, Name>, data: Objects[Name]['create'] | Objects[Name]['update'], options?: SaveOptions): Promise<string>;
  /** Each row carries the external id that it is known by. */
  upsertMany<Name extends keyof Objects & string>(object: Name, by: KeyOf<Objects, Name>, data: readonly (Objects[Name]['create'] | Objects[Name]['update'])[], options?: ManyOptions): Promise<Written>;
  /** Moves a record to the recycle bin. */
  delete<Name extends keyof Objects & string>(object: Name, id: string, options?: { readonly ifVersion?: number }): Promise<void>;
  deleteMany<Name extends keyof Objects & string>(object: Name, ids: readonly string[], options?: Pick<ManyOptions, 'atomic'>): Promise<Written>;
  deleteWhere<Name extends keyof Objects & string>(object: Name, where: Objects[Name]['where'], options?: BulkOptions): Promise<BulkResult>;
  restore<Name extends keyof Objects & string>(object: Name, id: string): Promise<void>;
}

type Names = Readonly<Record<string, NamesOfObject>>;
type Given = readonly (readonly [name: string, type: string, value: unknown])[];

const BULK = 'operationId matched changed status';

export function makeWriting<Objects extends ObjectMap<Objects>>(place: Place, names: Names): Writing<Objects> {
  const plural = (object: string) => {
    const { plural = '' } = names[object] ?? {};
    return plural.charAt(0).toUpperCase() + plural.slice(1);
  };
  const document = (field: string, given: Given, selection: string) => {
    const variables = new VariableList();
    const called = `{ done: ${field}${variables.addArguments(given)} { ${selection} } }`;
    return { text: `${variables.head('mutation')} ${called}`, values: variables.values };
  };
  const one = async (field: string, given: Given): Promise<string> => {
    const { text, values } = document(field, given, 'id');
    return (await send<{ done: { id: string } }>(place, '/graphql', text, values)).done.id;
  };
  const many = async (field: string, given: Given): Promise<Written> => {
    const { text, values } = document(field, given, 'id');
    const { data, errors = [] } = await ask<{ done: readonly ({ id: string } | null)[] | null }>(place, '/graphql', text, values);
    const rows = data?.done;
    // An error without a row is one of the whole.
    const whole = errors.find(({ path }) => !rows || typeof path?.[1] !== 'number');
    if (whole) throw failureOf(whole);
    return { ids: (rows ?? []).map((row) => row?.id ?? null), refused: errors.map((error) => ({ index: Number(error.path?.[1]), failure: failureOf(error) })) };
  };
  const bulk = async (field: string, given: Given): Promise<BulkResult> => {
    const { text, values } = document(field, given, BULK);
    return (await send<{ done: BulkResult }>(place, '/graphql', text, values)).done;
  };
  const saving = ({ allowDuplicates }: SaveOptions): Given => [['allowDuplicates', 'Boolean', allowDuplicates]];
  const rows = ({ atomic, ...options }: ManyOptions): Given => [['atomic', 'Boolean', atomic], ...saving(options)];
  const bulkOptions = ({ expected, background }: BulkOptions): Given => [['expected', 'Int', expected], ['background', 'Boolean', background]];

  return {
    create: (object, data, options = {}) => one(`create${object}`, [['data', `${object}Create!`, data], ...saving(options)]),
    createMany: (object, data, options = {}) => many(`create${plural(object)}`, [['data', `[${object}Create!]!`, data], ...rows(options)]),
    update: async (object, id, data, { ifVersion, ...options } = {}) => {
      await one(`update${object}`, [['id', 'ID!', id], ['data', `${object}Update!`, data], ['ifVersion', 'Int', ifVersion], ...saving(options)]);
    },
    updateMany: (object, changes, options = {}) => many(`update${plural(object)}`, [['data', `[${object}RowInput!]!`, changes], ...rows(options)]),
    updateWhere: (object, where, data, options = {}) => bulk(`update${plural(object)}Where`, [['where', `${object}Where!`, where], ['data', `${object}Update!`, data], ...bulkOptions(options)]),
    upsert: (object, by, data, options = {}) => one(`upsert${object}`, [['by', `${object}UpsertKey!`, by], ['data', `${object}Create!`, data], ...saving(options)]),
    upsertMany: (object, by, data, options = {}) => many(`upsert${plural(object)}`, [['by', `${object}UpsertField!`, by], ['data', `[${object}Create!]!`, data], ...rows(options)]),
    delete: async (object, id, { ifVersion } = {}) => {
      await one(`delete${object}`, [['id', 'ID!', id], ['ifVersion', 'Int', ifVersion]]);
    },
    deleteMany: (object, ids, { atomic } = {}) => many(`delete${plural(object)}`, [['ids', '[ID!]!', ids], ['atomic', 'Boolean', atomic]]),
    deleteWhere: (object, where, options = {}) => bulk(`delete${plural(object)}Where`, [['where', `${object}Where!`, where], ...bulkOptions(options)]),
    restore: async (object, id) => {
      await one(`restore${object}`, [['id', 'ID!', id]]);
    },
  };
}
