import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { LessThan, Repository } from 'typeorm';
import { validate as isId } from 'uuid';
import { ClientAssertionRow } from '../../database/entities/client-assertion-row.js';
import { OauthClientRow } from '../../database/entities/oauth-client-row.js';
import { Attempts } from '../attempts.js';
import { hashToken } from '../token.js';
import type { ClientCredentials } from './client-credentials.js';
import { OauthFailure } from './oauth-failure.js';

/** Neither `none` nor what a public key could be taken for the secret of. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'EdDSA', 'Ed25519'];
const LONGEST_ASSERTION_SECONDS = 600;
const CLOCK_SECONDS = 30;

/** Whom an assertion has to be addressed to. */
export type Audience = readonly string[];

/** Makes sure that a client is who it says. */
@Injectable()
export class ClientAuthentication {
  constructor(
    @InjectRepository(OauthClientRow) private readonly clients: Repository<OauthClientRow>,
    @InjectRepository(ClientAssertionRow) private readonly assertions: Repository<ClientAssertionRow>,
    private readonly attempts: Attempts,
  ) {}

  /** Fails with `invalid_client` without saying what was wrong, or with `temporarily_unavailable` after too many failures. */
  async authenticate(shown: ClientCredentials, audience: Audience, address: string): Promise<OauthClientRow> {
    const attempt = { address, account: `client:${shown.clientId}` };
    const { waitSeconds } = await this.attempts.begin(attempt);
    if (waitSeconds !== undefined) throw new OauthFailure('temporarily_unavailable', 'Too many attempts did not succeed. Try again later.', waitSeconds);
    const client = isId(shown.clientId) ? await this.clients.findOneBy({ id: shown.clientId }) : null;
    const isRight = shown.method === 'secret' ? isSecret(client, shown.secret) : client !== null && (await this.isAssertion(client, shown.assertion, audience));
    if (!client || !isRight || (client.expiresAt !== null && client.expiresAt <= new Date())) throw new OauthFailure('invalid_client', 'The client is unknown, has expired, or did not prove who it is.');
    await this.attempts.forgive(attempt);
    await this.clients.update({ id: client.id }, { lastUsedAt: new Date(), lastUsedAddress: address });
    return client;
  }

  private async isAssertion({ id, publicKeys }: OauthClientRow, assertion: string, audience: Audience): Promise<boolean> {
    if (!publicKeys) return false;
    try {
      const { payload } = await jwtVerify(assertion, createLocalJWKSet(publicKeys), {
        algorithms: ALGORITHMS, issuer: id, subject: id, audience: [...audience], clockTolerance: CLOCK_SECONDS, requiredClaims: ['exp', 'jti'],
      });
      const { exp = 0, jti } = payload;
      if (typeof jti !== 'string' || exp > Date.now() / 1_000 + LONGEST_ASSERTION_SECONDS + CLOCK_SECONDS) return false;
      return await this.isFirstUse(`${id} ${jti}`, new Date((exp + CLOCK_SECONDS) * 1_000));
    } catch {
      return false;
    }
  }

  /** Kept until nobody could show it any more. */
  private async isFirstUse(name: string, expiresAt: Date): Promise<boolean> {
    await this.assertions.delete({ expiresAt: LessThan(new Date()) });
    const idHash = createHash('sha256').update(name).digest('hex');
    const { raw } = await this.assertions.createQueryBuilder().insert().values({ idHash, expiresAt }).orIgnore().returning('id_hash').execute();
    return (raw as readonly unknown[]).length === 1;
  }
}

/** As long for a client that there is not as for a wrong secret. */
function isSecret(client: OauthClientRow | null, secret: string): boolean {
  const shown = Buffer.from(hashToken(secret));
  const isEqual = (hash: string) => timingSafeEqual(shown, Buffer.from(hash));
  const isPresent = isEqual(client?.secretHash ?? hashToken(''));
  const isPrevious = isEqual(client?.previousHash ?? hashToken(''));
  if (!client) return false;
  return isPresent || (isPrevious && client.previousHash !== null && client.previousUntil !== null && client.previousUntil > new Date());
}
