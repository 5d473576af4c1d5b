import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refuseChanging } from '../access/granting.js';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import type { SessionRow } from '../database/entities/session-row.js';
import type { UserRow } from '../database/entities/user-row.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import { credentialFaults } from './account-wording.js';
import { OpenSessionType, SignInEntryType } from './credential.types.js';
import { accountFaults } from './identity-wording.js';
import { Sessions } from './sessions.js';
import { SignIns } from './sign-ins.js';
import { hashToken } from './token.js';
import { Users } from './users.js';

const id = { type: () => ID };
const first = { type: () => Int, defaultValue: 50 };

/** Where people are signed in, and when they signed in: each of themselves, and those who look after people of everybody. */
@Resolver(() => OpenSessionType)
export class SessionsResolver {
  constructor(
    private readonly open: Sessions,
    private readonly history: SignIns,
    private readonly users: Users,
    private readonly models: Models,
    private readonly trail: Trail,
  ) {}

  @Query(() => [OpenSessionType], { description: 'One’s own, the one last used first.' })
  async sessions(@CurrentActor() { userId }: Actor, @Context() context: RequestContext): Promise<OpenSessionType[]> {
    return this.present(await this.open.list(userId), context);
  }

  @Query(() => [SignInEntryType], { description: 'Of oneself, newest first; kept for 90 days.' })
  async signIns(@CurrentActor() { userId }: Actor, @Args('first', first) most: number): Promise<readonly SignInEntryType[]> {
    return this.history.list(userId, most);
  }

  @Query(() => [OpenSessionType])
  @SetupOnly('people')
  async userSessions(@CurrentActor() { org }: Actor, @Args('userId', id) userId: string, @Context() context: RequestContext): Promise<OpenSessionType[]> {
    return this.present(await this.open.list((await this.find(org, userId)).id), context);
  }

  @Query(() => [SignInEntryType], { description: 'Newest first; kept for 90 days.' })
  @SetupOnly('people')
  async userSignIns(@CurrentActor() { org }: Actor, @Args('userId', id) userId: string, @Args('first', first) most: number): Promise<readonly SignInEntryType[]> {
    return this.history.list((await this.find(org, userId)).id, most);
  }

  @Mutation(() => Boolean, { description: 'One’s own; with `userId`, somebody else’s.' })
  async endSession(
    @CurrentActor() actor: Actor,
    @Context() { request }: RequestContext,
    @Args('id', id) sessionId: string,
    @Args('userId', { type: () => ID, nullable: true }) userId?: string | null,
  ): Promise<boolean> {
    const user = await this.findFor(actor, userId ?? actor.userId);
    if (!(await this.open.end(user.id, sessionId))) throw new ApiFailure('NOT_FOUND', credentialFaults.noSession);
    await this.note(actor, user, request.ip, { sessions: 1 });
    return true;
  }

  @Mutation(() => Int, { description: 'Ends one’s sessions but the one that this request came with; with `userId`, all of somebody else’s. Answers how many.' })
  async endSessions(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('userId', { type: () => ID, nullable: true }) userId?: string | null): Promise<number> {
    const user = await this.findFor(actor, userId ?? actor.userId);
    const keep = user.id === actor.userId && request.credential?.kind === 'session' ? request.credential.token : undefined;
    const ended = await this.open.endAll(user.id, keep);
    if (ended > 0) await this.note(actor, user, request.ip, { sessions: ended });
    return ended;
  }

  private async findFor({ org, userId: ownId, access }: Actor, userId: string): Promise<UserRow> {
    const user = await this.find(org, userId);
    if (userId === ownId) return user;
    if (!mayUseSetup(access, ['people'])) throw setupRefusal(['people']);
    refuseChanging((await this.models.current(org)).model, access, user);
    return user;
  }

  private async find(org: Actor['org'], userId: string): Promise<UserRow> {
    const user = await this.users.find(org, userId);
    if (!user) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    return user;
  }

  private note({ userId: actorId }: Actor, { id: userId, orgId, name }: UserRow, address: string, detail: { readonly sessions: number }): Promise<void> {
    return this.trail.note({ orgId, actorId, kind: 'sessionEnded', subject: { kind: 'user', id: userId, name }, detail, address });
  }

  private present(rows: readonly SessionRow[], { request }: RequestContext): OpenSessionType[] {
    const own = request.credential?.kind === 'session' ? hashToken(request.credential.token) : undefined;
    return rows.map((row) => ({ ...row, current: own !== undefined && (row.tokenHash === own || row.previousHash === own) }));
  }
}
