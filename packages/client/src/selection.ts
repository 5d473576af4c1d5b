import type { AnyPageRequest, NamesOfObject, ObjectMap, PageRequest } from './object-map.js';

type Target<Objects, Leads, Relation extends keyof Leads> = Leads[Relation] & keyof Objects;

/** What is wanted of a record: names of fields, lookups with what is wanted behind them, lists with a page of each: `['name', { owner: ['name'], orders: { select: ['amount'], first: 5 } }]`. */
export type Selection<Objects extends ObjectMap<Objects>, Name extends keyof Objects> = readonly (
  | (keyof Objects[Name]['record'] & string)
  | Nested<Objects, Name>
)[];

/** An object that leads nowhere takes no such entry at all: an empty type would take anything. */
type Nested<Objects extends ObjectMap<Objects>, Name extends keyof Objects> = [keyof Objects[Name]['one'] | keyof Objects[Name]['many']] extends [never]
  ? never
  : { readonly [Relation in keyof Objects[Name]['one']]?: Selection<Objects, Target<Objects, Objects[Name]['one'], Relation>> } & {
      readonly [Relation in keyof Objects[Name]['many']]?: ListSelection<Objects, Target<Objects, Objects[Name]['many'], Relation>>;
    };

export interface ListSelection<Objects extends ObjectMap<Objects>, Name extends keyof Objects> extends PageRequest<Objects[Name]['record'], Objects[Name]['where']> {
  readonly select: Selection<Objects, Name>;
}

/** The record as it is answered: exactly what was asked for. */
export type Selected<Objects extends ObjectMap<Objects>, Name extends keyof Objects, Chosen extends readonly unknown[]> = Flat<
  Pick<Objects[Name]['record'], Chosen[number] & keyof Objects[Name]['record']> & Related<Objects, Name, All<Exclude<Chosen[number], string>>>
>;

type Related<Objects extends ObjectMap<Objects>, Name extends keyof Objects, Nested> = {
  readonly [Relation in keyof Nested]: Relation extends keyof Objects[Name]['one']
    ? Nested[Relation] extends readonly unknown[]
      ? Selected<Objects, Target<Objects, Objects[Name]['one'], Relation>, Nested[Relation]> | null
      : never
    : Relation extends keyof Objects[Name]['many']
      ? Nested[Relation] extends { readonly select: infer Inner extends readonly unknown[] }
        ? { readonly nodes: readonly Selected<Objects, Target<Objects, Objects[Name]['many'], Relation>, Inner>[] }
        : never
      : never;
};

type Flat<T> = { readonly [Key in keyof T]: T[Key] };
/** All of a union at once. No member: nothing. */
type All<Union> = [Union] extends [never] ? unknown : (Union extends unknown ? (one: Union) => void : never) extends (all: infer Every) => void ? Every : never;

/** The variables of a document on its way, declared as they are met. */
export class VariableList {
  readonly declared: string[] = [];
  readonly values: Record<string, unknown> = {};

  /** `$v1`, or nothing when there is no value. */
  add(type: string, value: unknown): string | undefined {
    if (value === undefined) return undefined;
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.values[name] = value;
    return `$${name}`;
  }

  /** `(a: $v0, b: $v1)` of those that have a value. */
  addArguments(given: readonly (readonly [name: string, type: string, value: unknown])[]): string {
    const written = given.flatMap(([name, type, value]) => {
      const variable = this.add(type, value);
      return variable === undefined ? [] : [`${name}: ${variable}`];
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  head(kind: 'query' | 'mutation' | 'subscription'): string {
    return this.declared.length === 0 ? kind : `${kind} (${this.declared.join(', ')})`;
  }
}

type Names = Readonly<Record<string, NamesOfObject>>;

/** `{ name place { city } owner { name } }` */
export function writeSelection(names: Names, object: string, chosen: readonly unknown[], variables: VariableList): string {
  const { parts = {}, one = {}, many = {} } = names[object] ?? {};
  const pieces = chosen.flatMap((item): string[] => {
    // A field whose value has several pieces is asked for with all of them.
    if (typeof item === 'string') return [parts[item] ? `${item} { ${parts[item].join(' ')} }` : item];
    return Object.entries(item as object).map(([relation, wanted]: [string, unknown]) => {
      if (Array.isArray(wanted)) return `${relation} ${writeSelection(names, one[relation] ?? '', wanted, variables)}`;
      const { select, ...request } = wanted as { select: readonly unknown[] } & AnyPageRequest;
      const target = many[relation] ?? '';
      return `${relation}${writePageArguments(target, request, variables)} { nodes ${writeSelection(names, target, select, variables)} }`;
    });
  });
  return `{ ${pieces.length === 0 ? '__typename' : pieces.join(' ')} }`;
}

export function writePageArguments(object: string, request: AnyPageRequest, variables: VariableList): string {
  return variables.addArguments([
    ['where', `${object}Where`, request.where],
    ['search', 'String', request.search],
    ['orderBy', `[${object}OrderBy!]`, request.orderBy && writeOrder(request.orderBy)],
    ['first', 'Int', request.first],
    ['after', 'String', request.after],
  ]);
}

function writeOrder(order: NonNullable<AnyPageRequest['orderBy']>): readonly Readonly<Record<string, string>>[] {
  return order.map(([field, direction]) => ({ [field]: direction.toUpperCase() }));
}
