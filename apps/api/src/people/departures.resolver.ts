import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { presentUser } from '../identity/present-user.js';
import { UserType } from '../identity/user.type.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import type { ApiFailure } from '../metadata-api/api-failure.js';
import { Departures, type Departure } from './departures.js';

const id = { type: () => ID };
const ids = { type: () => [ID] };
const inQueues = { type: () => Boolean, nullable: true, defaultValue: true };

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

  @Field(() => Int, { description: 'Exports and backups that the calendar asks for in their name.' })
  schedules!: number;

  @Field(() => Int, { description: 'Saved lists that everybody uses.' })
  views!: number;

  @Field(() => Int, { description: 'Webhooks that send what this person may read; they stop, and are not handed over.' })
  webhooks!: number;

  @Field(() => Int, { description: 'API keys; they stop working.' })
  keys!: number;
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

  @Field(() => Int, { description: 'Shared lists that the other person looks after now.' })
  views!: number;

  @Field(() => Int, { description: 'Exports and backups of the calendar that run in the name of the other person now; what that one may not export stays, and stops.' })
  schedules!: number;

  @Field(() => [String], { description: 'Titles of the queues whose draft names the other person now: publish it.' })
  queues!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Why the queues were not changed.' })
  queueRefusal!: string | null;
}

@ObjectType('DepartureOutcome', { description: 'What became of one of several: one of the two is null.' })
class DepartureOutcomeType {
  @Field(() => ID)
  userId!: string;

  @Field(() => DepartureType, { nullable: true })
  departure!: DepartureType | null;

  @Field(() => String, { nullable: true, description: 'Why this person was not deactivated.' })
  problem!: string | null;
}

const leaving = 'Nobody signs in as {who} any more. Their records, of all objects or of those that are named, their open approvals and forms, shared lists, scheduled exports and those who report to them go to `transferTo`, who also takes their place in queues, in the draft, unless `queues` is false; without it everything stays where it is. Handing records over is an operation that can be undone.';

/** People who leave, and what becomes of what was theirs. */
@Resolver()
export class DeparturesResolver {
  constructor(private readonly departures: Departures) {}

  @Query(() => HoldingsType)
  @SetupOnly('people')
  holdings(@CurrentActor() actor: Actor, @Args('userId', id) userId: string): Promise<HoldingsType> {
    return this.departures.holdings(actor, [userId]);
  }

  @Query(() => HoldingsType, { description: 'Of several people together.' })
  @SetupOnly('people')
  holdingsOf(@CurrentActor() actor: Actor, @Args('userIds', ids) userIds: string[]): Promise<HoldingsType> {
    return this.departures.holdings(actor, userIds);
  }

  @Mutation(() => DepartureType, { description: leaving.replace('{who}', 'this person') })
  @SetupOnly('people')
  async deactivateUser(
    @CurrentActor() actor: Actor,
    @Args('id', id) userId: string,
    @Args('transferTo', { type: () => ID, nullable: true }) transferTo?: string | null,
    @Args('objects', { type: () => [String], nullable: true }) objects?: string[] | null,
    @Args('queues', inQueues) queues = true,
  ): Promise<DepartureType> {
    return present(actor, await this.departures.deactivate(actor, userId, { heirId: transferTo ?? null, queues, ...(objects && { objects }) }));
  }

  @Mutation(() => [DepartureOutcomeType], { description: leaving.replace('{who}', 'these people') })
  @SetupOnly('people')
  async deactivateUsers(
    @CurrentActor() actor: Actor,
    @Args('ids', ids) userIds: string[],
    @Args('transferTo', { type: () => ID, nullable: true }) transferTo?: string | null,
    @Args('objects', { type: () => [String], nullable: true }) objects?: string[] | null,
    @Args('queues', inQueues) queues = true,
  ): Promise<DepartureOutcomeType[]> {
    const outcomes = await this.departures.deactivateAll(actor, userIds, { heirId: transferTo ?? null, queues, ...(objects && { objects }) });
    return outcomes.map((outcome) => ({
      userId: outcome.userId,
      departure: 'departure' in outcome ? present(actor, outcome.departure) : null,
      problem: 'failure' in outcome ? tellFailure(outcome.failure, actor.locale) : null,
    }));
  }
}

function present({ org, access }: Actor, { user, duties, ...rest }: Departure): DepartureType {
  return { user: presentUser(user, org, access), ...rest, ...duties };
}

/** The first of its problems says more than that there are some. */
function tellFailure(failure: ApiFailure, locale: string): string {
  const { message, extensions } = failure.tell(locale);
  const [first] = (extensions['problems'] ?? []) as readonly { readonly message: string }[];
  return first?.message ?? message;
}
