import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { readPeople } from '../activity/read-people.js';
import { OrgDatabase } from '../database/org-database.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { HoldType } from './hold.type.js';
import { RecordHolds, type Hold } from './record-holds.js';

const id = { type: () => ID };

@SetupOnly('privacy')
@Resolver()
export class HoldsResolver {
  constructor(private readonly holds: RecordHolds, private readonly database: OrgDatabase) {}

  @Query(() => [HoldType], { description: 'Legal holds: those that stand, then those that were lifted.', name: 'holds' })
  async all(@CurrentActor() actor: Actor): Promise<readonly HoldType[]> {
    return this.present(actor, await this.holds.list(actor));
  }

  @Query(() => [HoldType], { description: 'The legal holds that stand on a record.' })
  async recordHolds(@CurrentActor() actor: Actor, @Args('recordId', id) recordId: string): Promise<readonly HoldType[]> {
    return this.present(actor, await this.holds.of(actor, recordId));
  }

  @Mutation(() => HoldType, { description: 'Until it is lifted, neither an erasure nor a rule of retention takes anything out of the record.' })
  async placeHold(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', id) recordId: string, @Args('reason') reason: string): Promise<HoldType> {
    return this.presentOne(actor, await this.holds.place(actor, object, recordId, reason));
  }

  @Mutation(() => HoldType)
  async liftHold(@CurrentActor() actor: Actor, @Args('id', id) hold: string): Promise<HoldType> {
    return this.presentOne(actor, await this.holds.lift(actor, hold));
  }

  private async presentOne(actor: Actor, hold: Hold): Promise<HoldType> {
    const [presented] = await this.present(actor, [hold]);
    if (!presented) throw new Error('A hold was not presented.');
    return presented;
  }

  private async present({ org }: Actor, holds: readonly Hold[]): Promise<readonly HoldType[]> {
    const people = await readPeople(this.database, org, holds.flatMap(({ heldBy, liftedBy }) => [heldBy, liftedBy]));
    return holds.map((hold) => ({ ...hold, heldBy: people.get(hold.heldBy) ?? null, liftedBy: (hold.liftedBy !== null && people.get(hold.liftedBy)) || null }));
  }
}
