import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { AccessTokenRow } from '../database/entities/access-token-row.js';
import { ApiKeyRow } from '../database/entities/api-key-row.js';
import { OrgRow } from '../database/entities/org-row.js';
import { SessionRow } from '../database/entities/session-row.js';
import { KeptFresh } from '../database/kept-fresh.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { AccessTokens, isAccessToken } from './keys/access-tokens.js';
import { BY_KEY, BY_SESSION, BY_USER, personOf, type FoundKey, type FoundPerson, type FoundSession } from './person-statements.js';
import { hashToken } from './token.js';

/** Sign-out, deactivation and changed rights reach every process within this time. */
const BELIEVED_MILLISECONDS = 2_000;
const LAST_USED_PRECISION = 60_000;

export interface SignedInPerson {
  readonly orgId: string;
  readonly userId: string;
  readonly permissionSets: readonly string[];
  readonly partner: boolean;
  /** Of a limited key: the permission sets beyond which it may do nothing. */
  readonly within?: readonly string[];
  readonly locale: string;
  readonly timeZone: string;
}

/** At once where it is known. */
type Known = SignedInPerson | undefined | Promise<SignedInPerson | undefined>;

/** Who stands behind a session token or an API key, as of a moment ago. */
@Injectable()
export class SignedIn {
  private readonly people = new KeptFresh<SignedInPerson | undefined>(20_000, BELIEVED_MILLISECONDS);

  constructor(
    @InjectRepository(SessionRow) private readonly sessions: Repository<SessionRow>,
    @InjectRepository(ApiKeyRow) private readonly keys: Repository<ApiKeyRow>,
    @InjectRepository(OrgRow) private readonly orgs: Repository<OrgRow>,
    private readonly policies: SignInPolicies,
    private readonly tokens: AccessTokens,
  ) {}

  bySession(token: string): Known {
    // By the token itself: hashing it again for every request would cost more than the look-up.
    return this.people.find(`session:${token}`, async () => {
      const now = new Date();
      const [session] = await this.sessions.query<FoundSession[]>(BY_SESSION, [hashToken(token), now]);
      if (!session || session.expiresAt <= now || (await this.isIdle(session, now))) return undefined;
      await this.noteSeen(session, now);
      return personOf(session);
    });
  }

  /** A key of a person, or what a client was given for an hour. `address`: where it is used from. */
  byKey(key: string, address?: string): Known {
    return this.people.find(`key:${key}`, async () => {
      if (isAccessToken(key)) return this.client(await this.tokens.find(key));
      const now = new Date();
      const [found] = await this.keys.query<FoundKey[]>(BY_KEY, [hashToken(key), now]);
      if (!found || (found.expiresAt && found.expiresAt <= now)) return undefined;
      await this.noteUse(found, address);
      const person = personOf(found);
      return person && { ...person, ...(found.within && { within: found.within }) };
    });
  }

  byUser(orgId: string, userId: string): Known {
    return this.people.find(`user:${orgId}:${userId}`, async () => {
      const [found] = await this.orgs.query<FoundPerson[]>(BY_USER, [orgId, userId]);
      return found && personOf(found);
    });
  }

  /** On this process at once; the others follow when their memory runs out. */
  forget(): void {
    this.people.forget();
  }

  /** With the part of its permission sets that the token was asked for. */
  private async client(found: AccessTokenRow | undefined): Promise<SignedInPerson | undefined> {
    const org = found && (await this.orgs.findOneBy({ id: found.client.orgId }));
    if (!org) return undefined;
    const permissionSets = found.scopes.filter((scope) => found.client.permissionSets.includes(scope));
    return { orgId: org.id, userId: found.client.id, permissionSets, partner: false, locale: org.locale, timeZone: org.timeZone };
  }

  /** By the policy of today, whatever it was when the session started. */
  private async isIdle({ homeId, lastSeenAt, createdAt }: FoundSession, now: Date): Promise<boolean> {
    const { idleMinutes, sessionHours } = await this.policies.of(homeId);
    return now.getTime() - lastSeenAt.getTime() > idleMinutes * 60_000 || now.getTime() - createdAt.getTime() > sessionHours * 3_600_000;
  }

  private async noteSeen({ id, lastSeenAt }: FoundSession, now: Date): Promise<void> {
    if (now.getTime() - lastSeenAt.getTime() < LAST_USED_PRECISION) return;
    await this.sessions.update({ id }, { lastSeenAt: now });
  }

  private async noteUse({ id, lastUsedAt, lastUsedAddress }: FoundKey, address = lastUsedAddress): Promise<void> {
    const now = new Date();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < LAST_USED_PRECISION && address === lastUsedAddress) return;
    await this.keys.update({ id }, { lastUsedAt: now, lastUsedAddress: address });
  }
}
