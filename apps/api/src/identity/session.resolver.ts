import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { accountFaults } from './identity-wording.js';
import { presentUser } from './present-user.js';
import { SessionType } from './session.type.js';
import { SignIn } from './sign-in.js';
import { hashToken } from './token.js';
import { Users } from './users.js';

/** The signed-in person, and what they may change about themselves. */
@Resolver(() => SessionType)
export class SessionResolver {
  constructor(
    private readonly users: Users,
    private readonly signIn: SignIn,
  ) {}

  @Query(() => SessionType)
  async session(@CurrentActor() actor: Actor): Promise<SessionType> {
    const user = await this.users.find(actor.org, actor.userId);
    if (!user) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
    const { org, access } = actor;
    return { user: presentUser(user, org, access), org, isAdmin: access.admin, permissionSets: access.limited ? [...access.permissionSets] : user.permissionSets };
  }

  @Mutation(() => SessionType)
  async updatePreferences(
    @CurrentActor() actor: Actor,
    @Args('locale', { type: () => String, nullable: true }) locale?: string | null,
    @Args('timeZone', { type: () => String, nullable: true }) timeZone?: string | null,
  ): Promise<SessionType> {
    await this.users.update(actor.org, actor.userId, { ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) });
    return this.session(actor);
  }

  @Mutation(() => Boolean)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Context() { request }: RequestContext,
    @Args('current') current: string,
    @Args('next') next: string,
  ): Promise<boolean> {
    if (!(await this.signIn.isPassword(actor.userId, current, request.ip))) {
      throw new InputFailure([{ path: '/current', code: 'wrong', said: accountFaults.wrongPassword }]);
    }
    const session = request.credential?.kind === 'session' ? hashToken(request.credential.token) : undefined;
    await this.users.update(actor.org, actor.userId, { password: next }, session);
    return true;
  }
}
