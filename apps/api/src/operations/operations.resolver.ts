import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { PersonType } from '../activity/person.type.js';
import { readPeople } from '../activity/read-people.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { Models } from '../metadata/models.js';
import { isUndoable, undoUntil, type OperationRecord } from './operation-record.js';
import { LeftOutReasonType, LeftOutType, OperationCountType, OperationKindType, OperationStatusType, OperationType } from './operation.type.js';
import { Operations } from './operations.js';
import { countLeftOut, readLeftOut } from './read-left-out.js';
import { tellOperation } from './tell-operation.js';

const id = { type: () => ID };
const MOST = 200;
const MOST_LEFT_OUT = 1_000;

type Presented = Omit<OperationType, 'actor' | 'leftOut' | 'leftOutCount'> & { readonly actorId: string | null };

@Resolver(() => OperationType)
export class OperationsResolver {
  constructor(
    private readonly all: Operations,
    private readonly models: Models,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [OperationType], { description: "A person's own operations on many records, newest first; admins see everybody's. `after` is the id of the last one seen." })
  async operations(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('kinds', { type: () => [OperationKindType], nullable: true }) kinds?: OperationKindType[] | null,
  ): Promise<Presented[]> {
    const found = await this.all.list(actor, { first: Math.min(Math.max(first, 1), MOST), ...(after && { after }), ...(kinds && { kinds }) });
    return Promise.all(found.map((operation) => this.present(operation, actor)));
  }

  @Query(() => OperationType, { nullable: true })
  async operation(@CurrentActor() actor: Actor, @Args('id', id) operationId: string): Promise<Presented | null> {
    const found = await this.all.find(actor, operationId);
    return found ? this.present(found, actor) : null;
  }

  @Mutation(() => OperationType, {
    description: 'Takes an operation back where its values are still the ones it wrote; what was changed since is left out and listed. Answers the operation that does it: a large one goes on after the answer.',
  })
  async undoOperation(@CurrentActor() actor: Actor, @Args('id', id) operationId: string): Promise<Presented> {
    return this.present(await this.all.undo(actor, operationId), actor);
  }

  @ResolveField(() => PersonType, { nullable: true })
  async actor(@Parent() { actorId }: Presented, @CurrentActor() { org }: Actor): Promise<PersonType | null> {
    if (actorId === null) return null;
    const people = await readPeople(this.database, org, [actorId]);
    return people.get(actorId) ?? null;
  }

  @ResolveField(() => [LeftOutType])
  async leftOut(@Parent() operation: Presented, @CurrentActor() actor: Actor, @Args('first', { type: () => Int, defaultValue: 100 }) first: number): Promise<LeftOutType[]> {
    if (operation.undoes === null) return [];
    const { model } = await this.models.current(actor.org);
    const found = await readLeftOut(this.database.session(actor.org), actor, model, operation.id, Math.min(Math.max(first, 1), MOST_LEFT_OUT));
    return found.map((one) => ({ ...one, reason: one.reason as LeftOutReasonType }));
  }

  @ResolveField(() => Int)
  leftOutCount(@Parent() operation: Presented, @CurrentActor() actor: Actor): Promise<number> {
    return operation.undoes === null ? Promise.resolve(0) : countLeftOut(this.database.session(actor.org), actor, operation.id);
  }

  private async present(operation: OperationRecord, actor: Actor): Promise<Presented> {
    const { model } = await this.models.current(actor.org);
    const counts = Object.entries(operation.counts).flatMap(([objectId, count]): OperationCountType[] => {
      const object = model.objectById.get(objectId);
      return object && actor.access.objects.has(object.name) ? [{ object: object.name, created: 0, updated: 0, deleted: 0, restored: 0, ...count }] : [];
    });
    return {
      id: operation.id,
      kind: operation.kind as OperationKindType,
      title: tellOperation(operation, model, actor.locale),
      actorId: operation.actorId,
      source: operation.source,
      status: operation.status as OperationStatusType,
      startedAt: operation.startedAt,
      finishedAt: operation.finishedAt,
      counts,
      undoable: isUndoable(operation, this.clock.now(actor.org)),
      undoUntil: undoUntil(operation),
      undoneBy: operation.undoneBy ?? operation.undoing,
      undoes: operation.undoes,
      error: operation.error,
    };
  }
}
