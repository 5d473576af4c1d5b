import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';

/** Whom a passkey is made for: the host, and the address of the page that asks. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The address of the page by the settings, or else the one that the request came to. Who lies about the latter gains nothing:
 * a passkey keeps the host that it was made for, its authenticator signs for no other, and only answers for that host are taken.
 */
export function partyOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>, { pageUrl }: Pick<Settings, 'pageUrl'>): RelyingParty {
  // A browser leaves the usual port out of what it signs, whoever asked with it.
  const address = pageUrl ?? `${protocol}://${host}`;
  if (!URL.canParse(address)) throw new ApiFailure('BAD_REQUEST', 'The Host header is no address.');
  const page = new URL(address);
  return { id: page.hostname, origin: page.origin };
}
