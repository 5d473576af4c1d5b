import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { PersonType } from '../activity/person.type.js';
import type { UserRow } from '../database/entities/user-row.js';
import { UserType } from '../identity/user.type.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { personKinds, type PersonKind } from './people.types.js';
import { Places } from './places.js';

type Everybody = ReadonlyMap<string, UserRow>;

/** Where a person of /metadata stands. Others see it of those they manage, and everybody of themselves. */
@Resolver(() => UserType)
export class UserPlacesResolver {
  /** Read once for all people of an answer. */
  private readonly read = new WeakMap<RequestContext, Promise<Everybody>>();

  constructor(private readonly places: Places) {}

  @ResolveField(() => String, { nullable: true, description: 'Name of the role in the tree of roles.' })
  async role(@Parent() user: UserType, @CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<string | null> {
    return (await this.placeOf(user, actor, context))?.role ?? null;
  }

  @ResolveField(() => [String], { description: 'Names of the teams that the person belongs to.' })
  async teams(@Parent() user: UserType, @CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<readonly string[]> {
    return (await this.placeOf(user, actor, context))?.teams ?? [];
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whom the person reports to.' })
  async manager(@Parent() user: UserType, @CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<PersonType | null> {
    const managerId = (await this.placeOf(user, actor, context))?.managerId;
    return (managerId != null && (await this.everybody(actor, context)).get(managerId)) || null;
  }

  @ResolveField(() => personKinds, { nullable: true, description: 'A partner sees nothing but what is their own or was shared with them.' })
  async kind(@Parent() user: UserType, @CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<PersonKind | null> {
    return (await this.placeOf(user, actor, context))?.kind ?? null;
  }

  private async placeOf({ id }: UserType, actor: Actor, context: RequestContext): Promise<UserRow | undefined> {
    const { setup } = actor.access;
    if (id !== actor.userId && !setup.has('people') && !setup.has('access')) return undefined;
    return (await this.everybody(actor, context)).get(id);
  }

  private everybody({ org }: Actor, context: RequestContext): Promise<Everybody> {
    const known = this.read.get(context);
    if (known) return known;
    const reading = this.places.all(org).then((people) => new Map(people.map((person) => [person.id, person])));
    this.read.set(context, reading);
    return reading;
  }
}
