import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { SensitiveReads } from '../../audit/sensitive-reads.js';
import { Trail } from '../../audit/trail.js';
import type { PlannedList } from './list-reader.js';

/** Writes down which lists went out, and which sensitive fields they took along. */
@Injectable()
export class ExportTrail {
  constructor(
    private readonly trail: Trail,
    private readonly reads: SensitiveReads,
  ) {}

  async note(actor: Actor, { object, title, columns, sensitive }: Pick<PlannedList, 'object' | 'title' | 'columns' | 'sensitive'>, format: string, count: number | null): Promise<void> {
    await Promise.all([
      this.trail.note({
        orgId: actor.org.id, actorId: actor.userId, kind: 'exported', subject: { kind: 'object', id: object.name, name: title },
        detail: { object: object.name, format, source: actor.source, fields: columns.map(({ heading }) => heading), count },
      }),
      this.reads.note(actor, 'export', sensitive, count),
    ]);
  }
}
