import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a span tells. Names, ids, counts and hashes only: no value of a record, no parameter, no secret, nothing that a person typed. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  readonly kind?: 'server' | 'client' | 'consumer';
  /** `traceparent` headers of what this goes on from. One is the parent; several are links of a trace of its own. */
  readonly from?: readonly string[];
}

/** Spans of what this process does, sent to a collector. */
export interface Tracing {
  /** Runs `work` within a span, which is over when what it answers is there. */
  span<T>(name: string, facts: Facts, work: () => T, options?: SpanOptions): T;
  /** The same where `work` is within a span already; otherwise `work` alone. */
  part<T>(name: string, facts: Facts, work: () => T, options?: SpanOptions): T;
  /** Adds to the span that the caller is within. */
  note(facts: Facts, name?: string): void;
  /** The header that hands on the span that the caller is within; undefined outside of one, and where nobody keeps it. */
  traceparent(): string | undefined;
  /** Everything that answers the request belongs to its span. */
  request(request: IncomingMessage, response: ServerResponse, answer: () => void): void;
  close(): Promise<void>;
}

/** One for the process, as its HTTP server is. Undefined unless it is configured: then whoever could trace looks here and does nothing more. */
export const tracing: { on: Tracing | undefined } = { on: undefined };
