import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { AccountMails } from './account-mail.js';
import { accountMails } from './account-wording.js';
import { Devices } from './devices.js';
import { accountFaults } from './identity-wording.js';
import { presentUser } from './present-user.js';
import { SessionType } from './session.type.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { readSignInPlace, setExchangedCookie } from './sign-in-place.js';
import { hashToken } from './token.js';
import { Users } from './users.js';

/** The signed-in person, and what they may change about themselves. */
@Resolver(() => SessionType)
export class SessionResolver {
  constructor(
    private readonly users: Users,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly devices: Devices,
    private readonly mails: AccountMails,
    private readonly trail: Trail,
  ) {}

  @Query(() => SessionType)
  async session(@CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<SessionType> {
    await this.exchangeStale(context);
    const user = await this.users.find(actor.org, actor.userId);
    if (!user) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
    const { org, access } = actor;
    return { user: presentUser(user, org, access), org, isAdmin: access.admin, setupAreas: [...access.setup], permissionSets: access.limited ? [...access.permissionSets] : user.permissionSets };
  }

  @Mutation(() => SessionType)
  async updatePreferences(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Args('locale', { type: () => String, nullable: true }) locale?: string | null,
    @Args('timeZone', { type: () => String, nullable: true }) timeZone?: string | null,
  ): Promise<SessionType> {
    await this.users.update(actor.org, actor.userId, { ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) });
    return this.session(actor, context);
  }

  @Mutation(() => Boolean, { description: 'Ends the other sessions.' })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Context() { request, reply }: RequestContext,
    @Args('current') current: string,
    @Args('next') next: string,
  ): Promise<boolean> {
    if (!(await this.signIn.isPassword(actor.userId, current, request.ip))) {
      throw new InputFailure([{ path: '/current', code: 'wrong', said: accountFaults.wrongPassword }]);
    }
    const token = request.credential?.kind === 'session' ? request.credential.token : undefined;
    const user = await this.users.update(actor.org, actor.userId, { password: next }, token === undefined ? undefined : hashToken(token));
    await this.devices.forgetAll(user.id);
    const exchanged = token === undefined ? undefined : await this.sessions.exchange(token);
    if (exchanged) setExchangedCookie(request, reply, exchanged);
    const { address, userAgent } = readSignInPlace(request);
    await this.trail.note({ orgId: user.orgId, actorId: user.id, kind: 'passwordChanged', subject: { kind: 'user', id: user.id, name: user.name }, address, ...(userAgent !== null && { userAgent }) });
    await this.mails.write(actor.org, user, { key: `changed:${makeId()}`, kind: 'password', text: accountMails.changed, words: {} });
    return true;
  }

  /** Whose rights have changed gets another token: one that somebody got hold of before is of no use with the new rights. */
  private async exchangeStale({ request, reply }: RequestContext): Promise<void> {
    if (request.credential?.kind !== 'session' || !(await this.sessions.isStale(request.credential.token))) return;
    const exchanged = await this.sessions.exchange(request.credential.token);
    if (exchanged) setExchangedCookie(request, reply, exchanged);
  }
}
