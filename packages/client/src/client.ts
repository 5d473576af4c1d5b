import { RequestFailed } from './request-failed.js';
import type { GraphQLAnswer, NamesOfObject, ObjectMap, ObjectNames, OrderBy, Page, PageRequest } from './object-map.js';

export interface ClientSettings<Objects extends ObjectMap<Objects>> {
  /** Where Guanxi answers, such as `https://crm.example.com`. */
  readonly url: string;
  /** An API key (Setup, API). */
  readonly key: string;
  /** The generated constant of the same name: how each object is called in GraphQL. */
  readonly objects: ObjectNames<Objects>;
  /** Stands in for the global `fetch`, for instance to add a proxy. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Records of one org, typed by the file that `guanxi types` writes. Every method throws `RequestFailed` when the server refuses. */
export interface Client<Objects extends ObjectMap<Objects>> {
  /** One record, or null when there is none that this key may read. */
  find<Name extends keyof Objects, Field extends keyof Objects[Name]['record'] & string>(
    object: Name,
    id: string,
    fields: readonly Field[],
  ): Promise<Pick<Objects[Name]['record'], Field> | null>;
  /** One page of records. Ask again with `after: page.next` until `next` is null. */
  list<Name extends keyof Objects, Field extends keyof Objects[Name]['record'] & string>(
    object: Name,
    fields: readonly Field[],
    request?: PageRequest<Objects[Name]['record']>,
  ): Promise<Page<Pick<Objects[Name]['record'], Field>>>;
  /** Makes a record and answers its id. */
  create<Name extends keyof Objects>(object: Name, data: Objects[Name]['create']): Promise<string>;
  /** Changes a record. With `ifVersion` it is refused (code `CONFLICT`) when somebody else was faster. */
  update<Name extends keyof Objects>(
    object: Name,
    id: string,
    data: Objects[Name]['update'],
    options?: { readonly ifVersion?: number },
  ): Promise<void>;
  /** Moves a record to the recycle bin. */
  delete<Name extends keyof Objects>(object: Name, id: string): Promise<void>;
  /** Any operation on the org's records. */
  graphql<Result>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Result>;
  /** Any operation on documents, workflows, people and imports. */
  metadata<Result>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Result>;
}

export function createClient<Objects extends ObjectMap<Objects>>(settings: ClientSettings<Objects>): Client<Objects> {
  const graphql = <Result>(document: string, variables?: Readonly<Record<string, unknown>>) =>
    send<Result>(settings, '/graphql', document, variables);
  const names = (object: keyof Objects) => settings.objects[object];
  const type = (object: keyof Objects) => String(object);

  return {
    graphql,
    metadata: (document, variables) => send(settings, '/metadata', document, variables),

    async find(object, id, fields) {
      const { record } = await graphql<{ record: never }>(
        `query ($id: ID!) { record: ${names(object).singular}(id: $id) { ${select(names(object), fields)} } }`,
        { id },
      );
      return record;
    },

    async list(object, fields, request = {}) {
      const { page } = await graphql<{ page: { nodes: never[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } }>(
        `query ($where: ${type(object)}Where, $orderBy: [${type(object)}OrderBy!], $first: Int, $after: String) {
          page: ${names(object).plural}(where: $where, orderBy: $orderBy, first: $first, after: $after) {
            nodes { ${select(names(object), fields)} } pageInfo { endCursor hasNextPage }
          }
        }`,
        { ...request, orderBy: request.orderBy ? writeOrder(request.orderBy) : undefined },
      );
      return { records: page.nodes, next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
    },

    async create(object, data) {
      const { created } = await graphql<{ created: { id: string } }>(
        `mutation ($data: ${type(object)}Create!) { created: create${type(object)}(data: $data) { id } }`,
        { data },
      );
      return created.id;
    },

    async update(object, id, data, options) {
      await graphql(
        `mutation ($id: ID!, $data: ${type(object)}Update!, $ifVersion: Int) {
          updated: update${type(object)}(id: $id, data: $data, ifVersion: $ifVersion) { id }
        }`,
        { id, data, ifVersion: options?.ifVersion },
      );
    },

    async delete(object, id) {
      await graphql(`mutation ($id: ID!) { deleted: delete${type(object)}(id: $id) { id } }`, { id });
    },
  };
}

/** A field whose value has several pieces is asked for with all of them. */
function select({ parts = {} }: NamesOfObject, fields: readonly string[]): string {
  return fields.map((field) => (parts[field] ? `${field} { ${parts[field].join(' ')} }` : field)).join(' ');
}

function writeOrder<Row>(order: OrderBy<Row>): readonly Readonly<Record<string, string>>[] {
  return order.map(([field, direction]) => ({ [field]: direction.toUpperCase() }));
}

async function send<Result>(
  settings: Pick<ClientSettings<never>, 'url' | 'key' | 'fetch'>,
  route: string,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Result> {
  const response = await (settings.fetch ?? fetch)(new URL(route, settings.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${settings.key}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await readAnswer<Result>(response, route);
  const [first] = answer.errors ?? [];
  if (first) throw new RequestFailed(first.message, first.extensions?.code ?? 'UNKNOWN', first.extensions?.problems ?? []);
  if (answer.data == null) throw new RequestFailed(`${route} answered without data.`, 'UNKNOWN', []);
  return answer.data;
}

async function readAnswer<Result>(response: Response, route: string): Promise<GraphQLAnswer<Result>> {
  const text = await response.text();
  try {
    return JSON.parse(text) as GraphQLAnswer<Result>;
  } catch {
    throw new RequestFailed(`${route} answered ${response.status} with something that is not JSON.`, 'UNKNOWN', []);
  }
}
