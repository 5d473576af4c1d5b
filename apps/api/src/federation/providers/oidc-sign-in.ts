import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { AuthorizationResponseError, authorizationCodeGrant, buildAuthorizationUrl, buildEndSessionUrl, calculatePKCECodeChallenge, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState, type Configuration } from 'openid-client';
import { Repository } from 'typeorm';
import { Trail } from '../../audit/trail.js';
import { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { Sessions, type NewSession } from '../../identity/sessions.js';
import type { SignInPlace } from '../../identity/sign-in-place.js';
import { isWithin } from '../networks.js';
import { SignInPolicies } from '../sign-in-policies.js';
import { Admission } from './admission.js';
import { OidcFailure } from './oidc-failure.js';
import { ProviderClients } from './provider-clients.js';
import type { Claims } from './read-claims.js';
import type { SignInAttempt } from './sealed-attempts.js';

export const CALLBACK_PATH = '/auth/oidc/callback';

/** Signs people in who come from an identity provider: the code flow of OpenID Connect with PKCE. */
@Injectable()
export class OidcSignIn {
  private readonly logger = new Logger('Single sign-on');

  constructor(
    @InjectRepository(IdentityProviderRow) private readonly providers: Repository<IdentityProviderRow>,
    private readonly clients: ProviderClients,
    private readonly admission: Admission,
    private readonly sessions: Sessions,
    private readonly policies: SignInPolicies,
    private readonly trail: Trail,
  ) {}

  /** Where the browser has to go, and what it has to bring back. `origin` is that of our own page. */
  async start(providerId: string, origin: string, next: string): Promise<{ readonly url: URL; readonly attempt: Omit<SignInAttempt, 'until'> }> {
    const provider = await this.providerOf(providerId);
    const client = await this.open(provider);
    const attempt = { provider: provider.id, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), origin, next };
    const url = buildAuthorizationUrl(client, {
      redirect_uri: `${origin}${CALLBACK_PATH}`,
      response_type: 'code',
      scope: provider.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url, attempt };
  }

  /** `query` is that of the address the provider sent the browser back to. */
  async finish(attempt: SignInAttempt, query: string, place: SignInPlace): Promise<NewSession> {
    const provider = await this.providerOf(attempt.provider);
    try {
      const { addresses } = await this.policies.of(provider.orgId);
      if (!isWithin(place.address, addresses)) throw new OidcFailure('network', 'From outside the allowed networks.');
      const claims = await this.exchange(await this.open(provider), attempt, query);
      const user = await this.admission.admit(provider, claims);
      return await this.sessions.start(user.id, { ...place, method: 'oidc' });
    } catch (error) {
      if (error instanceof OidcFailure) await this.noteFailure(provider, error, place);
      throw error;
    }
  }

  /** Where the browser has to go so that the provider's own session ends too; undefined where it has no such place. */
  async endAddress(providerId: string, origin: string): Promise<URL | undefined> {
    const provider = await this.providers.findOneBy({ id: providerId, active: true, endsThere: true });
    const client = provider && (await this.open(provider).catch(() => undefined));
    if (!client?.serverMetadata().end_session_endpoint) return undefined;
    return buildEndSessionUrl(client, { post_logout_redirect_uri: `${origin}/sign-in` });
  }

  private async providerOf(id: string): Promise<IdentityProviderRow> {
    const provider = /^[0-9a-f-]{36}$/.test(id) ? await this.providers.findOneBy({ id, active: true }) : null;
    if (!provider) throw new OidcFailure('refused', 'There is no such provider, or it is switched off.');
    return provider;
  }

  private open(provider: IdentityProviderRow): Promise<Configuration> {
    return this.clients.open(provider).catch((error: unknown) => {
      this.logger.warn(`${provider.name} (${provider.issuer}) could not be asked: ${describe(error)}`);
      throw new OidcFailure('unreachable', describe(error));
    });
  }

  /** The claims of the ID token, and of the user info where there is some. State, nonce, issuer, audience, times and signature are checked on the way. */
  private async exchange(client: Configuration, { state, nonce, verifier, origin }: SignInAttempt, query: string): Promise<Claims> {
    try {
      const url = new URL(`${CALLBACK_PATH}?${query}`, origin);
      const tokens = await authorizationCodeGrant(client, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims = tokens.claims();
      if (!claims) throw new OidcFailure('refused', 'There was no ID token.');
      const more = client.serverMetadata().userinfo_endpoint ? await fetchUserInfo(client, tokens.access_token, claims.sub) : {};
      return { ...more, ...claims };
    } catch (error) {
      if (error instanceof OidcFailure) throw error;
      if (error instanceof AuthorizationResponseError && error.error === 'access_denied') throw new OidcFailure('cancelled', 'access_denied');
      throw new OidcFailure('refused', describe(error));
    }
  }

  private noteFailure({ id, name, orgId }: IdentityProviderRow, { code, detail }: OidcFailure, { address, userAgent }: SignInPlace): Promise<void> {
    return this.trail.note({
      orgId, actorId: null, kind: 'signInFailed', subject: { kind: 'provider', id, name },
      detail: { method: 'oidc', outcome: code, ...(detail !== undefined && { reason: detail.slice(0, 500) }) }, address, ...(userAgent !== null && { userAgent }),
    });
  }
}

/** With what stands behind it: the library's own words are general. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return cause !== undefined && cause !== error.message ? `${error.message}: ${cause}` : error.message;
}
