import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { SessionRow } from '../database/entities/session-row.js';
import { UserRow } from '../database/entities/user-row.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Attempts } from './attempts.js';
import { accountFaults } from './identity-wording.js';
import { hashPassword, verifyPassword } from './password.js';
import { SignedIn } from './signed-in.js';
import { hashToken, makeToken } from './token.js';

const SESSION_DAYS = 14;

export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes sessions out of e-mail and password, and ends them. */
@Injectable()
export class SignIn implements OnModuleInit {
  private readonly attempts = new Attempts();
  /** Checked when there is no such person, so that the answer takes equally long. */
  private nobodysHash = '';

  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    @InjectRepository(SessionRow) private readonly sessions: Repository<SessionRow>,
    private readonly signedIn: SignedIn,
  ) {}

  async onModuleInit(): Promise<void> {
    this.nobodysHash = await hashPassword(makeToken());
  }

  /** Fails with `UNAUTHENTICATED` without saying what was wrong, or with `RATE_LIMITED`. */
  async signIn(email: string, password: string, address: string): Promise<NewSession> {
    const account = email.trim().toLowerCase();
    this.begin(address, account);
    const user = await this.users.findOne({ where: { email: account }, select: { id: true, active: true, passwordHash: true } });
    const matches = await verifyPassword(password, user?.passwordHash ?? this.nobodysHash);
    if (!user?.active || !matches) throw new ApiFailure('UNAUTHENTICATED', accountFaults.noMatch);
    this.attempts.forgive(address, account);
    return this.startSession(user.id);
  }

  /** Whether a signed-in person knows their own password; guessing is limited like signing in. */
  async isPassword(userId: string, password: string, address: string): Promise<boolean> {
    this.begin(address, userId);
    const user = await this.users.findOne({ where: { id: userId }, select: { id: true, passwordHash: true } });
    const matches = user !== null && (await verifyPassword(password, user.passwordHash));
    if (matches) this.attempts.forgive(address, userId);
    return matches;
  }

  async signOut(token: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashToken(token) });
    this.signedIn.forget();
  }

  private begin(address: string, account: string): void {
    const { waitSeconds } = this.attempts.begin(address, account);
    if (waitSeconds === undefined) return;
    const minutes = Math.ceil(waitSeconds / 60);
    throw new ApiFailure('RATE_LIMITED', { ...accountFaults.tooMany, words: { minutes: String(minutes) } }, { retryAfter: waitSeconds });
  }

  private async startSession(userId: string): Promise<NewSession> {
    const now = new Date();
    const token = makeToken();
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
    await this.sessions.delete({ userId, expiresAt: LessThan(now) });
    await this.sessions.insert({ tokenHash: hashToken(token), userId, createdAt: now, expiresAt });
    await this.users.update({ id: userId }, { lastSignInAt: now });
    return { token, expiresAt };
  }
}
