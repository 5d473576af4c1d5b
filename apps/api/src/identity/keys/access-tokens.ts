import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThan, Repository } from 'typeorm';
import { AccessTokenRow } from '../../database/entities/access-token-row.js';
import type { OauthClientRow } from '../../database/entities/oauth-client-row.js';
import { hashToken, makeToken } from '../token.js';

/** Told apart from keys by its beginning, by us and by scanners for leaked secrets. */
const PREFIX = 'guanxiat_';
const SECONDS = 3_600;

export interface IssuedToken {
  readonly token: string;
  readonly seconds: number;
}

/** What clients show with each request: random, kept as hashes, over after an hour or at once when the client is removed. */
@Injectable()
export class AccessTokens {
  constructor(@InjectRepository(AccessTokenRow) private readonly rows: Repository<AccessTokenRow>) {}

  async issue({ id, expiresAt }: OauthClientRow, scopes: readonly string[]): Promise<IssuedToken> {
    const now = new Date();
    const token = PREFIX + makeToken();
    const end = new Date(Math.min(now.getTime() + SECONDS * 1_000, expiresAt?.getTime() ?? Infinity));
    await this.rows.delete({ expiresAt: LessThan(now) });
    await this.rows.insert({ tokenHash: hashToken(token), clientId: id, scopes: [...scopes], createdAt: now, expiresAt: end });
    return { token, seconds: Math.floor((end.getTime() - now.getTime()) / 1_000) };
  }

  /** The token's row with its client; undefined when it is unknown or over. */
  async find(token: string): Promise<AccessTokenRow | undefined> {
    const now = new Date();
    const row = await this.rows.findOne({ where: { tokenHash: hashToken(token), expiresAt: MoreThan(now) }, relations: { client: true } });
    return row && (row.client.expiresAt === null || row.client.expiresAt > now) ? row : undefined;
  }

  /** Of one client; nothing happens with a token of another (RFC 7009). */
  async revoke(clientId: string, token: string): Promise<void> {
    await this.rows.delete({ clientId, tokenHash: hashToken(token) });
  }

  async revokeAll(clientId: string): Promise<void> {
    await this.rows.delete({ clientId });
  }
}

export function isAccessToken(token: string): boolean {
  return token.startsWith(PREFIX);
}
