import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Trail } from '../../audit/trail.js';
import type { SignInMethod } from '../../database/entities/session-row.js';
import { UserRow } from '../../database/entities/user-row.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Orgs } from '../../orgs/orgs.js';
import { Attempts } from '../attempts.js';
import { CredentialMails } from '../credential-mails.js';
import { Sessions, type NewSession } from '../sessions.js';
import type { SignInPlace } from '../sign-in-place.js';
import { tooManyAttempts } from '../sign-in.js';
import { SignIns } from '../sign-ins.js';
import { Tickets, type Ticket } from '../tickets.js';
import { Factors, type FactorKind } from './factors.js';
import { factorFaults } from './factor-wording.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { RelyingParty } from './relying-party.js';
import { TotpFactor } from './totp-factor.js';

/** What somebody shows beside their password. */
export type Shown = { readonly kind: 'totp' | 'recovery'; readonly code: string } | { readonly kind: 'passkey'; readonly response: unknown };

/** A factor that is set up on the way in. */
export type NewFactor = { readonly kind: 'totp'; readonly code: string } | { readonly kind: 'passkey'; readonly response: unknown; readonly name: string };

export interface Enrolled {
  readonly session: NewSession;
  readonly recoveryCodes: readonly string[] | null;
}

const refusals = { totp: factorFaults.wrongCode, recovery: factorFaults.wrongRecovery, passkey: factorFaults.passkey };

/** The way in after the password: by a second factor, by setting one up, or by a passkey that needs no password. */
@Injectable()
export class SecondStep {
  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly tickets: Tickets,
    private readonly attempts: Attempts,
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
    private readonly factors: Factors,
    private readonly totp: TotpFactor,
    private readonly passkeys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly orgs: Orgs,
    private readonly mails: CredentialMails,
    private readonly trail: Trail,
  ) {}

  /** Fails with `UNAUTHENTICATED` when what is shown is not right; the ticket stays good for another try. */
  async finish(token: string, shown: Shown, party: RelyingParty, place: SignInPlace): Promise<NewSession> {
    const ticket = await this.look(token, 'factor');
    const { userId } = ticket;
    const attempt = { address: place.address, account: `factor:${userId}` };
    await this.begin(attempt);
    if (!(await this.isRight(userId, shown, party, place.address))) {
      await this.signIns.note({ userId, outcome: 'wrongFactor', method: methodOf(ticket), factor: shown.kind, place });
      throw new ApiFailure('UNAUTHENTICATED', refusals[shown.kind]);
    }
    await this.attempts.forgive(attempt);
    return this.letIn(token, 'factor', shown.kind, place);
  }

  /** The question for a passkey: of the ticket's person, or, without a ticket, of whoever has one. */
  async askPasskey(token: string | undefined, party: RelyingParty, address: string) {
    if (token !== undefined) return this.passkeys.offerUse((await this.look(token, 'factor')).userId, party);
    await this.begin(alone(address));
    return this.passkeys.offerUse(undefined, party);
  }

  /** A passkey alone: the device has asked who is there, so it is two factors in one. */
  async byPasskey(response: unknown, party: RelyingParty, place: SignInPlace): Promise<NewSession> {
    const passkey = await this.passkeys.use(response, undefined, party, place.address);
    if (!passkey) throw new ApiFailure('UNAUTHENTICATED', factorFaults.passkey);
    await this.attempts.forgive(alone(place.address));
    return this.sessions.start(passkey.userId, { ...place, method: 'passkey' });
  }

  async startEnrolling(token: string, kind: NewFactor['kind'], party: RelyingParty) {
    const user = await this.users.findOneByOrFail({ id: (await this.look(token, 'enrol')).userId });
    const { name } = await this.orgs.byId(user.orgId);
    return kind === 'totp' ? { totp: await this.totp.start(user.id, user.email, name) } : { passkey: await this.passkeys.offerAdding(user, name, party) };
  }

  async finishEnrolling(token: string, factor: NewFactor, party: RelyingParty, place: SignInPlace): Promise<Enrolled> {
    const { userId } = await this.look(token, 'enrol');
    if (factor.kind === 'passkey') await this.passkeys.add(userId, factor.name, factor.response, party);
    else if (!(await this.totp.confirm(userId, factor.code))) throw new ApiFailure('UNAUTHENTICATED', factorFaults.wrongCode);
    const session = await this.letIn(token, 'enrol', factor.kind, place);
    const user = await this.users.findOneByOrFail({ id: userId });
    const { orgId, name } = user;
    this.mails.tell(user, factor.kind === 'passkey' ? 'passkeyAdded' : 'factorAdded', place.address);
    await this.trail.note({ orgId, actorId: userId, kind: 'factorAdded', subject: { kind: 'user', id: userId, name }, detail: { factor: factor.kind }, address: place.address });
    return { session, recoveryCodes: await this.factors.makeFirstCodes(userId) };
  }

  private async isRight(userId: string, shown: Shown, party: RelyingParty, address: string): Promise<boolean> {
    if (shown.kind === 'passkey') return (await this.passkeys.use(shown.response, userId, party, address)) !== undefined;
    return shown.kind === 'totp' ? this.totp.check(userId, shown.code) : this.recoveryCodes.use(userId, shown.code);
  }

  private async letIn(token: string, purpose: 'factor' | 'enrol', factor: FactorKind, place: SignInPlace): Promise<NewSession> {
    const ticket = await this.tickets.take(token, purpose);
    if (!ticket) throw expired();
    return this.sessions.start(ticket.userId, { ...place, method: methodOf(ticket), factor });
  }

  private async look(token: string, purpose: 'factor' | 'enrol'): Promise<Ticket> {
    const ticket = await this.tickets.look(token, purpose);
    const active = ticket && (await this.users.existsBy({ id: ticket.userId, active: true }));
    if (!ticket || !active) throw expired();
    return ticket;
  }

  private async begin(attempt: { readonly address: string; readonly account: string }): Promise<void> {
    const { waitSeconds } = await this.attempts.begin(attempt);
    if (waitSeconds !== undefined) throw tooManyAttempts(waitSeconds);
  }
}

/** Counted for each address alone: nobody can use up the tries of others. */
function alone(address: string) {
  return { address, account: `passkey:${address}` };
}

function methodOf({ detail }: Ticket): SignInMethod {
  return detail['method'] === 'oidc' ? 'oidc' : 'password';
}

function expired(): ApiFailure {
  return new ApiFailure('BAD_REQUEST', factorFaults.ticket, { reason: 'ticket' });
}
