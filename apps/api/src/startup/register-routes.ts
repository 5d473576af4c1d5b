import { Logger, type INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { registerExchangeRoutes } from '../exchange/exchange-routes.js';
import { Imports } from '../exchange/imports.js';
import { Uploads } from '../exchange/uploads.js';
import { registerRecordsRoute } from '../graphql/route.js';
import { Schemas } from '../graphql/run/schemas.js';
import { Models } from '../metadata/models.js';
import { RecordWriter } from '../records/record-writer.js';

/** Plain Fastify routes of rooms that need more speed or streams than a controller gives. A new one: a line. */
export async function registerRoutes(server: FastifyInstance, app: INestApplicationContext): Promise<void> {
  registerRecordsRoute(server, recordsPorts(app));
  await registerExchangeRoutes(server, { uploads: app.get(Uploads, { strict: false }), imports: app.get(Imports, { strict: false }) });
}

function recordsPorts(app: INestApplicationContext): Parameters<typeof registerRecordsRoute>[1] {
  const logger = new Logger('Records');
  return {
    actorFor: (request) => request.actor,
    models: app.get(Models),
    database: app.get(OrgDatabase),
    writer: app.get(RecordWriter),
    clock: app.get(Clock),
    schemas: new Schemas(),
    logFailure: (reference, error) => logger.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
}
