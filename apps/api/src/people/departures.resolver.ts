import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { presentUser } from '../identity/present-user.js';
import { UserType } from '../identity/user.type.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Departures } from './departures.js';

const id = { type: () => ID };

@ObjectType('OwnedCount')
class OwnedCountType {
  @Field()
  object!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Holdings', { description: 'What is a person’s or waits for them, and would stay behind if they left.' })
class HoldingsType {
  @Field(() => [OwnedCountType], { description: 'Records they own, the most first.' })
  records!: readonly OwnedCountType[];

  @Field(() => Int, { description: 'Approvals that wait for their decision, now or at a later level.' })
  approvals!: number;

  @Field(() => Int, { description: 'Forms they are asked to fill in.' })
  forms!: number;

  @Field(() => [String], { description: 'Titles of the queues that name them; work of a queue goes to active members only.' })
  queues!: readonly string[];
}

@ObjectType('Departure')
class DepartureType {
  @Field(() => UserType)
  user!: UserType;

  @Field(() => ID, { nullable: true, description: 'The operation that hands the records over; of many records it goes on after the answer.' })
  operationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the records stayed; the person is deactivated all the same.' })
  refusal!: string | null;

  @Field(() => Int)
  approvals!: number;

  @Field(() => Int)
  forms!: number;

  @Field(() => Int, { description: 'People who report to whoever took over.' })
  reports!: number;
}

/** People who leave, and what becomes of what was theirs. */
@Resolver()
export class DeparturesResolver {
  constructor(private readonly departures: Departures) {}

  @Query(() => HoldingsType)
  @SetupOnly('people')
  holdings(@CurrentActor() actor: Actor, @Args('userId', id) userId: string): Promise<HoldingsType> {
    return this.departures.holdings(actor, userId);
  }

  @Mutation(() => DepartureType, { description: 'Nobody signs in as this person any more. Their records, of all objects or of those that are named, their open approvals and forms, and those who report to them go to `transferTo`; without it everything stays where it is. Handing records over is an operation that can be undone.' })
  @SetupOnly('people')
  async deactivateUser(
    @CurrentActor() actor: Actor,
    @Args('id', id) userId: string,
    @Args('transferTo', { type: () => ID, nullable: true }) transferTo?: string | null,
    @Args('objects', { type: () => [String], nullable: true }) objects?: string[] | null,
  ): Promise<DepartureType> {
    const { user, duties, ...rest } = await this.departures.deactivate(actor, userId, transferTo ?? null, objects ?? undefined);
    return { user: presentUser(user, actor.org, actor.access), ...rest, ...duties };
  }
}
