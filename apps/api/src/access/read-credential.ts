import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'guanxi_session';
/** Only our own page can send it along with a cookie; a form on another site cannot. */
export const PAGE_HEADER = 'x-guanxi-request';

export type Credential = NonNullable<FastifyRequest['credential']>;

/** A key wins over a cookie. */
export function readCredential(request: FastifyRequest): Credential | undefined {
  const key = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key) return { kind: 'key', token: key };
  const token = request.cookies[SESSION_COOKIE];
  return token ? { kind: 'session', token } : undefined;
}

/** True when a browser might have been lured into sending the request with its cookie. */
export function mayBeForged(request: FastifyRequest, credential: Credential | undefined): boolean {
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  return changes && credential?.kind === 'session' && request.headers[PAGE_HEADER] !== '1';
}
