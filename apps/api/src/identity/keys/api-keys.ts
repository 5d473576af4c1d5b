import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { grantableNames } from '../../access/granting.js';
import { ApiKeyRow } from '../../database/entities/api-key-row.js';
import { SignInPolicies } from '../../federation/sign-in-policies.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { findSetProblems } from '../find-user-problems.js';
import { accountFaults } from '../identity-wording.js';
import { SignedIn } from '../signed-in.js';
import { hashToken, makeToken } from '../token.js';
import { keyFaults } from './key-wording.js';

/** Recognised by scanners for leaked secrets, and by people. */
const PREFIX = 'guanxi_';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Whoever asks for the longest key has been asking for a moment. */
const LENIENCE = 5 * 60_000;
const LONGEST_OVERLAP_HOURS = 720;

/** Keys for programs; each acts with the rights of the person who made it, or with some of them. */
@Injectable()
export class ApiKeys {
  constructor(
    @InjectRepository(ApiKeyRow) private readonly rows: Repository<ApiKeyRow>,
    private readonly signedIn: SignedIn,
    private readonly models: Models,
    private readonly policies: SignInPolicies,
  ) {}

  /** Newest first; those that work in this org. */
  async list(org: Org, userId: string): Promise<ApiKeyRow[]> {
    const rows = await this.rows.find({ where: { userId, orgId: sandboxId(org) ?? IsNull() }, order: { createdAt: 'desc' } });
    return rows.map(withoutEnded);
  }

  /** The key itself is not kept: this is the only time it is known. Without an end it lasts as long as keys of the org may. */
  async create(org: Org, userId: string, name: string, wantedEnd?: Date, permissionSets?: readonly string[]): Promise<{ key: string; row: ApiKeyRow }> {
    const { model } = await this.models.current(org);
    const { apiKeyDays } = await this.policies.of(org.id);
    refuseProblems({ name, expiresAt: wantedEnd, permissionSets: permissionSets ?? [] }, grantableNames(model), apiKeyDays);
    const expiresAt = wantedEnd ?? (apiKeyDays === null ? undefined : new Date(Date.now() + apiKeyDays * DAY));
    const key = PREFIX + makeToken();
    const row = this.rows.create({ id: uuidv7(), userId, orgId: sandboxId(org), name: name.trim(), keyHash: hashToken(key), previousHash: null, previousUntil: null, createdAt: new Date(), lastUsedAt: null, lastUsedAddress: null, expiresAt: expiresAt ?? null, permissionSets: permissionSets ? [...new Set(permissionSets)].sort() : null });
    await this.rows.insert(row);
    return { key, row };
  }

  /** The key before works for the hours of overlap; one that was still overlapping from an earlier rotation ends, here at once and elsewhere within seconds. */
  async rotate(userId: string, id: string, overlapHours: number): Promise<{ key: string; row: ApiKeyRow }> {
    if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS) throw new InputFailure([{ path: '/overlapHours', code: 'range', said: { ...accountFaults.overlap, words: { limit: String(LONGEST_OVERLAP_HOURS) } } }]);
    const key = PREFIX + makeToken();
    const previousUntil = overlapHours === 0 ? null : new Date(Date.now() + overlapHours * HOUR);
    const previousHash = overlapHours === 0 ? null : () => 'key_hash';
    const { affected } = await this.rows.update({ id, userId }, { keyHash: hashToken(key), previousHash, previousUntil, lastUsedAt: null, lastUsedAddress: null });
    return { key, row: await this.changed(id, affected) };
  }

  async endPrevious(userId: string, id: string): Promise<ApiKeyRow> {
    const { affected } = await this.rows.update({ id, userId }, { previousHash: null, previousUntil: null });
    return this.changed(id, affected);
  }

  async revoke(userId: string, id: string): Promise<ApiKeyRow> {
    const row = await this.rows.findOneBy({ id, userId });
    if (!row) throw new ApiFailure('NOT_FOUND', accountFaults.noKey);
    await this.rows.delete({ id, userId });
    this.signedIn.forget();
    return row;
  }

  private async changed(id: string, affected: number | undefined): Promise<ApiKeyRow> {
    if (!affected) throw new ApiFailure('NOT_FOUND', accountFaults.noKey);
    this.signedIn.forget();
    return withoutEnded(await this.rows.findOneByOrFail({ id }));
  }
}

/** A key before that no longer works is nobody's concern. */
function withoutEnded(row: ApiKeyRow): ApiKeyRow {
  return row.previousUntil !== null && row.previousUntil <= new Date() ? { ...row, previousUntil: null } : row;
}

/** A key made in a sandbox works there and nowhere else. */
function sandboxId(org: Org): string | null {
  return org.sandboxOf === undefined ? null : org.id;
}

interface WantedKey {
  readonly name: string;
  readonly expiresAt: Date | undefined;
  readonly permissionSets: readonly string[];
}

function refuseProblems({ name, expiresAt, permissionSets }: WantedKey, knownSets: readonly string[], longestDays: number | null): void {
  const last = longestDays === null ? Infinity : Date.now() + longestDays * DAY + LENIENCE;
  const problems = [
    ...(name.trim() === '' || name.length > 200 ? [{ path: '/name', code: 'name', said: accountFaults.name }] : []),
    ...(expiresAt && expiresAt <= new Date() ? [{ path: '/expiresAt', code: 'past', said: accountFaults.keyPast }] : []),
    ...(expiresAt && expiresAt.getTime() > last ? [{ path: '/expiresAt', code: 'tooLong', said: { ...keyFaults.tooLong, words: { days: String(longestDays) } } }] : []),
    ...findSetProblems(permissionSets, knownSets),
  ];
  if (problems.length > 0) throw new InputFailure(problems);
}
