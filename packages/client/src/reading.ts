import { writeAggregation, writeGroupOrder, writeKeys, writeKeySelection, type Aggregated, type Aggregation, type GroupedBy, type GroupKey, type GroupRequest } from './grouping.js';
import type { AnyPageRequest, NamesOfObject, ObjectMap, Page, PageRequest } from './object-map.js';
import { VariableList, writePageArguments, writeSelection, type Selected, type Selection } from './selection.js';
import { listen, send, type Place } from './send.js';

type RequestOf<Objects extends ObjectMap<Objects>, Name extends keyof Objects> = PageRequest<Objects[Name]['record'], Objects[Name]['where']>;

/** `LEFT`: the record is no longer among those that are asked for. */
export type ChangeKind = 'CREATED' | 'UPDATED' | 'DELETED' | 'RESTORED' | 'LEFT';

export interface RecordChange<Row> {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly cursor: string;
  readonly fields: readonly string[];
  /** As it is now; null where it is gone or may not be read. */
  readonly record: Row | null;
}

export interface Change {
  readonly cursor: string;
  readonly object: string;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: string;
  readonly actorId: string | null;
  readonly source: string;
  readonly operationId: string | null;
  readonly fields: readonly string[];
  readonly changes: unknown;
}

export interface Reading<Objects extends ObjectMap<Objects>> {
  /** One record, or null when there is none that this key may read. */
  find<Name extends keyof Objects & string, const Chosen extends Selection<Objects, Name>>(object: Name, id: string, select: Chosen): Promise<Selected<Objects, Name, Chosen> | null>;
  /** One page of records. Ask again with `after: page.next` until `next` is null. */
  list<Name extends keyof Objects & string, const Chosen extends Selection<Objects, Name>>(
    object: Name,
    select: Chosen,
    request?: RequestOf<Objects, Name>,
  ): Promise<Page<Selected<Objects, Name, Chosen>>>;
  /** All records, page by page as they are taken. */
  all<Name extends keyof Objects & string, const Chosen extends Selection<Objects, Name>>(
    object: Name,
    select: Chosen,
    request?: RequestOf<Objects, Name>,
  ): AsyncGenerator<Selected<Objects, Name, Chosen>>;
  /** Count, sums and the like over all records of a list. */
  aggregate<Name extends keyof Objects & string, const Wanted extends Aggregation<Objects[Name]>>(
    object: Name,
    wanted: Wanted,
    request?: Pick<RequestOf<Objects, Name>, 'where' | 'search'>,
  ): Promise<Aggregated<Objects[Name], Wanted>>;
  /** The same for each group of records that have something in common. */
  groupBy<Name extends keyof Objects & string, const Keys extends readonly GroupKey<Objects, Name>[], const Wanted extends Aggregation<Objects[Name]>>(
    object: Name,
    by: Keys,
    wanted: Wanted,
    request?: GroupRequest<Objects[Name]>,
  ): Promise<readonly ({ readonly key: GroupedBy<Objects, Name, Keys> } & Aggregated<Objects[Name], Wanted>)[]>;
  /** What happens to the records of an object from now on, until the signal is aborted. */
  changed<Name extends keyof Objects & string, const Chosen extends Selection<Objects, Name>>(
    object: Name,
    select: Chosen,
    options?: { readonly where?: Objects[Name]['where']; readonly signal?: AbortSignal },
  ): AsyncGenerator<RecordChange<Selected<Objects, Name, Chosen>>>;
  /** All that has happened since a cursor, once each and in order. Keep the cursor of the last one for the next time. */
  changes(options?: { readonly after?: string; readonly objects?: readonly (keyof Objects & string)[] }): AsyncGenerator<Change>;
}

type Names = Readonly<Record<string, NamesOfObject>>;

export function makeReading<Objects extends ObjectMap<Objects>>(place: Place, names: Names): Reading<Objects> {
  const query = <Result>(variables: VariableList, selection: string) => send<Result>(place, '/graphql', `${variables.head('query')} ${selection}`, variables.values);
  const list = async (object: string, select: readonly unknown[], request: AnyPageRequest): Promise<Page<never>> => {
    const variables = new VariableList();
    const list = `${names[object]?.plural ?? ''}${writePageArguments(object, request, variables)}`;
    const nodes = writeSelection(names, object, select, variables);
    const { page } = await query<{ page: { nodes: never[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } }>(variables, `{ page: ${list} { nodes ${nodes} pageInfo { endCursor hasNextPage } } }`);
    return { records: page.nodes, next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
  };

  return {
    async find(object, id, select) {
      const variables = new VariableList();
      const { record } = await query<{ record: never }>(variables, `{ record: ${names[object]?.singular ?? ''}${variables.addArguments([['id', 'ID!', id]])} ${writeSelection(names, object, select, variables)} }`);
      return record;
    },

    list: (object, select, request = {}) => list(object, select, request),

    async *all(object, select, request = {}) {
      for (let after = request.after; ; ) {
        const { records, next } = await list(object, select, { ...request, ...(after !== undefined && { after }) });
        yield* records;
        if (next === null) return;
        after = next;
      }
    },

    async aggregate(object, wanted, request = {}) {
      const variables = new VariableList();
      const list = `${names[object]?.plural ?? ''}${writePageArguments(object, request, variables)}`;
      const { list: answered } = await query<{ list: { aggregate: never } }>(variables, `{ list: ${list} { aggregate { ${writeAggregation(wanted)} } } }`);
      return answered.aggregate;
    },

    async groupBy(object, by, wanted, { where, search, having, orderBy, first } = {}) {
      const variables = new VariableList();
      const list = `${names[object]?.plural ?? ''}${writePageArguments(object, { ...(where && { where }), ...(search !== undefined && { search }) }, variables)}`;
      const given = variables.addArguments([
        ['by', `[${object}AggregateBy!]!`, writeKeys(by)],
        ['having', `${object}AggregateHaving`, having],
        ['orderBy', `[${object}AggregateOrderBy!]`, orderBy && writeGroupOrder(orderBy)],
        ['first', 'Int', first],
      ]);
      const { list: answered } = await query<{ list: { groupBy: never } }>(variables, `{ list: ${list} { groupBy${given} { key ${writeKeySelection(by)} ${writeAggregation(wanted)} } } }`);
      return answered.groupBy;
    },

    async *changed(object, select, { where, signal } = {}) {
      const variables = new VariableList();
      const field = `${names[object]?.singular ?? ''}Changed${variables.addArguments([['where', `${object}Where`, where]])}`;
      const selection = `{ change: ${field} { kind id cursor fields record ${writeSelection(names, object, select, variables)} } }`;
      for await (const { change } of listen<{ change: never }>(place, `${variables.head('subscription')} ${selection}`, variables.values, signal)) yield change;
    },

    async *changes({ after, objects } = {}) {
      for (let cursor = after; ; ) {
        const variables = new VariableList();
        const given = variables.addArguments([['after', 'String', cursor], ['objects', '[String!]', objects]]);
        const { page } = await query<{ page: { nodes: Change[]; endCursor: string; hasMore: boolean } }>(
          variables,
          `{ page: changes${given} { nodes { cursor object id kind at actorId source operationId fields changes } endCursor hasMore } }`,
        );
        yield* page.nodes;
        if (!page.hasMore) return;
        cursor = page.endCursor;
      }
    },
  };
}
