import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE, SECURE_SESSION_COOKIE } from '../access/read-credential.js';
import type { NewSession } from './sessions.js';

const DEVICE_COOKIE = 'guanxi_device';
const SECURE_DEVICE_COOKIE = '__Host-guanxi_device';
const DEVICE_DAYS = 400;
const LONGEST_AGENT = 300;

/** Where somebody signs in from. */
export interface SignInPlace {
  readonly address: string;
  readonly userAgent: string | null;
  /** Token that this device was given when somebody signed in on it. */
  readonly device?: string;
}

export function readSignInPlace(request: FastifyRequest): SignInPlace {
  const device = request.cookies[isSecure(request) ? SECURE_DEVICE_COOKIE : DEVICE_COOKIE];
  const agent = request.headers['user-agent']?.slice(0, LONGEST_AGENT).toWellFormed();
  return { address: request.ip, userAgent: agent || null, ...(device && { device }) };
}

/** The cookies of somebody who has signed in: of the session, and of the device for its next time. */
export function setSessionCookies(request: FastifyRequest, reply: FastifyReply, { token, expiresAt, device }: NewSession): void {
  const [session, known] = namesFor(request);
  reply.setCookie(session, token, { ...cookieOptions(request), expires: expiresAt });
  if (device) reply.setCookie(known, device, { ...cookieOptions(request), maxAge: DEVICE_DAYS * 86_400 });
}

/** The same for a token that was exchanged in an operation: its answers go past the framework, and take headers from the bare response. */
export function setExchangedCookie(request: FastifyRequest, reply: FastifyReply, { token, expiresAt }: NewSession): void {
  reply.raw.appendHeader('set-cookie', fastifyCookie.serialize(namesFor(request)[0], token, { ...cookieOptions(request), expires: expiresAt }));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(namesFor(request)[0], cookieOptions(request));
}

/** With the prefix a browser takes the cookie from this very host only, over https, for all its paths. */
function namesFor(request: FastifyRequest): readonly [string, string] {
  return isSecure(request) ? [SECURE_SESSION_COOKIE, SECURE_DEVICE_COOKIE] : [SESSION_COOKIE, DEVICE_COOKIE];
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) } as const;
}

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}
