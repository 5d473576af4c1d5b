import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { SensitiveRead } from './collect-sensitive.js';
import { Trail } from './trail.js';

/** By which way sensitive fields were read. */
export type ReadingWay = 'query' | 'change' | 'subscription' | 'feed' | 'timeline' | 'auditLog' | 'export';

/** Up to so many records are named; of more, only the number is. */
const MOST_NAMED = 100;

/** Writes down who read sensitive fields. Its promise is kept when that is on the disk: answers wait for it. */
@Injectable()
export class SensitiveReads {
  constructor(private readonly trail: Trail) {}

  /** `count`: of how many records, where it is known without their ids. */
  async note({ org, userId, source }: Pick<Actor, 'org' | 'userId' | 'source'>, way: ReadingWay, reads: readonly SensitiveRead[], count: number | null = null): Promise<void> {
    const told = reads.filter(({ ids }) => ids === undefined || ids.length > 0);
    await Promise.all(told.map(({ object, fields, ids }) => this.trail.note({
      orgId: org.id,
      actorId: userId,
      kind: 'sensitiveRead',
      subject: ids?.length === 1 ? { kind: 'record', id: ids[0] ?? '' } : { kind: 'object', id: object },
      detail: { object, fields: [...fields], way, source, count: ids?.length ?? count, ...(ids !== undefined && ids.length <= MOST_NAMED && { ids: [...ids] }) },
    })));
  }
}
