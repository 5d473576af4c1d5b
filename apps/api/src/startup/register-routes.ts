import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { AuditLog } from '../audit/audit-log.js';
import { registerAuditRoutes } from '../audit/audit-routes.js';
import { registerHookRoute } from '../automation/calls/hook-route.js';
import { IncomingCalls } from '../automation/calls/incoming-calls.js';
import { registerChangesRoute } from '../changes/changes-route.js';
import { BackupFiles } from '../backup/backup-files.js';
import { registerBackupRoutes } from '../backup/backup-routes.js';
import { Restores } from '../backup/restores.js';
import { ChangeStreams } from '../changes/change-streams.js';
import { Settings } from '../config/settings.js';
import { registerSdkRoutes } from '../sdk/sdk-routes.js';
import { ExportFiles } from '../exchange/exports/export-files.js';
import { registerExportRoutes } from '../exchange/exports/export-routes.js';
import { Exports } from '../exchange/exports/exports.js';
import { ListReader } from '../exchange/exports/list-reader.js';
import { registerImportRoutes } from '../exchange/imports/import-routes.js';
import { Imports } from '../exchange/imports/imports.js';
import { Uploads } from '../exchange/imports/uploads.js';
import { FileAccess } from '../files/file-access.js';
import { AttachmentChanges } from '../files/attachment-changes.js';
import { registerAttachmentRoutes } from '../files/attachment-routes.js';
import { Attachments } from '../files/attachments.js';
import { registerFileRoutes } from '../files/file-routes.js';
import { FileStore } from '../files/file-store.js';
import type { Exchange } from '../graphql/http/exchange.js';
import type { OperationsEndpoint } from '../graphql/http/serve-operations.js';
import { makeRecordsPorts } from '../graphql/records-ports.js';
import { Models } from '../metadata/models.js';
import { registerStreamRoutes } from '../graphql/http/stream-routes.js';
import { registerRecordsRoute } from '../graphql/route.js';

/** Plain Fastify routes of rooms that need more speed or streams than a controller gives. A new one: a line. Returns what answers operations on records. */
export async function registerRoutes(server: FastifyInstance, app: INestApplicationContext): Promise<OperationsEndpoint<Exchange>> {
  const records = makeRecordsPorts(app);
  const endpoint = registerRecordsRoute(server, records);
  registerStreamRoutes(server, app, records);
  registerSdkRoutes(server, app.get(Models, { strict: false }));
  registerChangesRoute(server, { actorFor: records.actorFor, streams: app.get(ChangeStreams, { strict: false }) });
  await registerImportRoutes(server, { uploads: app.get(Uploads, { strict: false }), imports: app.get(Imports, { strict: false }), models: app.get(Models, { strict: false }) });
  registerAuditRoutes(server, app.get(AuditLog, { strict: false }));
  registerExportRoutes(server, { lists: app.get(ListReader, { strict: false }), exports: app.get(Exports, { strict: false }), files: app.get(ExportFiles, { strict: false }) });
  // After the exchange, which teaches the server to read multipart requests.
  const { dataFolder, maxFileSize } = app.get(Settings);
  registerAttachmentRoutes(server, { store: app.get(FileStore, { strict: false }), attachments: app.get(Attachments, { strict: false }), changes: app.get(AttachmentChanges, { strict: false }), dataFolder, maxFileSize });
  registerFileRoutes(server, { store: app.get(FileStore, { strict: false }), access: app.get(FileAccess, { strict: false }), dataFolder, maxFileSize });
  await registerBackupRoutes(server, { backups: app.get(BackupFiles, { strict: false }), restores: app.get(Restores, { strict: false }), dataFolder });
  await registerHookRoute(server, app.get(IncomingCalls, { strict: false }));
  return endpoint;
}
