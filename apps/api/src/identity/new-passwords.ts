import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Trail } from '../audit/trail.js';
import { UserRow } from '../database/entities/user-row.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Orgs } from '../orgs/orgs.js';
import { AccountMails } from './account-mail.js';
import { accountMails, credentialFaults } from './account-wording.js';
import { Attempts } from './attempts.js';
import { Devices } from './devices.js';
import { findPasswordFault } from './password-fault.js';
import { SignIn, tooManyAttempts, type SignInResult } from './sign-in.js';
import type { SignInPlace } from './sign-in-place.js';
import { Tickets, type TicketPurpose } from './tickets.js';
import { hashToken } from './token.js';
import { Users } from './users.js';

export type PasswordPurpose = Extract<TicketPurpose, 'invitation' | 'reset'>;

/** What a page shows to whoever holds a link. */
export interface LinkHolder {
  readonly email: string;
  readonly name: string;
  readonly org: string;
  readonly locale: string;
  readonly shortestPassword: number;
}

/** Passwords that are chosen with a link from a mail: by who was invited, and by who has forgotten theirs. */
@Injectable()
export class NewPasswords {
  constructor(
    @InjectRepository(UserRow) private readonly rows: Repository<UserRow>,
    private readonly users: Users,
    private readonly tickets: Tickets,
    private readonly attempts: Attempts,
    private readonly devices: Devices,
    private readonly policies: SignInPolicies,
    private readonly orgs: Orgs,
    private readonly signIn: SignIn,
    private readonly mails: AccountMails,
    private readonly trail: Trail,
  ) {}

  async look(token: string, purpose: PasswordPurpose, place: SignInPlace): Promise<LinkHolder> {
    const { user, org } = await this.find(token, purpose, place);
    const { shortestPassword } = await this.policies.of(org.id);
    return { email: user.email, name: user.name, org: org.name, locale: user.locale ?? org.locale, shortestPassword };
  }

  /** Sets the password and lets them in, as far as one password does. A link is used up only by a password that is taken. */
  async choose(token: string, purpose: PasswordPurpose, wanted: { readonly password: string; readonly name?: string }, place: SignInPlace): Promise<SignInResult> {
    const { user, org } = await this.find(token, purpose, place);
    const { shortestPassword } = await this.policies.of(org.id);
    const fault = findPasswordFault(wanted.password, { shortest: shortestPassword, known: [user.name, user.email, org.name, wanted.name ?? ''] });
    if (fault) throw new InputFailure([{ path: '/password', code: 'password', said: fault }]);
    if (!(await this.tickets.take(token, purpose))) throw deadLink();
    await this.users.update(org, user.id, { password: wanted.password, ...(wanted.name?.trim() && { name: wanted.name }) });
    await this.users.accept(user.id);
    await this.tickets.drop(user.id, ['invitation', 'reset', 'factor', 'enrol']);
    await this.devices.forgetAll(user.id);
    await this.note(purpose, user, token, place);
    return this.signIn.letIn(user, 'password', place);
  }

  private async note(purpose: PasswordPurpose, user: UserRow, token: string, { address, userAgent }: SignInPlace): Promise<void> {
    await this.trail.note({
      orgId: user.orgId, actorId: user.id, kind: purpose === 'invitation' ? 'invitationAccepted' : 'passwordReset', subject: { kind: 'user', id: user.id, name: user.name },
      address, ...(userAgent !== null && { userAgent }),
    });
    if (purpose === 'reset') await this.mails.write(await this.orgs.byId(user.orgId), user, { key: `changed:${hashToken(token).slice(0, 32)}`, kind: 'password', text: accountMails.changed, words: {} });
  }

  /** Tokens are far too long to be guessed; whoever tries is stopped all the same. */
  private async find(token: string, purpose: PasswordPurpose, { address }: SignInPlace) {
    const attempt = { address, account: 'link' };
    const { waitSeconds } = await this.attempts.begin(attempt);
    if (waitSeconds !== undefined) throw tooManyAttempts(waitSeconds);
    const ticket = await this.tickets.look(token, purpose);
    const user = ticket && (await this.rows.findOneBy({ id: ticket.userId, active: true }));
    if (!user) throw deadLink();
    await this.attempts.forgive(attempt);
    const { passwordAllowed, emergencyUserId } = await this.policies.of(user.orgId);
    if (!passwordAllowed && emergencyUserId !== user.id) throw new ApiFailure('CONFLICT', credentialFaults.noPasswords);
    return { user, org: await this.orgs.byId(user.orgId) };
  }
}

function deadLink(): ApiFailure {
  return new ApiFailure('NOT_FOUND', credentialFaults.deadLink);
}
