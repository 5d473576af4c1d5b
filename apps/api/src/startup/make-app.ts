import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Actors } from '../access/actors.js';
import { attachActor } from '../access/attach-actor.js';
import { AppModule } from '../app.module.js';
import type { Settings } from '../config/settings.js';
import { addSecurityHeaders } from '../page/security-headers.js';
import { servePage } from '../page/serve-page.js';
import { openQuickDoor } from '../graphql/http/quick-door.js';
import { Metrics } from '../health/metrics.js';
import { FrontServer, type MeasureRequest } from './front-server.js';
import { makeLogger } from './logger.js';
import { registerRoutes } from './register-routes.js';
import { keepRouteList } from './route-list.js';

const PAGE_FOLDER = fileURLToPath(new URL('../../../designer/dist', import.meta.url));

/** The application with everything wired and nothing listening yet; it migrates the database on the way. */
export async function makeApp(settings: Settings): Promise<NestFastifyApplication> {
  const front = new FrontServer();
  const adapter = new FastifyAdapter({
    serverFactory: front.make,
    trustProxy: (_address, hop) => hop < settings.trustedProxies,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  });
  keepRouteList(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: makeLogger(settings),
    abortOnError: false,
  });
  const server = adapter.getInstance();
  await app.register(cookie);
  addSecurityHeaders(server);
  attachActor(server, app.get(Actors));
  const endpoint = await registerRoutes(server, app);
  if (settings.metricsToken !== undefined) front.watch(measureRequests(app.get(Metrics)));
  front.open(openQuickDoor(server, { actors: app.get(Actors), endpoint, trustedProxies: settings.trustedProxies }));
  await servePage(server, PAGE_FOLDER);
  return app;
}

function measureRequests(metrics: Pick<Metrics, 'noteRequest'>): MeasureRequest {
  return ({ method = '', url = '' }, response) => {
    const start = performance.now();
    response.once('close', () => metrics.noteRequest(method, url, response.statusCode, (performance.now() - start) / 1_000));
  };
}
