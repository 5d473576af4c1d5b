import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claims of accounts by subject; they may be changed at any time. */
  readonly accounts: Map<string, Record<string, unknown>>;
  /** The subject that whoever comes to the login page signs in as; null: they go back with "cancel". */
  person: string | null;
  /** What is done to answers of the token endpoint on their way; given back as they shall be. */
  tamper: ((answer: Record<string, unknown>) => Promise<Record<string, unknown>> | Record<string, unknown>) | undefined;
  /** A token with the provider's own signature. */
  sign(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID provider on a free port of this machine, whose login and consent pages press their own buttons. */
export async function startOidcServer(redirectAddress: string): Promise<OidcServer> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test' };
  const told: OidcServer = {
    issuer,
    clientId: 'guanxi',
    clientSecret: 'a secret: of & the client/+',
    accounts: new Map(),
    person: null,
    tamper: undefined,
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(privateKey),
    close: () => new Promise((resolve) => {
      http.closeAllConnections();
      http.close(() => resolve());
    }),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: told.clientId, client_secret: told.clientSecret, redirect_uris: [redirectAddress], post_logout_redirect_uris: [new URL('/sign-in', redirectAddress).href] }],
    jwks: { keys: [key] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups', 'realm_access'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...told.accounts.get(id) }) }),
  });
  provider.use(async (context: KoaContextWithOIDC, next) => {
    await next();
    if (context.path === '/token' && told.tamper && context.status === 200) context.body = await told.tamper(context.body as Record<string, unknown>);
  });
  const answer = provider.callback();
  http.on('request', (request, response) => void (request.url?.startsWith('/interaction/') ? interact(provider, told, request, response) : answer(request, response)));
  return told;
}

async function interact(provider: Provider, { clientId, person }: OidcServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (person === null) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'Cancelled' });
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: person, remember: false } });
  const grant = new provider.Grant({ accountId: person, clientId });
  grant.addOIDCScope(String(params['scope']));
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}
