import type { NamesOfObject, ObjectMap, ObjectNames } from './object-map.js';
import { makeReading, type Reading } from './reading.js';
import { listen, send, type Place } from './send.js';
import { makeWriting, type Writing } from './writing.js';

export interface ClientSettings<Objects extends ObjectMap<Objects>> extends Place {
  /** The generated constant of the same name: how each object is called in GraphQL. */
  readonly objects: ObjectNames<Objects>;
}

/** Records of one org, typed by the file that `guanxi types` writes. Every method throws `RequestFailed` when the server refuses. */
export interface Client<Objects extends ObjectMap<Objects>> extends Reading<Objects>, Writing<Objects> {
  /** Any operation on the org's records. */
  graphql<Result>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Result>;
  /** Any subscription; ends with the signal. */
  subscribe<Result>(document: string, variables?: Readonly<Record<string, unknown>>, signal?: AbortSignal): AsyncGenerator<Result>;
  /** Any operation on documents, workflows, people and imports. */
  metadata<Result>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Result>;
}

export function createClient<Objects extends ObjectMap<Objects>>({ objects, ...place }: ClientSettings<Objects>): Client<Objects> {
  const names: Readonly<Record<string, NamesOfObject>> = objects;
  return {
    ...makeReading<Objects>(place, names),
    ...makeWriting<Objects>(place, names),
    graphql: (document, variables) => send(place, '/graphql', document, variables),
    subscribe: (document, variables, signal) => listen(place, document, variables, signal),
    metadata: (document, variables) => send(place, '/metadata', document, variables),
  };
}
