import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Trail } from '../audit/trail.js';
import type { SignInMethod } from '../database/entities/session-row.js';
import type { SignInOutcome } from '../database/entities/sign-in-row.js';
import { UserRow } from '../database/entities/user-row.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Aside } from './aside.js';
import { Attempts, type Attempt } from './attempts.js';
import { Devices } from './devices.js';
import { Factors, type FactorKind } from './factors/factors.js';
import { FactorsView } from './factors/factors-view.js';
import { accountFaults } from './identity-wording.js';
import { hashPassword, isWeaker, verifyPassword } from './password.js';
import { Sessions, type NewSession } from './sessions.js';
import type { SignInPlace } from './sign-in-place.js';
import { SignIns } from './sign-ins.js';
import { SignInWarnings } from './sign-in-warnings.js';
import { Tickets } from './tickets.js';
import { makeToken } from './token.js';

/** A session, or what has to be shown before there is one: a second factor, or one that is to be set up first. */
export type SignInResult =
  | { readonly session: NewSession }
  | { readonly step: 'factor' | 'enrol'; readonly ticket: string; readonly factors: readonly FactorKind[] };

/** To show or set up a second factor. */
const TICKET_MINUTES = 10;

type Account = Pick<UserRow, 'id' | 'orgId' | 'active' | 'passwordHash' | 'permissionSets'>;

const ACCOUNT = { id: true, orgId: true, active: true, passwordHash: true, permissionSets: true } as const;

/** Lets people in who know their password. */
@Injectable()
export class SignIn implements OnModuleInit {
  /** Checked when there is no such person, so that the answer takes equally long. */
  private nobodysHash = '';

  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly devices: Devices,
    private readonly signIns: SignIns,
    private readonly policies: SignInPolicies,
    private readonly factors: Factors,
    private readonly factorsView: FactorsView,
    private readonly tickets: Tickets,
    private readonly warnings: SignInWarnings,
    private readonly aside: Aside,
    private readonly trail: Trail,
  ) {}

  async onModuleInit(): Promise<void> {
    this.nobodysHash = await hashPassword(makeToken());
  }

  /** Fails with `UNAUTHENTICATED` without saying what was wrong, or with `RATE_LIMITED`. */
  async signIn(email: string, password: string, place: SignInPlace): Promise<SignInResult> {
    const account = email.trim().toLowerCase();
    const device = await this.devices.find(place.device, account);
    const attempt: Attempt = { address: place.address, account, ...(device && { device }) };
    const failures = await this.begin(attempt);
    const user = await this.users.findOne({ where: { email: account }, select: ACCOUNT });
    const matches = await verifyPassword(password, user?.passwordHash ?? this.nobodysHash);
    if (!user || !user.active || !matches || !(await this.mayUsePassword(user))) {
      if (user) this.aside.run('Noting a failed sign-in', () => this.noteFailure(user, matches ? 'refused' : 'wrongPassword', place, failures));
      throw new ApiFailure('UNAUTHENTICATED', accountFaults.noMatch);
    }
    await this.attempts.forgive(attempt);
    if (isWeaker(user.passwordHash)) await this.users.update({ id: user.id }, { passwordHash: await hashPassword(password) });
    return this.letIn(user, 'password', place);
  }

  /** For who has shown who they are: the session, or the step that is still missing. */
  async letIn(user: Pick<UserRow, 'id' | 'orgId' | 'permissionSets'>, method: SignInMethod, place: SignInPlace): Promise<SignInResult> {
    const factors = await this.factors.of(user.id);
    const step = factors.length > 0 ? 'factor' : (await this.factorsView.isRequired(user)) ? 'enrol' : undefined;
    if (step === undefined) return { session: await this.sessions.start(user.id, { ...place, method }) };
    return { step, ticket: await this.tickets.make(user.id, step, TICKET_MINUTES, { method }), factors };
  }

  /** Whether a signed-in person knows their own password; guessing is limited like signing in. */
  async isPassword(userId: string, password: string, address: string): Promise<boolean> {
    const attempt = { address, account: `password:${userId}` };
    await this.begin(attempt);
    const user = await this.users.findOne({ where: { id: userId }, select: { id: true, passwordHash: true } });
    const matches = user?.passwordHash != null && (await verifyPassword(password, user.passwordHash));
    if (matches) await this.attempts.forgive(attempt);
    return matches;
  }

  async signOut(token: string, { address, userAgent }: SignInPlace): Promise<void> {
    const session = await this.sessions.endByToken(token);
    const user = session && (await this.users.findOneBy({ id: session.userId }));
    if (user) await this.trail.note({ orgId: user.orgId, actorId: user.id, kind: 'signedOut', subject: { kind: 'user', id: user.id, name: user.name }, address, ...(userAgent !== null && { userAgent }) });
  }

  private async noteFailure(user: Account, outcome: SignInOutcome, place: SignInPlace, failures: number): Promise<void> {
    await this.signIns.note({ userId: user.id, outcome, method: 'password', place });
    if (user.active) await this.warnings.consider(user.id, failures);
  }

  private async mayUsePassword({ id, orgId }: Account): Promise<boolean> {
    const { passwordAllowed, emergencyUserId } = await this.policies.of(orgId);
    return passwordAllowed || emergencyUserId === id;
  }

  /** Answers how often strangers have failed at the account lately. */
  private async begin(attempt: Attempt): Promise<number> {
    const { waitSeconds, failures } = await this.attempts.begin(attempt);
    if (waitSeconds !== undefined) throw tooManyAttempts(waitSeconds);
    return failures;
  }
}

export function tooManyAttempts(waitSeconds: number): ApiFailure {
  return new ApiFailure('RATE_LIMITED', { ...accountFaults.tooMany, words: { minutes: String(Math.ceil(waitSeconds / 60)) } }, { retryAfter: waitSeconds });
}
