import { badInput, RecordsFailure } from '../failure.js';

/** What a request says, whichever way it came; which of the three names the document is not decided yet. */
export interface AskedOperation {
  readonly query?: string;
  /** Of a document that was registered before. */
  readonly documentId?: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** Reads the members of a JSON body. Throws `RecordsFailure`. Unknown members are left alone, as the specification asks. */
export function readOperation(body: unknown): AskedOperation {
  if (Array.isArray(body)) throw badInput('A request is one operation; several at once are not taken. One document may select many fields.');
  if (!isObject(body)) throw badInput(EXPECTED);
  const { query, documentId, variables, operationName, extensions } = body;
  if (!isText(query)) throw badInput(`"query" has to be the text of a GraphQL document. ${EXPECTED}`);
  if (!isText(documentId)) throw badInput('"documentId" has to be the id of a registered document, as text.');
  if (!isText(operationName)) throw badInput('"operationName" has to be a text.');
  if (variables != null && !isObject(variables)) throw badInput('"variables" has to be an object such as {"id": "…"}.');
  if (extensions != null && !isObject(extensions)) throw badInput('"extensions" has to be an object.');
  if (query == null && documentId == null && !isObject(extensions?.['persistedQuery'])) throw badInput(EXPECTED);
  return body as AskedOperation;
}

/** Reads the parameters of an address: `?query=…&variables=…`. Throws `RecordsFailure`. */
export function readParameters(parameters: unknown): AskedOperation {
  const { variables, extensions, ...rest } = (isObject(parameters) ? parameters : {}) as Record<string, unknown>;
  return readOperation({ ...rest, variables: readJson('variables', variables), extensions: readJson('extensions', extensions) });
}

const EXPECTED = 'A request is JSON such as {"query": "…", "variables": {…}, "operationName": "…"}.';

function readJson(name: string, text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  if (typeof text === 'string' && !text.includes('__proto__')) {
    try {
      return JSON.parse(text);
    } catch {
      // Told below.
    }
  }
  throw new RecordsFailure('BAD_USER_INPUT', `"${name}" has to be JSON, encoded for an address.`);
}

function isText(value: unknown): value is string | null | undefined {
  return value == null || typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
