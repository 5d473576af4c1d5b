import type { FastifyRequest } from 'fastify';

/** Whom a passkey is made for: the host, and the address of the page that asks. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The place that the page was fetched from. Nothing is lost when a proxy lies about it: a passkey keeps the host that it was
 * made for, its authenticator signs for no other, and only answers for that host are taken.
 */
export function partyOf({ protocol, host, hostname }: Pick<FastifyRequest, 'protocol' | 'host' | 'hostname'>): RelyingParty {
  return { id: hostname, origin: `${protocol}://${host}` };
}
