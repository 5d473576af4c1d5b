import type { ObjectMap, ObjectTypes } from './object-map.js';

/** Which numbers are wanted of the records of a list, or of a group of them. */
export interface Aggregation<Types extends ObjectTypes> {
  readonly countDistinct?: readonly Types['grouped'][];
  readonly sum?: readonly Types['numbers'][];
  readonly avg?: readonly Types['numbers'][];
  readonly min?: readonly Types['ordered'][];
  readonly max?: readonly Types['ordered'][];
}

type Field<List> = List extends readonly (infer Name)[] ? Name : never;
type ValueOf<Row, Name extends PropertyKey> = Name extends keyof Row ? Row[Name] : never;

/** Sums and averages are decimals, as text; null of no records. */
export interface Aggregated<Types extends ObjectTypes, Wanted> {
  readonly count: number;
  readonly countDistinct: { readonly [Name in Field<Member<Wanted, 'countDistinct'>> & string]: number };
  readonly sum: { readonly [Name in Field<Member<Wanted, 'sum'>> & string]: string | null };
  readonly avg: { readonly [Name in Field<Member<Wanted, 'avg'>> & string]: string | null };
  readonly min: { readonly [Name in Field<Member<Wanted, 'min'>> & string]: ValueOf<Types['record'], Name> | null };
  readonly max: { readonly [Name in Field<Member<Wanted, 'max'>> & string]: ValueOf<Types['record'], Name> | null };
}

type Member<Wanted, Key extends string> = Wanted extends { readonly [K in Key]?: infer List } ? List : never;

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type CalendarPart = 'hour' | 'weekday' | 'month' | 'quarter';

/** What records have in common: a field, the stretch of the calendar or the part of it that a day falls into, or a field of the record behind a lookup. */
export type GroupKey<Objects extends ObjectMap<Objects>, Name extends keyof Objects> =
  | Objects[Name]['grouped']
  | { readonly field: Objects[Name]['dated']; readonly unit: CalendarUnit }
  | { readonly field: Objects[Name]['dated']; readonly part: CalendarPart }
  | { readonly of: { readonly [Relation in keyof Objects[Name]['one']]?: Objects[Objects[Name]['one'][Relation] & keyof Objects]['grouped'] } };

/** The keys of a group, as they were asked for. */
export type GroupedBy<Objects extends ObjectMap<Objects>, Name extends keyof Objects, Keys extends readonly unknown[]> = Flat<All<KeyOf<Objects, Name, Keys[number]>>>;

type KeyOf<Objects extends ObjectMap<Objects>, Name extends keyof Objects, Key> = Key extends string
  ? { readonly [Field in Key]: ValueOf<Objects[Name]['record'], Field> | null }
  : Key extends { readonly field: infer Field extends string; readonly part: infer Part extends string }
    ? { readonly [Wanted in `${Field}Part`]: { readonly [One in Part]: number | null } }
    : Key extends { readonly field: infer Field extends string }
      ? { readonly [Wanted in Field]: string | null }
      : Key extends { readonly of: infer Behind }
        ? { readonly [Relation in keyof Behind & keyof Objects[Name]['one']]: { readonly [Field in Behind[Relation] & string]: ValueOf<Objects[Objects[Name]['one'][Relation] & keyof Objects]['record'], Field> | null } | null }
        : never;

type Flat<T> = { readonly [Key in keyof T]: T[Key] };
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Every) => void ? Every : never;

type Compared<Value> = { readonly [Word in 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte']?: Value };

export interface GroupRequest<Types extends ObjectTypes> {
  readonly where?: Types['where'];
  readonly search?: string;
  /** Which groups are left: `{ count: { gte: 5 }, sum: { amount: { gt: '1000' } } }`. */
  readonly having?: {
    readonly count?: Compared<number>;
    readonly countDistinct?: { readonly [Name in Types['grouped']]?: Compared<number> };
    readonly sum?: { readonly [Name in Types['numbers']]?: Compared<string> };
    readonly avg?: { readonly [Name in Types['numbers']]?: Compared<string> };
    readonly min?: { readonly [Name in Types['ordered']]?: Compared<ValueOf<Types['record'], Name>> };
    readonly max?: { readonly [Name in Types['ordered']]?: Compared<ValueOf<Types['record'], Name>> };
  };
  /** `[['sum', 'amount', 'desc'], ['key', 'status', 'asc'], ['count', 'desc']]`; by the keys where nothing is said. */
  readonly orderBy?: readonly (
    | readonly ['count', Direction]
    | readonly ['key' | 'countDistinct', Types['grouped'], Direction]
    | readonly ['sum' | 'avg', Types['numbers'], Direction]
    | readonly ['min' | 'max', Types['ordered'], Direction]
  )[];
  /** 100 when it is not said. */
  readonly first?: number;
}

type Direction = 'asc' | 'desc';

/** As the API takes the keys. */
export function writeKeys(keys: readonly unknown[]): readonly object[] {
  return keys.map((key) => {
    if (typeof key === 'string') return { field: key };
    const { of } = key as { readonly of?: Readonly<Record<string, string>> };
    return of === undefined ? (key as object) : { of: Object.fromEntries(Object.entries(of).map(([relation, field]) => [relation, { field }])) };
  });
}

/** `{ status orderedOnPart { weekday } customer { city } }` */
export function writeKeySelection(keys: readonly unknown[]): string {
  const pieces = keys.map((key) => {
    if (typeof key === 'string') return key;
    const { of, field = '', part } = key as { readonly of?: Readonly<Record<string, string>>; readonly field?: string; readonly part?: string };
    if (of !== undefined) return Object.entries(of).map(([relation, inner]) => `${relation} { ${inner} }`).join(' ');
    return part === undefined ? field : `${field}Part { ${part} }`;
  });
  return `{ ${[...new Set(pieces)].join(' ')} }`;
}

export function writeGroupOrder(order: readonly (readonly string[])[]): readonly object[] {
  return order.map((path) => [...path.slice(0, -1)].reduceRight<unknown>((inner, step) => ({ [step]: inner }), (path.at(-1) ?? '').toUpperCase()) as object);
}

/** `sum { amount } max { orderedOn }` */
export function writeAggregation(wanted: object): string {
  const parts = Object.entries(wanted).flatMap(([name, fields]: [string, readonly string[] | undefined]) => (fields && fields.length > 0 ? [`${name} { ${fields.join(' ')} }`] : []));
  return ['count', ...parts].join(' ');
}
