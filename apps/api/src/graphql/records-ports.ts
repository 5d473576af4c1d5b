import { Logger, type INestApplicationContext } from '@nestjs/common';
import { ApiUses } from '../access/api-uses.js';
import '../access/request-actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { Models } from '../metadata/models.js';
import { RecordWriter } from '../records/record-writer.js';
import type { RoutePorts } from './route.js';
import { Schemas } from './run/schemas.js';

/** What `POST /graphql` needs, taken from the application. */
export function makeRecordsPorts(app: INestApplicationContext): RoutePorts {
  const logger = new Logger('Records');
  return {
    actorFor: (request) => request.actor,
    models: app.get(Models, { strict: false }),
    database: app.get(OrgDatabase, { strict: false }),
    writer: app.get(RecordWriter, { strict: false }),
    uses: app.get(ApiUses, { strict: false }),
    clock: app.get(Clock, { strict: false }),
    cipher: app.get(ValueCipher, { strict: false }),
    schemas: new Schemas(),
    logFailure: (reference, error) => logger.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
}
