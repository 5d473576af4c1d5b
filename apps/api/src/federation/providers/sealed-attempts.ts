import '@fastify/cookie';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ValueCipher } from '../../encryption/value-cipher.js';

/** What a browser takes along to the provider and back, and what nobody else may know or change. */
export interface SignInAttempt {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly origin: string;
  /** Path of the page that was wanted. */
  readonly next: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const MINUTES = 10;
const PATH = '/auth/oidc';

/** Keeps a sign-in that is under way in a sealed cookie of the browser that began it: nobody can end what another has begun. */
@Injectable()
export class SealedAttempts {
  constructor(private readonly cipher: ValueCipher) {}

  begin(request: FastifyRequest, reply: FastifyReply, attempt: Omit<SignInAttempt, 'until'>): void {
    const sealed = this.cipher.encrypt(JSON.stringify({ ...attempt, until: Date.now() + MINUTES * 60_000 }));
    // The provider sends the browser back from another site: stricter than "lax" the cookie would stay behind.
    reply.setCookie(nameOf(attempt.state), sealed, { path: PATH, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: MINUTES * 60 });
  }

  /** Once only. Undefined when this browser has begun no such thing, or too long ago. */
  take(request: FastifyRequest, reply: FastifyReply, state: string): SignInAttempt | undefined {
    const sealed = request.cookies[nameOf(state)];
    if (sealed === undefined) return undefined;
    reply.clearCookie(nameOf(state), { path: PATH, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' });
    const text = this.cipher.decrypt(sealed);
    const attempt = text === null ? undefined : (JSON.parse(text) as SignInAttempt);
    return attempt?.state === state && attempt.until > Date.now() ? attempt : undefined;
  }
}

/** One for each, so that two tabs do not get into each other's way. */
function nameOf(state: string): string {
  return `guanxi_oidc_${createHash('sha256').update(state).digest('hex').slice(0, 16)}`;
}
