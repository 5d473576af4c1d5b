import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';

export type Where = Readonly<Record<string, unknown>>;
export type OrderBy = readonly Readonly<Record<string, unknown>>[];

/** One operation of the record API: its text is the same for the same list, so that the server compiles it once. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface PageWish {
  readonly select: string;
  readonly where?: Where | undefined;
  readonly orderBy?: OrderBy | undefined;
  readonly search?: string | undefined;
  readonly size: number;
  readonly cursor?: string | null;
  /** Back from the end of the list, or from the cursor. */
  readonly isBackwards?: boolean;
}

type Named = Pick<ObjectDescription, 'name' | 'singular' | 'plural'>;

/** One page of a list, under the key `page`. */
export function pageQuery(object: Named, { select, where, orderBy, search, size, cursor, isBackwards = false }: PageWish): Operation {
  const names = graphqlNames(object);
  const { head, args, variables } = declare([
    ['where', names.where, where], ['orderBy', `[${names.orderBy}!]`, orderBy], ['search', 'String', search],
    [isBackwards ? 'last' : 'first', 'Int', size], [isBackwards ? 'before' : 'after', 'String', cursor ?? undefined],
  ]);
  return { query: `query Page${head} { page: ${names.many}${args} { nodes { ${select} } pageInfo { ${isBackwards ? 'hasMore: hasPreviousPage cursor: startCursor' : 'hasMore: hasNextPage cursor: endCursor'} } } }`, variables };
}

/** How many records a list has, under `counted.totalCount`. */
export function countQuery(object: Named, { where, search }: Pick<PageWish, 'where' | 'search'>): Operation {
  const names = graphqlNames(object);
  const { head, args, variables } = declare([['where', names.where, where], ['search', 'String', search]]);
  return { query: `query Count${head} { counted: ${names.many}${args} { totalCount } }`, variables };
}

/** One record, under the key `record`; null where there is none for this person. */
export function recordQuery(object: Named, id: string, select: string): Operation {
  return { query: `query Record($id: ID!) { record: ${graphqlNames(object).one}(id: $id) { ${select} } }`, variables: { id } };
}

/** `allowDuplicates` saves although a rule that warns finds similar records. */
export function createMutation(object: Named, data: object, select: string, allowDuplicates = false): Operation {
  const names = graphqlNames(object);
  const { head, args, variables } = declare([['data', `${names.createInput}!`, data], ['allowDuplicates', 'Boolean', allowDuplicates || undefined]]);
  return { query: `mutation Create${head} { record: ${names.create}${args} { ${select} } }`, variables };
}

export interface Change {
  readonly id: string;
  readonly data: object;
  /** Refused with CONFLICT when the record has another version by now. */
  readonly ifVersion?: number | undefined;
}

export function updateMutation(object: Named, { id, data, ifVersion }: Change, select: string): Operation {
  const names = graphqlNames(object);
  const { head, args, variables } = declare([['id', 'ID!', id], ['data', `${names.updateInput}!`, data], ['ifVersion', 'Int', ifVersion]]);
  return { query: `mutation Update${head} { record: ${names.update}${args} { ${select} } }`, variables };
}

/** Deletes or restores several records in one operation, each under a key of its own. */
export function moveMutation(kind: 'delete' | 'restore', object: Named, ids: readonly string[]): Operation {
  const field = graphqlNames(object)[kind];
  const steps = ids.map((_, index) => `r${index}: ${field}(id: $id${index}) { id }`);
  return {
    query: `mutation Move(${ids.map((_, index) => `$id${index}: ID!`).join(', ')}) { ${steps.join(' ')} }`,
    variables: Object.fromEntries(ids.map((id, index) => [`id${index}`, id])),
  };
}

/** Only what has a value is declared: an absent argument and a null one are not the same to the server. */
function declare(args: readonly (readonly [name: string, type: string, value: unknown])[]) {
  const given = args.filter(([, , value]) => value !== undefined);
  const list = (each: (name: string, type: string) => string) => (given.length === 0 ? '' : `(${given.map(([name, type]) => each(name, type)).join(', ')})`);
  return {
    head: list((name, type) => `$${name}: ${type}`),
    args: list((name) => `${name}: $${name}`),
    variables: Object.fromEntries(given.map(([name, , value]) => [name, value])),
  };
}
