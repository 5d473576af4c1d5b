import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { isRecordId } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { AuditItemType, AuditKindType, AuditPageType } from './audit-item.type.js';
import { AuditLog, type AuditPage } from './audit-log.js';

const EVERYTHING = Object.values(AuditKindType);

@SetupOnly('audit')
@Resolver()
export class AuditLogResolver {
  constructor(private readonly log: AuditLog) {}

  @Query(() => AuditPageType, { description: 'What was changed in the org, the latest first. `from` counts, `to` does not.' })
  async auditLog(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('kinds', { type: () => [AuditKindType], nullable: true }) kinds?: AuditKindType[] | null,
    @Args('object', { type: () => String, nullable: true }) object?: string | null,
    @Args('actorId', { type: () => ID, nullable: true }) actorId?: string | null,
    @Args('from', { type: () => Date, nullable: true }) from?: Date | null,
    @Args('to', { type: () => Date, nullable: true }) to?: Date | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<AuditPageType> {
    if (actorId && !isRecordId(actorId)) return { items: [], next: null };
    const request = { kinds: kinds ?? EVERYTHING, first, ...(object && { object }), ...(actorId && { actorId }), ...(from && { from }), ...(to && { to }), ...(after && { after }) };
    return present(await this.log.read(actor, request));
  }
}

function present({ items, next }: AuditPage): AuditPageType {
  return { next, items: items.map((item): AuditItemType => ({ ...item, kind: AuditKindType[item.kind] })) };
}
