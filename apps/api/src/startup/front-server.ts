import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import type { TakeRequest } from '../graphql/http/quick-door.js';

export type MeasureRequest = (request: IncomingMessage, response: ServerResponse) => void;

/** The server in front of the framework: what a quick door does not take goes on to it. */
export class FrontServer {
  private take: TakeRequest = () => false;
  private measure: MeasureRequest | undefined;

  /** What Fastify calls for the server it listens with; the time limits are what it would set itself. */
  readonly make = (framework: RequestListener, { keepAliveTimeout, requestTimeout, connectionTimeout }: FastifyServerOptions): Server => {
    const server = createServer((request, response) => {
      this.measure?.(request, response);
      if (!this.take(request, response)) framework(request, response);
    });
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
    if (connectionTimeout !== undefined) server.setTimeout(connectionTimeout);
    return server;
  };

  open(door: TakeRequest): void {
    this.take = door;
  }

  /** Told of every request before anybody answers it. */
  watch(measure: MeasureRequest): void {
    this.measure = measure;
  }
}
