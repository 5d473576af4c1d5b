import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { registerExchangeRoutes } from '../exchange/exchange-routes.js';
import { Imports } from '../exchange/imports.js';
import { Uploads } from '../exchange/uploads.js';

/** Plain Fastify routes of rooms that need more speed or streams than a controller gives. A new one: a line. */
export async function registerRoutes(server: FastifyInstance, app: INestApplicationContext): Promise<void> {
  await registerExchangeRoutes(server, { uploads: app.get(Uploads, { strict: false }), imports: app.get(Imports, { strict: false }) });
}
