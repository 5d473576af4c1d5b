import i18next from 'i18next';
import { ApiError, type Problem } from './api-error.js';
import { announceSessionExpired } from './session-expired.js';

type Variables = Readonly<Record<string, unknown>>;

/** Asks `/metadata`: documents, plans, users, permissions. `query` may be a query or a mutation. Throws `ApiError`. */
export function metadataRequest<Answer>(query: string, variables: Variables = {}, signal?: AbortSignal): Promise<Answer> {
  return graphqlRequest('/metadata', query, variables, signal);
}

/** Asks `/graphql`: the org's records. Throws `ApiError`. */
export function recordsRequest<Answer>(query: string, variables: Variables = {}, signal?: AbortSignal): Promise<Answer> {
  return graphqlRequest('/graphql', query, variables, signal);
}

/** Something that was refused beside what was done. */
export interface PartRefusal {
  /** Where in the answer: names and indexes. */
  readonly path: readonly (string | number)[];
  readonly error: ApiError;
}

/** Asks `/graphql` where some of it may be refused and the rest done. Throws `ApiError` when nothing was. */
export async function recordsRequestInPart<Answer>(query: string, variables: Variables = {}): Promise<{ readonly data: Answer; readonly refused: readonly PartRefusal[] }> {
  const { response, answer } = await askGraphql<Answer>('/graphql', query, variables);
  const errors = answer?.errors ?? [];
  const [first] = errors;
  if (response.ok && answer?.data && errors.every(({ path }) => (path?.length ?? 0) > 1)) return { data: answer.data, refused: errors.map((error) => ({ path: error.path ?? [], error: toApiError(error) })) };
  throw reportError(first ? toApiError(first) : await readRestError(response, answer));
}

/**
 * A plain request with the session's cookie and the header that proves that our own page sent it. Answers that are no
 * success throw `ApiError`; the caller reads the body of the others.
 */
export async function restRequest(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await send(path, init);
  if (response.ok) return response;
  throw await readRestError(response);
}

/** The same without a judgement: whoever reads a stream looks at the status. Throws `ApiError` `OFFLINE`, and what an abort throws. */
export function streamRequest(path: string, init: RequestInit): Promise<Response> {
  return send(path, init);
}

async function graphqlRequest<Answer>(path: string, query: string, variables: Variables, signal?: AbortSignal): Promise<Answer> {
  const { response, answer } = await askGraphql<Answer>(path, query, variables, signal);
  const first = answer?.errors?.[0];
  if (first) throw reportError(toApiError(first));
  if (!response.ok || !answer || answer.data === undefined || answer.data === null) throw reportError(await readRestError(response, answer));
  return answer.data;
}

async function askGraphql<Answer>(path: string, query: string, variables: Variables, signal?: AbortSignal) {
  const response = await send(path, {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  return { response, answer: await readJson(response) as GraphqlAnswer<Answer> | null };
}

interface GraphqlProblem { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: Record<string, unknown> }
interface GraphqlAnswer<Answer> { readonly data?: Answer | null; readonly errors?: readonly GraphqlProblem[] }

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin', headers: { ...init.headers as Record<string, string>, 'x-guanxi-request': '1' } });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError({ code: 'OFFLINE', message: i18next.t('ui.error.offline') });
  }
}

function toApiError({ message, path, extensions = {} }: GraphqlProblem): ApiError {
  const { code, problems, reference, ...details } = extensions;
  return new ApiError({
    code: typeof code === 'string' ? code : 'INTERNAL', message, details, path,
    problems: Array.isArray(problems) ? problems as Problem[] : [],
    reference: typeof reference === 'string' ? reference : null,
  });
}

async function readRestError(response: Response, body?: unknown): Promise<ApiError> {
  const answer = body === undefined ? await readJson(response) : body;
  const said = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  const error = toApiError({
    message: typeof said['message'] === 'string' && response.status < 500 ? said['message'] : i18next.t('ui.error.unknown'),
    extensions: { ...said, code: said['code'] ?? codeOf(response.status), status: response.status },
  });
  return error.reference ? error : new ApiError({ ...error, message: error.message, reference: response.headers.get('x-request-id') });
}

function codeOf(status: number): string {
  const codes: Readonly<Record<number, string>> = { 400: 'BAD_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 409: 'CONFLICT', 413: 'TOO_LARGE', 422: 'VALIDATION_FAILED', 429: 'RATE_LIMITED' };
  return codes[status] ?? 'INTERNAL';
}

function reportError(error: ApiError): ApiError {
  if (error.code === 'UNAUTHENTICATED') announceSessionExpired();
  return error;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
