import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import type { TakeRequest } from '../graphql/http/quick-door.js';
import { tracing } from '../tracing/tracing.js';

export type MeasureRequest = (request: IncomingMessage, response: ServerResponse) => void;

/** The server in front of the framework: what a quick door does not take goes on to it. */
export class FrontServer {
  private take: TakeRequest = () => false;
  private measure: MeasureRequest | undefined;

  /** What Fastify calls for the server it listens with; the time limits are what it would set itself. */
  readonly make = (framework: RequestListener, { keepAliveTimeout, requestTimeout, connectionTimeout }: FastifyServerOptions): Server => {
    const server = createServer((request, response) => {
      this.measure?.(request, response);
      const { on } = tracing;
      if (on) on.request(request, response, () => this.pass(request, response, framework));
      else this.pass(request, response, framework);
    });
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
    if (connectionTimeout !== undefined) server.setTimeout(connectionTimeout);
    return server;
  };

  private pass(request: IncomingMessage, response: ServerResponse, framework: RequestListener): void {
    if (!this.take(request, response)) framework(request, response);
  }

  open(door: TakeRequest): void {
    this.take = door;
  }

  /** Told of every request before anybody answers it. */
  watch(measure: MeasureRequest): void {
    this.measure = measure;
  }
}
