import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { refuseChanging } from '../access/granting.js';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import { UserRow } from '../database/entities/user-row.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { MailSettings } from '../mail/mail-settings.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { AccountMails } from './account-mail.js';
import { accountMails, credentialFaults } from './account-wording.js';
import { Aside } from './aside.js';
import { Attempts } from './attempts.js';
import { accountFaults } from './identity-wording.js';
import { tooManyAttempts } from './sign-in.js';
import type { SignInPlace } from './sign-in-place.js';
import { Tickets } from './tickets.js';
import { hashToken } from './token.js';
import { Users } from './users.js';

const MINUTES = 60;
/** Beyond these mails of an hour nothing more is written: the links in them still work. */
const MOST_MAILS = 3;

/** New passwords for people who have forgotten theirs. */
@Injectable()
export class Resets {
  constructor(
    @InjectRepository(UserRow) private readonly rows: Repository<UserRow>,
    private readonly users: Users,
    private readonly models: Models,
    private readonly policies: SignInPolicies,
    private readonly orgs: Orgs,
    private readonly tickets: Tickets,
    private readonly mails: AccountMails,
    private readonly mailSettings: MailSettings,
    private readonly attempts: Attempts,
    private readonly aside: Aside,
    private readonly trail: Trail,
  ) {}

  /** The same answer at once, whether there is such a person or not; what there is to do is done beside. */
  async ask(email: string, place: SignInPlace, origin: string): Promise<void> {
    const account = email.trim().toLowerCase();
    // Each address that is asked for counts, right or wrong, so that nobody floods a stranger's mailbox.
    const { waitSeconds } = await this.attempts.begin({ address: place.address, account: `reset:${account}` });
    if (waitSeconds !== undefined) throw tooManyAttempts(waitSeconds);
    this.aside.run('A reset', () => this.answer(account, place, origin));
  }

  /** Asked for by somebody who looks after people. Answers the link where no mail goes out. */
  async send(actor: Actor, userId: string, origin: string): Promise<string | undefined> {
    const user = await this.users.find(actor.org, userId);
    if (!user) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    refuseChanging((await this.models.current(actor.org)).model, actor.access, user);
    if (!user.active) throw new ApiFailure('CONFLICT', { ...credentialFaults.inactive, words: { name: user.name } });
    if (!(await this.mayUsePassword(user))) throw new ApiFailure('CONFLICT', credentialFaults.noPasswords);
    await this.trail.note({ orgId: user.orgId, actorId: actor.userId, kind: 'resetAsked', subject: { kind: 'user', id: user.id, name: user.name } });
    const hasServer = (await this.mailSettings.server(actor.org)) !== undefined;
    const link = await this.write(actor.org, user, origin, hasServer, actor.userId);
    return hasServer ? undefined : link;
  }

  private async answer(email: string, { address, userAgent }: SignInPlace, origin: string): Promise<void> {
    const user = await this.rows.findOneBy({ email, active: true });
    // Who has not accepted an invitation has nothing to reset, and who signs in elsewhere no password.
    if (!user || user.invitedAt !== null || !(await this.mayUsePassword(user))) return;
    if ((await this.tickets.count(user.id, 'reset')) >= MOST_MAILS) return;
    await this.trail.note({ orgId: user.orgId, actorId: null, kind: 'resetAsked', subject: { kind: 'user', id: user.id, name: user.name }, address, ...(userAgent !== null && { userAgent }) });
    await this.write(await this.orgs.byId(user.orgId), user, origin, true);
  }

  private async write(org: Org, user: UserRow, origin: string, byMail: boolean, createdBy?: string): Promise<string> {
    const token = await this.tickets.make(user.id, 'reset', MINUTES);
    const link = `${origin}/reset#${token}`;
    const until = new Date(Date.now() + MINUTES * 60_000);
    if (byMail) await this.mails.write(org, user, { key: `reset:${hashToken(token).slice(0, 32)}`, kind: 'password', text: accountMails.reset, words: { link }, until, ...(createdBy !== undefined && { createdBy }) });
    return link;
  }

  private async mayUsePassword({ id, orgId }: UserRow): Promise<boolean> {
    const { passwordAllowed, emergencyUserId } = await this.policies.of(orgId);
    return passwordAllowed || emergencyUserId === id;
  }
}
