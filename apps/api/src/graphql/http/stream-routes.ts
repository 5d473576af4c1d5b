import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Actors } from '../../access/actors.js';
import { ChangeSubscriptions } from '../../changes/change-subscriptions.js';
import type { RoutePorts } from '../route.js';
import { OpenStreams, type SignIn } from './open-streams.js';
import { serveSocket } from './serve-socket.js';
import { serveStream } from './serve-stream.js';

/** What is held open: `/graphql/stream` (server-sent events) and `/graphql/socket` (graphql-ws). */
export function registerStreamRoutes(server: FastifyInstance, app: INestApplicationContext, records: RoutePorts): void {
  const actors = app.get(Actors, { strict: false });
  const subscriptions = app.get(ChangeSubscriptions, { strict: false });
  const signIn: SignIn = async ({ kind, token }, address) => {
    const actor = await (kind === 'key' ? actors.forKey(token, address) : actors.forSession(token));
    return actor && address !== undefined && !(await actors.admits(actor, address)) ? undefined : actor;
  };
  const ports = { ...records, signIn, streams: new OpenStreams(signIn), subscribe: subscriptions.subscribeToChanges.bind(subscriptions) };
  serveStream(server, ports);
  serveSocket(server, ports);
}
