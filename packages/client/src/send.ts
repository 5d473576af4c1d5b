import { RequestFailed, type FailureCode, type FailureDetails, type RequestProblem } from './request-failed.js';

export interface Place {
  /** Where Guanxi answers, such as `https://crm.example.com`. */
  readonly url: string;
  /** An API key (Setup, API). */
  readonly key: string;
  /** Stands in for the global `fetch`, for instance to add a proxy. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface GraphQLAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly AnsweredError[];
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: FailureDetails & { readonly code?: FailureCode; readonly problems?: readonly RequestProblem[] };
}

/** The data of an answer. Throws `RequestFailed` at the first error, also where there is data beside it. */
export async function send<Result>(place: Place, route: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Result> {
  const { data, errors } = await ask<Result>(place, route, query, variables);
  const [first] = errors ?? [];
  if (first) throw failureOf(first);
  if (data == null) throw new RequestFailed(`${route} answered without data.`, 'UNKNOWN', []);
  return data;
}

/** The whole answer, errors included. */
export async function ask<Result>(place: Place, route: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphQLAnswer<Result>> {
  const response = await post(place, route, { query, variables }, 'application/json');
  const text = await response.text();
  try {
    return JSON.parse(text) as GraphQLAnswer<Result>;
  } catch {
    throw new RequestFailed(`${route} answered ${response.status} with something that is not JSON.`, 'UNKNOWN', []);
  }
}

/** The answers of an operation as they come, over server-sent events. Ends when the server ends it, or with the signal. */
export async function* listen<Result>(place: Place, query: string, variables: Readonly<Record<string, unknown>> | undefined, signal: AbortSignal | undefined): AsyncGenerator<Result> {
  const response = await post(place, '/graphql/stream', { query, variables }, 'text/event-stream', signal);
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const { errors } = JSON.parse(await response.text()) as GraphQLAnswer<Result>;
    throw errors?.[0] ? failureOf(errors[0]) : new RequestFailed(`/graphql/stream answered ${response.status}.`, 'UNKNOWN', []);
  }
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'complete') return;
    const answer = JSON.parse(data) as GraphQLAnswer<Result>;
    if (answer.errors?.[0]) throw failureOf(answer.errors[0]);
    if (answer.data != null) yield answer.data;
  }
}

export function failureOf({ message, extensions: { code = 'UNKNOWN', problems = [], ...details } = {} }: AnsweredError): RequestFailed {
  return new RequestFailed(message, code, problems, details);
}

function post({ url, key, fetch = globalThis.fetch }: Place, route: string, body: unknown, accept: string, signal?: AbortSignal): Promise<Response> {
  return fetch(new URL(route, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const valueOf = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1).trim();
        const event = valueOf('event');
        if (event !== undefined) yield { event, data: valueOf('data') ?? '' };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
