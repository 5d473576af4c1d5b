import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import type { TrailKind } from '../../audit/trail-kinds.js';
import { Settings } from '../../config/settings.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { refusals } from '../../metadata-api/refusal-wording.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { CredentialMails } from '../credential-mails.js';
import type { CredentialChange } from '../credential-mail-wording.js';
import { Users } from '../users.js';
import { Confirmation, refuseKeys } from './confirmation.js';
import { FactorAddedType, FactorsType, PasskeyType, TotpStartType } from './factor.type.js';
import { factorFaults } from './factor-wording.js';
import { FactorsView } from './factors-view.js';
import { Factors } from './factors.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { partyOf } from './relying-party.js';
import { TotpFactor } from './totp-factor.js';

const password = { type: () => String, nullable: true, description: 'Needed when the sign-in is older than ten minutes.' };
const id = { type: () => ID };

/** Everybody has their own factors; nobody sees another's secrets. */
@Resolver(() => FactorsType)
export class FactorsResolver {
  constructor(
    private readonly users: Users,
    private readonly own: Factors,
    private readonly view: FactorsView,
    private readonly totp: TotpFactor,
    private readonly keys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly confirmation: Confirmation,
    private readonly mails: CredentialMails,
    private readonly trail: Trail,
    private readonly settings: Settings,
  ) {}

  @Query(() => FactorsType)
  async factors(@CurrentActor() actor: Actor): Promise<FactorsType> {
    return this.view.of(await this.user(actor));
  }

  @Query(() => [PasskeyType])
  passkeys(@CurrentActor() { userId }: Actor): Promise<PasskeyType[]> {
    return this.keys.list(userId);
  }

  @Mutation(() => TotpStartType, { description: 'A new secret; it counts from its first code on, in the place of the one before.' })
  async startTotp(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('password', password) given?: string | null): Promise<TotpStartType> {
    await this.confirmation.demand(actor, request, given);
    const { email } = await this.user(actor);
    return this.totp.start(actor.userId, email, actor.org.name);
  }

  @Mutation(() => FactorAddedType)
  async confirmTotp(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('code') code: string): Promise<FactorAddedType> {
    refuseKeys(request);
    if (!(await this.totp.confirm(actor.userId, code))) throw new InputFailure([{ path: '/code', code: 'wrong', said: factorFaults.wrongCode }]);
    await this.note(actor, request, 'factorAdded', { factor: 'totp' });
    return { recoveryCodes: await this.own.makeFirstCodes(actor.userId) };
  }

  @Mutation(() => FactorsType)
  async removeTotp(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('password', password) given?: string | null): Promise<FactorsType> {
    await this.confirmation.demand(actor, request, given);
    const user = await this.user(actor);
    await this.view.refuseLosingLast(user, 'totp');
    if (await this.totp.remove(actor.userId)) await this.note(actor, request, 'factorRemoved', { factor: 'totp' });
    await this.own.dropIdleCodes(actor.userId);
    return this.view.of(user);
  }

  @Mutation(() => [String], { description: 'Ten codes in the place of those before. They are told this once.' })
  async makeRecoveryCodes(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('password', password) given?: string | null): Promise<string[]> {
    await this.confirmation.demand(actor, request, given);
    if ((await this.own.of(actor.userId)).length === 0) throw new ApiFailure('BAD_REQUEST', factorFaults.noFactor);
    const codes = await this.recoveryCodes.make(actor.userId);
    await this.note(actor, request, 'recoveryCodesMade');
    return codes;
  }

  @Mutation(() => JsonScalar, { description: 'What the browser is handed to make a passkey (PublicKeyCredentialCreationOptionsJSON).' })
  async startPasskey(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('password', password) given?: string | null): Promise<unknown> {
    await this.confirmation.demand(actor, request, given);
    return this.keys.offerAdding(await this.user(actor), actor.org.name, partyOf(request, this.settings));
  }

  @Mutation(() => FactorAddedType, { description: 'With what the browser answered (RegistrationResponseJSON).' })
  async addPasskey(
    @CurrentActor() actor: Actor, @Context() { request }: RequestContext,
    @Args('name') name: string, @Args('response', { type: () => JsonScalar }) response: unknown,
  ): Promise<FactorAddedType> {
    refuseKeys(request);
    const passkey = await this.keys.add(actor.userId, name, response, partyOf(request, this.settings));
    await this.note(actor, request, 'passkeyAdded', {}, passkey.name);
    return { recoveryCodes: await this.own.makeFirstCodes(actor.userId) };
  }

  @Mutation(() => PasskeyType)
  async renamePasskey(@CurrentActor() { userId }: Actor, @Context() { request }: RequestContext, @Args('id', id) passkeyId: string, @Args('name') name: string): Promise<PasskeyType> {
    refuseKeys(request);
    return this.keys.rename(userId, passkeyId, name);
  }

  @Mutation(() => FactorsType)
  async removePasskey(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('id', id) passkeyId: string, @Args('password', password) given?: string | null): Promise<FactorsType> {
    await this.confirmation.demand(actor, request, given);
    const user = await this.user(actor);
    await this.view.refuseLosingLast(user, 'passkey');
    const passkey = await this.keys.remove(actor.userId, passkeyId);
    await this.note(actor, request, 'passkeyRemoved', {}, passkey.name);
    await this.own.dropIdleCodes(actor.userId);
    return this.view.of(user);
  }

  private async user({ org, userId }: Actor): Promise<UserRow> {
    const user = await this.users.find(org, userId);
    if (!user) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
    return user;
  }

  private async note(actor: Actor, { ip }: RequestContext['request'], kind: CredentialChange & TrailKind, detail: Readonly<Record<string, string>> = {}, subject?: string): Promise<void> {
    const user = await this.user(actor);
    const name = subject ?? user.name;
    this.mails.tell(user, kind, ip);
    await this.trail.note({ orgId: actor.org.sandboxOf ?? actor.org.id, actorId: actor.userId, kind, subject: { kind: 'user', id: actor.userId, name }, detail, address: ip });
  }
}
