import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Settings } from '../config/settings.js';
import { chainsOf } from './find-trail.js';
import { TrailVerifier, type ChainState } from './trail-verifier.js';

@ObjectType('TrailState', { description: 'What a recomputation of one chain of the trail came to.' })
export class TrailStateType {
  @Field(() => ID, { description: 'Id of the org; of one that was replaced by a restore, the id that it had.' })
  chain!: string;

  @Field(() => Int)
  entries!: number;

  @Field({ description: 'Place of the last entry. Keep it with its hash elsewhere: later, the entry at this place has to have this hash.' })
  seq!: string;

  @Field()
  hash!: string;

  @Field(() => String, { nullable: true, description: 'Entries up to this place went because of their age; a signed checkpoint stands for them.' })
  removedUpTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Place of the first entry that is wrong.' })
  brokenAt!: string | null;

  @Field(() => String, { nullable: true, description: '`changed`, `missing`, `inserted`, `cut` or `checkpoint`.' })
  fault!: string | null;
}

@SetupOnly('audit')
@Resolver()
export class TrailResolver {
  constructor(
    private readonly database: OrgDatabase,
    private readonly verifier: TrailVerifier,
    private readonly settings: Settings,
  ) {}

  @Query(() => [TrailStateType], { description: 'Works the chain of the org out again, from its first entry; after a restore also those of the orgs before.' })
  async verifyTrail(@CurrentActor() { org }: Actor): Promise<TrailStateType[]> {
    const states: TrailStateType[] = [];
    for (const chain of await chainsOf(this.database.session(org), org.id)) states.push(present(await this.verifier.verify(chain)));
    return states;
  }

  @Query(() => Int, { nullable: true, description: 'Days for which entries of the trail are kept; null: for good.' })
  trailDays(): number | null {
    return this.settings.trailDays === 0 ? null : this.settings.trailDays;
  }
}

function present({ broken, ...state }: ChainState): TrailStateType {
  return { ...state, brokenAt: broken?.seq ?? null, fault: broken?.fault ?? null };
}
