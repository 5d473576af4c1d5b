import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Not, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SessionRow, type SignInMethod } from '../database/entities/session-row.js';
import { UserRow } from '../database/entities/user-row.js';
import { federationFaults } from '../federation/federation-wording.js';
import { isWithin } from '../federation/networks.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CredentialMails } from './credential-mails.js';
import { Devices } from './devices.js';
import type { SignInPlace } from './sign-in-place.js';
import { SignedIn } from './signed-in.js';
import { SignIns } from './sign-ins.js';
import { hashToken, makeToken } from './token.js';

export interface NewSession {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
  /** Token of the device; there is none when a token is exchanged. */
  readonly device?: string;
}

/** How somebody has shown who they are. */
export interface SessionStart extends SignInPlace {
  readonly method: SignInMethod;
  /** Kind of the second factor. */
  readonly factor?: string;
}

const HOUR = 3_600_000;
/** Requests that were under way when a token was exchanged still come with the one before. */
const EXCHANGE_MILLISECONDS = 60_000;

/** The sessions of people: whoever lets somebody in starts one here. */
@Injectable()
export class Sessions {
  constructor(
    @InjectRepository(SessionRow) private readonly rows: Repository<SessionRow>,
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly policies: SignInPolicies,
    private readonly devices: Devices,
    private readonly signIns: SignIns,
    private readonly signedIn: SignedIn,
    private readonly mails: CredentialMails,
  ) {}

  /** For somebody who has shown who they are, by everything that their org asks for. */
  async start(userId: string, { method, factor, ...place }: SessionStart): Promise<NewSession> {
    const now = new Date();
    const user = await this.users.findOneOrFail({ where: { id: userId }, select: { id: true, orgId: true, name: true, email: true, locale: true, timeZone: true } });
    const { orgId } = user;
    const { sessionHours, addresses } = await this.policies.of(orgId);
    if (!isWithin(place.address, addresses)) throw new ApiFailure('FORBIDDEN', { ...federationFaults.outside, words: { address: place.address } });
    const session = { id: uuidv7(), token: makeToken(), expiresAt: new Date(now.getTime() + sessionHours * HOUR) };
    const { address, userAgent } = place;
    await this.rows.delete({ userId, expiresAt: LessThan(now) });
    await this.rows.insert({ id: session.id, tokenHash: hashToken(session.token), userId, createdAt: now, lastSeenAt: now, expiresAt: session.expiresAt, method, address, userAgent });
    await this.users.update({ id: userId }, { lastSignInAt: now, invitedAt: null });
    await this.signIns.note({ userId, outcome: 'signedIn', method, ...(factor !== undefined && { factor }), place });
    const { token: device, isNew } = await this.devices.remember(place.device, userId);
    if (isNew) this.mails.tell(user, 'newDevice', address);
    return { ...session, device };
  }

  /** Those that go on, the one last used first. */
  async list(userId: string): Promise<readonly SessionRow[]> {
    const [now, user] = [Date.now(), await this.users.findOne({ where: { id: userId }, select: { orgId: true } })];
    if (!user) return [];
    const { idleMinutes } = await this.policies.of(user.orgId);
    const rows = await this.rows.find({ where: { userId }, order: { lastSeenAt: 'desc', id: 'desc' } });
    return rows.filter(({ expiresAt, lastSeenAt }) => expiresAt.getTime() > now && lastSeenAt.getTime() + idleMinutes * 60_000 > now);
  }

  /** False when the person has no such session. */
  async end(userId: string, id: string): Promise<boolean> {
    const { affected } = await this.rows.delete({ userId, id });
    this.signedIn.forget();
    return (affected ?? 0) > 0;
  }

  /** The one of this token, or of the one that it was exchanged for. Answers whose it was. */
  async endByToken(token: string): Promise<SessionRow | undefined> {
    const tokenHash = hashToken(token);
    const session = await this.rows.findOneBy([{ tokenHash }, { previousHash: tokenHash }]);
    if (session) await this.rows.delete({ id: session.id });
    this.signedIn.forget();
    return session ?? undefined;
  }

  /** All of a person, but for the one with this token. Answers how many. */
  async endAll(userId: string, keepToken?: string): Promise<number> {
    const { affected } = await this.rows.delete({ userId, ...(keepToken !== undefined && { tokenHash: Not(hashToken(keepToken)) }) });
    this.signedIn.forget();
    return affected ?? 0;
  }

  /** Another token for the same session, where what its holder may do or has to show has changed. Undefined when it is over. */
  async exchange(token: string): Promise<NewSession | undefined> {
    const session = await this.rows.findOneBy({ tokenHash: hashToken(token) });
    if (!session) return undefined;
    const next = makeToken();
    const { affected } = await this.rows.update({ id: session.id, tokenHash: session.tokenHash }, {
      tokenHash: hashToken(next), previousHash: session.tokenHash, previousUntil: new Date(Date.now() + EXCHANGE_MILLISECONDS), stale: false,
    });
    return affected ? { id: session.id, token: next, expiresAt: session.expiresAt } : undefined;
  }

  /** Its token is from before its person's rights were changed. */
  isStale(token: string): Promise<boolean> {
    return this.rows.existsBy({ tokenHash: hashToken(token), stale: true });
  }
}
