import type { Sentence } from '@guanxi/field-types';
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { accountFaults } from './identity-wording.js';

export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 1_000;

/** Argon2id with the first of the parameter sets of the OWASP Password Storage Cheat Sheet for 19 MiB. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({ password, salt: randomBytes(16), memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32, outputType: 'encoded' });
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  if (password.length === 0 || password.length > LONGEST_PASSWORD) return false;
  return argon2Verify({ password, hash });
}

/** Undefined when it may be used, else a sentence. */
export function findPasswordFault(password: string): Sentence | undefined {
  if (password.length < SHORTEST_PASSWORD) return { ...accountFaults.shortPassword, words: { limit: String(SHORTEST_PASSWORD) } };
  if (password.length > LONGEST_PASSWORD) return { ...accountFaults.longPassword, words: { limit: String(LONGEST_PASSWORD) } };
  return undefined;
}
