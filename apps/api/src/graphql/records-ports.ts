import { Logger, type INestApplicationContext } from '@nestjs/common';
import { Actors } from '../access/actors.js';
import { ApiUses } from '../access/api-uses.js';
import '../access/request-actor.js';
import { answerFeed } from '../changes/answer-feed.js';
import { ChangePages } from '../changes/change-pages.js';
import { SensitiveReads } from '../audit/sensitive-reads.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { RateLimits } from './bounds/rate-limits.js';
import { Documents } from './http/documents.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { Models } from '../metadata/models.js';
import { Queues } from '../queue/queues.js';
import { RecordWriter } from '../records/record-writer.js';
import type { RoutePorts } from './route.js';
import { Schemas } from './run/schemas.js';

/** What `POST /graphql` needs, taken from the application. */
export function makeRecordsPorts(app: INestApplicationContext): RoutePorts {
  const logger = new Logger('Records');
  const models = app.get(Models, { strict: false });
  const schemas = new Schemas();
  const queues = app.get(Queues, { strict: false });
  const changePages = app.get(ChangePages, { strict: false });
  const database = app.get(OrgDatabase, { strict: false });
  prepareSchemas(app, models, schemas);
  return {
    actorFor: (request) => request.actor,
    models,
    database,
    limits: app.get(RateLimits, { strict: false }),
    documents: new Documents(database),
    writer: app.get(RecordWriter, { strict: false }),
    uses: app.get(ApiUses, { strict: false }),
    clock: app.get(Clock, { strict: false }),
    cipher: app.get(ValueCipher, { strict: false }),
    schemas,
    sensitive: app.get(SensitiveReads, { strict: false }),
    wakeOperations: (org) => queues.wake('operations', org),
    feed: (prepared, schema, variables, actor) => answerFeed(prepared, schema, variables, actor, changePages),
    logFailure: (reference, error) => logger.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
}

/** The first request after a publishing finds its schema made. */
function prepareSchemas(app: INestApplicationContext, models: Models, schemas: Schemas): void {
  const actors = app.get(Actors, { strict: false });
  models.onPreparing((orgId, revision, model) => {
    const prepared = actors.prepare(orgId, revision, model);
    for (const access of prepared?.accesses ?? []) schemas.find(prepared?.org.schema ?? '', revision, model, access);
  });
}
