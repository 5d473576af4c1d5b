import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { grantableNames, refuseChanging, refuseGranting } from '../access/granting.js';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import { isMailAddress } from '../config/mailbox.js';
import { UserRow } from '../database/entities/user-row.js';
import { ApiFailure, InputFailure, type SaidProblem } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { MailSettings } from '../mail/mail-settings.js';
import { findPlaceProblems } from '../people/find-place-problems.js';
import { AccountMails } from './account-mail.js';
import { accountMails, credentialFaults } from './account-wording.js';
import { findUserProblems } from './find-user-problems.js';
import { accountFaults } from './identity-wording.js';
import { Tickets } from './tickets.js';
import { hashToken } from './token.js';
import { Users } from './users.js';

export interface Invitee {
  readonly email: string;
  readonly name?: string;
}

export interface InvitationWish {
  readonly people: readonly Invitee[];
  readonly permissionSets: readonly string[];
  readonly role?: string;
  readonly teams: readonly string[];
  /** BCP 47. */
  readonly locale?: string;
}

/** What became of one address. */
export interface Invited {
  readonly email: string;
  readonly user?: UserRow;
  /** Where no mail goes out: to be handed over by whoever invites; it is known only now. */
  readonly link?: string;
  readonly problems: readonly SaidProblem[];
}

export const MOST_INVITED = 200;
const DAYS = 7;

/** People who are asked in: they have an account, and no password until they accept. */
@Injectable()
export class Invitations {
  constructor(
    @InjectRepository(UserRow) private readonly rows: Repository<UserRow>,
    private readonly users: Users,
    private readonly models: Models,
    private readonly tickets: Tickets,
    private readonly mails: AccountMails,
    private readonly mailSettings: MailSettings,
    private readonly trail: Trail,
  ) {}

  /** Each address by itself: what is wrong with one keeps none of the others. `origin`: where the page is. */
  async invite(actor: Actor, wish: InvitationWish, origin: string): Promise<readonly Invited[]> {
    await this.refuseWish(actor, wish);
    const outcomes: Invited[] = [];
    const seen = new Set<string>();
    for (const invitee of wish.people) {
      const email = invitee.email.trim().toLowerCase();
      const problem = !isMailAddress(email) ? wrong('email', credentialFaults.address, invitee.email.trim()) : seen.has(email) ? wrong('twice', credentialFaults.twice, email) : undefined;
      seen.add(email);
      outcomes.push(problem ? { email: invitee.email.trim(), problems: [problem] } : await this.inviteOne(actor, { ...invitee, email }, wish, origin));
    }
    return outcomes;
  }

  /** Another mail with another link; the ones before are of no use any more. */
  async resend(actor: Actor, userId: string, origin: string): Promise<Invited> {
    const user = await this.findInvited(actor, userId);
    const active = user.active ? user : await this.users.update(actor.org, userId, { active: true });
    return this.send(actor, active, origin);
  }

  /** Whoever was invited cannot accept any more; records that are theirs already stay. */
  async revoke(actor: Actor, userId: string): Promise<UserRow> {
    const user = await this.findInvited(actor, userId);
    await this.tickets.drop(user.id, ['invitation']);
    const revoked = await this.users.update(actor.org, user.id, { active: false });
    await this.trail.note({ orgId: actor.org.id, actorId: actor.userId, kind: 'userDeactivated', subject: subjectOf(user), detail: { invitation: true } });
    return revoked;
  }

  private async inviteOne(actor: Actor, { email, name }: Invitee, wish: InvitationWish, origin: string): Promise<Invited> {
    const known = await this.rows.findOneBy({ email });
    const isOurs = known?.orgId === actor.org.id && known.invitedAt !== null;
    if (known && isOurs && known.active) return { email, user: known, problems: [wrong('invited', credentialFaults.alreadyInvited, email)] };
    if (known && !isOurs) return { email, problems: [wrong('taken', accountFaults.taken, email)] };
    try {
      const user = known ? await this.users.update(actor.org, known.id, {
        active: true, permissionSets: wish.permissionSets, role: wish.role ?? null, teams: wish.teams, ...(wish.locale !== undefined && { locale: wish.locale }),
      }) : await this.users.create(actor.org, {
        email, name: name?.trim() || nameFrom(email), permissionSets: wish.permissionSets, teams: wish.teams,
        ...(wish.role !== undefined && { role: wish.role }), ...(wish.locale !== undefined && { locale: wish.locale }),
      });
      return await this.send(actor, user, origin);
    } catch (error) {
      if (error instanceof InputFailure) return { email, problems: error.problems };
      throw error;
    }
  }

  private async send(actor: Actor, user: UserRow, origin: string): Promise<Invited> {
    await this.tickets.drop(user.id, ['invitation']);
    const token = await this.tickets.make(user.id, 'invitation', DAYS * 1_440);
    const link = `${origin}/invitation#${token}`;
    const by = await this.users.find(actor.org, actor.userId);
    await this.trail.note({ orgId: actor.org.id, actorId: actor.userId, kind: 'invited', subject: subjectOf(user), detail: { permissionSets: [...user.permissionSets] } });
    if (!(await this.mailSettings.server(actor.org))) return { email: user.email, user, link, problems: [] };
    await this.mails.write(actor.org, user, {
      key: `invitation:${hashToken(token).slice(0, 32)}`, kind: 'invitation', text: accountMails.invitation, words: { by: by?.name ?? actor.org.name, link },
      until: new Date(Date.now() + DAYS * 86_400_000), createdBy: actor.userId,
    });
    return { email: user.email, user, problems: [] };
  }

  private async refuseWish({ org, access }: Actor, { people, permissionSets, role, teams, locale }: InvitationWish): Promise<void> {
    if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', accountFaults.inSandbox);
    const { model } = await this.models.current(org);
    refuseGranting(model, access, [], permissionSets);
    const problems = [
      ...(people.length === 0 || people.length > MOST_INVITED ? [{ path: '/people', code: 'count', said: { ...credentialFaults.nobody, words: { most: String(MOST_INVITED) } } }] : []),
      ...findUserProblems({ permissionSets, ...(locale !== undefined && { locale }) }, grantableNames(model), { shortest: 0, known: [] }),
      ...findPlaceProblems({ people: [], everybody: new Map(), changes: { teams, ...(role !== undefined && { role }) }, model }),
    ];
    if (problems.length > 0) throw new InputFailure(problems);
  }

  private async findInvited({ org, access }: Actor, userId: string): Promise<UserRow> {
    const user = await this.users.find(org, userId);
    if (!user) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    refuseChanging((await this.models.current(org)).model, access, user);
    if (user.invitedAt === null) throw new ApiFailure('CONFLICT', { ...credentialFaults.notInvited, words: { name: user.name } });
    return user;
  }
}

function subjectOf({ id, name }: UserRow) {
  return { kind: 'user', id, name } as const;
}

function wrong(code: string, said: SaidProblem['said'], email: string): SaidProblem {
  return { path: '/email', code, said: { ...said, words: { email } } };
}

/** `ada.lovelace@example.com` is Ada Lovelace until she says otherwise. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? email).split(/[._+-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}
