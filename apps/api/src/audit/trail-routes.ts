import { Readable } from 'node:stream';
import type { JsonValue } from '@guanxi/field-types';
import type { FastifyInstance } from 'fastify';
import '../access/request-actor.js';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Actor } from '../access/actor.js';
import type { FileColumn } from '../exchange/formats/file-column.js';
import { fileFormats } from '../exchange/formats/file-format.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import { chainsOf } from './find-trail.js';
import type { Trail } from './trail.js';
import type { KeptEntry } from './trail-form.js';
import { readChain } from './trail-rows.js';

export interface TrailExportPorts {
  readonly trail: Pick<Trail, 'note'>;
  readonly sessionOf: (actor: Actor) => SqlSession;
}

interface TrailQuery {
  readonly from?: string;
  readonly to?: string;
}

interface TrailColumn extends FileColumn {
  readonly of: (entry: KeptEntry) => JsonValue;
}

/** All that an entry's hash is made of, in the order in which it is hashed. `detail` is the text that was hashed, not the value. */
const columns: readonly TrailColumn[] = [
  { ...column('chain'), of: ({ chain }) => chain },
  { ...column('seq'), of: ({ seq }) => seq },
  { ...column('at', 'moment'), of: ({ at }) => at.toISOString() },
  { ...column('actorId'), of: ({ actorId }) => actorId },
  { ...column('kind'), of: ({ kind }) => kind },
  { ...column('subjectKind'), of: ({ subjectKind }) => subjectKind },
  { ...column('subjectId', 'text', true), of: ({ subjectId }) => subjectId },
  { ...column('subjectName', 'text', true), of: ({ subjectName }) => subjectName },
  { ...column('detail', 'text', true), of: ({ detail }) => detail },
  { ...column('address', 'text', true), of: ({ address }) => address },
  { ...column('userAgent', 'text', true), of: ({ userAgent }) => userAgent },
  { ...column('previous'), of: ({ previous }) => previous },
  { ...column('hash'), of: ({ hash }) => hash },
];

/** `GET /export/trail.<csv|ndjson>?from&to`: the entries of the org with their hashes, for whoever keeps or verifies them elsewhere. */
export function registerTrailRoutes(server: FastifyInstance, { trail, sessionOf }: TrailExportPorts): void {
  for (const format of ['csv', 'ndjson'] as const) {
    server.get<{ Querystring: TrailQuery }>(`/export/trail.${format}`, async ({ actor, query, ip, headers }, reply) => {
      if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
      if (!mayUseSetup(actor.access, ['audit'])) return sendFailure(reply, setupRefusal(['audit']));
      const wanted = { from: readMoment(query.from), to: readMoment(query.to) };
      const agent = headers['user-agent'];
      await trail.note({
        orgId: actor.org.id, actorId: actor.userId, kind: 'trailExported', detail: { format, from: query.from ?? null, to: query.to ?? null }, address: ip, ...(agent !== undefined && { userAgent: agent }),
      });
      const { contentType, write } = fileFormats[format];
      const batches = readBatches(sessionOf(actor), actor.org.id, wanted);
      const bytes = write({ title: 'Audit trail', columns, batches, timeZone: 'UTC', withMark: true });
      return reply.type(contentType).headers({ 'content-disposition': `attachment; filename="audit-trail.${format}"`, 'cache-control': 'no-store' }).send(Readable.from(bytes));
    });
  }
}

async function* readBatches(session: SqlSession, orgId: string, { from, to }: { readonly from: number; readonly to: number }): AsyncGenerator<readonly (readonly JsonValue[])[]> {
  for (const chain of [...(await chainsOf(session, orgId))].reverse()) {
    for await (const entries of readChain(session, chain, '0', LAST)) {
      yield entries.filter(({ at }) => !(at.getTime() < from) && !(at.getTime() >= to)).map((entry) => columns.map(({ of }) => of(entry)));
    }
  }
}

const LAST = '9223372036854775807';

/** What is not said, or is no moment, leaves that side open. */
function readMoment(text: string | undefined): number {
  return text === undefined ? Number.NaN : Date.parse(text);
}

function column(heading: string, cell: FileColumn['cell'] = 'text', isFreeText = false): FileColumn {
  return { heading, cell, isFreeText, text: String };
}
