import { say } from '@guanxi/field-types';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { mayUseSetup } from '../access/setup-rights.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { InvitedUserType, InviteInput, PasswordResetSentType } from './credential.types.js';
import { Invitations, type Invited } from './invitations.js';
import { PageAddress } from './page-address.js';
import { presentUser } from './present-user.js';
import { Resets } from './resets.js';
import { Tickets } from './tickets.js';
import { UserType } from './user.type.js';
import { Users } from './users.js';

const id = { type: () => ID };

/** People who are asked in, and new passwords for those who are in. */
@Resolver(() => UserType)
export class InvitationsResolver {
  /** Read once for all people of an answer. */
  private readonly read = new WeakMap<RequestContext, Promise<ReadonlyMap<string, Date>>>();

  constructor(
    private readonly invitations: Invitations,
    private readonly resets: Resets,
    private readonly tickets: Tickets,
    private readonly users: Users,
    private readonly page: PageAddress,
  ) {}

  @Mutation(() => [InvitedUserType], { description: 'Each address by itself: what is wrong with one keeps none of the others from being invited.' })
  @SetupOnly('people')
  async inviteUsers(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('input') { people, permissionSets, role, teams, locale }: InviteInput): Promise<InvitedUserType[]> {
    const wish = {
      people: people.map(({ email, name }) => ({ email, ...(name != null && { name }) })), permissionSets, teams: teams ?? [],
      ...(role != null && { role }), ...(locale != null && { locale }),
    };
    const invited = await this.invitations.invite(actor, wish, this.page.forSignedIn(request));
    return invited.map((one) => present(one, actor));
  }

  @Mutation(() => InvitedUserType, { description: 'With another link; the one before does not work any more. Also for who was invited and then revoked.' })
  @SetupOnly('people')
  async resendInvitation(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('userId', id) userId: string): Promise<InvitedUserType> {
    return present(await this.invitations.resend(actor, userId, this.page.forSignedIn(request)), actor);
  }

  @Mutation(() => UserType)
  @SetupOnly('people')
  async revokeInvitation(@CurrentActor() actor: Actor, @Args('userId', id) userId: string): Promise<UserType> {
    return presentUser(await this.invitations.revoke(actor, userId), actor.org, actor.access);
  }

  @Mutation(() => PasswordResetSentType, { description: 'Sends a link by which the person chooses a new password; until then the present one works.' })
  @SetupOnly('people')
  async sendPasswordReset(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('userId', id) userId: string): Promise<PasswordResetSentType> {
    return { link: (await this.resets.send(actor, userId, this.page.forSignedIn(request))) ?? null };
  }

  @ResolveField(() => Date, { nullable: true, description: 'Until when an invitation can be accepted; null when there is none, or its time is over.' })
  async invitedUntil(@Parent() user: UserType, @CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<Date | null> {
    if (user.status !== 'invited' || !mayUseSetup(actor.access, ['people', 'access'])) return null;
    return (await this.openInvitations(actor, context)).get(user.id) ?? null;
  }

  private openInvitations({ org }: Actor, context: RequestContext): Promise<ReadonlyMap<string, Date>> {
    const known = this.read.get(context);
    if (known) return known;
    const reading = this.users.list(org).then((people) => this.tickets.invitedUntil(people.filter(({ invitedAt }) => invitedAt !== null).map((one) => one.id)));
    this.read.set(context, reading);
    return reading;
  }
}

function present({ email, user, link, problems }: Invited, { org, access, locale }: Actor): InvitedUserType {
  return {
    email, user: user ? presentUser(user, org, access) : null, link: link ?? null,
    problems: problems.map(({ path, code, said, hint }) => ({ path, code, message: say(said, locale), ...(hint && { hint: say(hint, locale) }) })),
  };
}
