import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in a form that fits into a header. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of a token. Tokens are long and random, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
