import type { IncomingHttpHeaders } from 'node:http';
import { OauthFailure } from './oauth-failure.js';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How a client says who it is. */
export type ClientCredentials =
  | { readonly method: 'secret'; readonly clientId: string; readonly secret: string }
  | { readonly method: 'assertion'; readonly clientId: string; readonly assertion: string };

/** Reads them out of a request: in its header, in its body, or as a signed statement, and in one of these ways only. */
export function readClientCredentials({ authorization }: IncomingHttpHeaders, body: Readonly<Record<string, string>>): ClientCredentials {
  const basic = authorization === undefined ? undefined : readBasic(authorization);
  const { client_id: id, client_secret: secret, client_assertion: assertion, client_assertion_type: type } = body;
  const found: ClientCredentials[] = [
    ...(basic ? [basic] : []),
    ...(secret !== undefined ? [{ method: 'secret' as const, clientId: id ?? '', secret }] : []),
    ...(assertion !== undefined ? [{ method: 'assertion' as const, clientId: id ?? issuerOf(assertion), assertion }] : []),
  ];
  const [one] = found;
  if (!one) throw new OauthFailure('invalid_client', 'The client has to say who it is: by HTTP Basic, by client_id and client_secret, or by client_assertion.');
  if (found.length > 1) throw new OauthFailure('invalid_request', 'The client says who it is in more than one way.');
  if (one.method === 'assertion' && type !== ASSERTION_TYPE) throw new OauthFailure('invalid_request', `client_assertion_type has to be ${ASSERTION_TYPE}.`);
  if (id !== undefined && id !== one.clientId) throw new OauthFailure('invalid_request', 'client_id names another client than the one that authenticates.');
  return one;
}

/** Both halves are encoded as in a form before they are joined (RFC 6749, section 2.3.1). */
function readBasic(authorization: string): ClientCredentials {
  const encoded = /^Basic\s+([\w+/=-]+)$/i.exec(authorization)?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/.exec(encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (id === undefined || secret === undefined) throw new OauthFailure('invalid_client', 'The Authorization header is no HTTP Basic.');
  return { method: 'secret', clientId: decode(id), secret: decode(secret) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Unproven: it only says which client's keys to look at. */
function issuerOf(assertion: string): string {
  try {
    const { iss } = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8')) as { readonly iss?: unknown };
    return typeof iss === 'string' ? iss : '';
  } catch {
    return '';
  }
}
