import type { IncomingHttpHeaders } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import './request-actor.js';

export const SESSION_COOKIE = 'guanxi_session';
/** Over https: a browser takes it from this very host only, so that no neighbour of it can hand somebody a session. */
export const SECURE_SESSION_COOKIE = '__Host-guanxi_session';
/** Only our own page can send it along with a cookie; a form on another site cannot. */
export const PAGE_HEADER = 'x-guanxi-request';

export type Credential = NonNullable<FastifyRequest['credential']>;

/** What of a request tells who sends it. */
export interface Asking {
  readonly method?: string;
  readonly headers: IncomingHttpHeaders;
  /** Network address, where it is known. */
  readonly ip?: string | undefined;
}

/** A key wins over a cookie. */
export function readCredential({ headers: { authorization, cookie } }: Asking, isSecure: boolean): Credential | undefined {
  const key = authorization && /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (key) return { kind: 'key', token: key };
  const token = cookie && fastifyCookie.parse(cookie)[isSecure ? SECURE_SESSION_COOKIE : SESSION_COOKIE];
  return token ? { kind: 'session', token } : undefined;
}

/** True when a browser might have been lured into sending the request with its cookie. */
export function mayBeForged({ method = 'GET', headers }: Asking, credential: Credential | undefined): boolean {
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(method);
  return changes && credential?.kind === 'session' && headers[PAGE_HEADER] !== '1';
}
