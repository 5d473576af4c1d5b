import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { partyOf } from '../factors/relying-party.js';
import { SignedIn } from '../signed-in.js';
import { AccessTokens } from './access-tokens.js';
import { ClientAuthentication } from './client-authentication.js';
import { readClientCredentials } from './client-credentials.js';
import { OauthFailure } from './oauth-failure.js';

type Form = Readonly<Record<string, string>>;

const METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];

/** OAuth 2: client credentials (RFC 6749, section 4.4), revocation (RFC 7009) and metadata (RFC 8414). Forms are welcome here: nobody's cookie counts. */
@Controller()
export class OauthController {
  constructor(
    private readonly authentication: ClientAuthentication,
    private readonly tokens: AccessTokens,
    private readonly signedIn: SignedIn,
    private readonly settings: Settings,
  ) {}

  @Get('.well-known/oauth-authorization-server')
  metadata(@Req() request: FastifyRequest) {
    const { origin } = partyOf(request, this.settings);
    return {
      issuer: origin, token_endpoint: `${origin}/oauth/token`, revocation_endpoint: `${origin}/oauth/revoke`,
      grant_types_supported: ['client_credentials'], response_types_supported: [],
      token_endpoint_auth_methods_supported: METHODS, revocation_endpoint_auth_methods_supported: METHODS,
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'EdDSA'],
    };
  }

  @Post('oauth/token')
  @HttpCode(200)
  token(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, async () => {
      const form = readForm(body);
      const client = await this.authenticate(request, form);
      if (form['grant_type'] === undefined) throw new OauthFailure('invalid_request', 'grant_type is missing.');
      if (form['grant_type'] !== 'client_credentials') throw new OauthFailure('unsupported_grant_type', 'grant_type has to be client_credentials.');
      const scopes = readScopes(form['scope'], client.permissionSets);
      const { token, seconds } = await this.tokens.issue(client, scopes);
      return { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') };
    });
  }

  @Post('oauth/revoke')
  @HttpCode(200)
  revoke(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, async () => {
      const form = readForm(body);
      const { id } = await this.authenticate(request, form);
      if (form['token'] === undefined) throw new OauthFailure('invalid_request', 'token is missing.');
      await this.tokens.revoke(id, form['token']);
      this.signedIn.forget();
      return {};
    });
  }

  private authenticate(request: FastifyRequest, form: Form) {
    const { origin } = partyOf(request, this.settings);
    return this.authentication.authenticate(readClientCredentials(request.headers, form), [origin, `${origin}/oauth/token`], request.ip);
  }
}

async function answer<Answer>(reply: FastifyReply, work: () => Promise<Answer>): Promise<Answer | { readonly error: string; readonly error_description: string }> {
  reply.header('cache-control', 'no-store');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OauthFailure)) throw error;
    const { code, message, retryAfter } = error;
    reply.code(code === 'invalid_client' ? 401 : code === 'temporarily_unavailable' ? 429 : 400);
    if (code === 'invalid_client') reply.header('www-authenticate', 'Basic realm="guanxi"');
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    return { error: code, error_description: message };
  }
}

/** Every parameter once and not empty, as the standard has it. */
function readForm(body: unknown): Form {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  if (entries.some(([, value]) => typeof value !== 'string')) throw new OauthFailure('invalid_request', 'The body has to be a form with each parameter once.');
  return Object.fromEntries((entries as [string, string][]).filter(([, value]) => value !== ''));
}

/** All that the client has, or the part that it asks for. */
function readScopes(scope: string | undefined, granted: readonly string[]): readonly string[] {
  if (scope === undefined) return granted;
  const wanted = [...new Set(scope.split(' ').filter((name) => name !== ''))];
  const foreign = wanted.filter((name) => !granted.includes(name));
  if (wanted.length === 0 || foreign.length > 0) throw new OauthFailure('invalid_scope', `This client has no such scope: ${foreign.join(', ')}. Its scopes are: ${granted.join(', ')}.`);
  return wanted;
}
