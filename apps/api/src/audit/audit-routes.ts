import { Readable } from 'node:stream';
import type { JsonValue } from '@guanxi/field-types';
import { isRecordId } from '@guanxi/query';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import { fileFormats } from '../exchange/formats/file-format.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import { auditColumns } from './audit-columns.js';
import type { AuditKind, AuditLog, AuditRequest } from './audit-log.js';

type AuditQuery = Partial<Record<'kinds' | 'object' | 'actorId' | 'from' | 'to', string>>;

const KINDS: readonly AuditKind[] = ['RECORD', 'OPERATION', 'PUBLISHING', 'AUTOMATION', 'SIGN_IN', 'PEOPLE', 'ACCESS', 'KEYS', 'EXCHANGE', 'READING', 'SETTINGS'];
const PAGE = 200;

/** `GET /export/audit-log.<csv|ndjson>?kinds&object&actorId&from&to`: what the log shows by the same filter, as a stream. For people with the area `audit`. */
export function registerAuditRoutes(server: FastifyInstance, log: Pick<AuditLog, 'read'>): void {
  for (const format of ['csv', 'ndjson'] as const) {
    server.get<{ Querystring: AuditQuery }>(`/export/audit-log.${format}`, async ({ actor, query }, reply) => {
      if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
      if (!mayUseSetup(actor.access, ['audit'])) return sendFailure(reply, setupRefusal(['audit']));
      const { contentType, write } = fileFormats[format];
      const batches = readBatches(log, actor, readRequest(query));
      const bytes = write({ title: 'Audit log', columns: auditColumns, batches, timeZone: actor.timeZone, withMark: true });
      return reply.type(contentType).headers({ 'content-disposition': `attachment; filename="audit-log.${format}"`, 'cache-control': 'no-store' }).send(Readable.from(bytes));
    });
  }
}

async function* readBatches(log: Pick<AuditLog, 'read'>, actor: Actor, request: AuditRequest): AsyncGenerator<readonly (readonly JsonValue[])[]> {
  for (let after: string | null | undefined; after !== null; ) {
    const { items, next } = await log.read(actor, { ...request, ...(after !== undefined && { after }) });
    yield items.map((item) => auditColumns.map(({ of }) => of(item)));
    after = next;
  }
}

/** What makes no sense narrows to nothing rather than to everything. */
function readRequest({ kinds, object, actorId, from, to }: AuditQuery): AuditRequest {
  const wanted = kinds?.split(',');
  const isWrong = (actorId !== undefined && !isRecordId(actorId)) || [from, to].some((moment) => moment !== undefined && Number.isNaN(Date.parse(moment)));
  return {
    kinds: isWrong ? [] : KINDS.filter((kind) => wanted?.includes(kind) ?? true), first: PAGE,
    ...(object !== undefined && { object }), ...(actorId !== undefined && { actorId }), ...(from !== undefined && { from: new Date(from) }), ...(to !== undefined && { to: new Date(to) }),
  };
}
