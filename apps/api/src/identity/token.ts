import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits in a form that fits into a header. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of a token. Tokens are long and random, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Without characters that are taken for one another; about 90 bits. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const groups = Array.from({ length: 3 }, () => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join(''));
  return groups.join('-');
}
