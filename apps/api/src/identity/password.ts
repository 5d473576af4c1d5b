import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

export const LONGEST_PASSWORD = 1_000;

/** Argon2id with the first of the parameter sets of the OWASP Password Storage Cheat Sheet for 19 MiB. */
const STRENGTH = { memorySize: 19_456, iterations: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return argon2id({ password, salt: randomBytes(16), ...STRENGTH, hashLength: 32, outputType: 'encoded' });
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  if (password.length === 0 || password.length > LONGEST_PASSWORD) return false;
  return argon2Verify({ password, hash });
}

/** Made when less was asked for than now: whoever comes with the password gets a new hash. */
export function isWeaker(hash: string | null): boolean {
  if (hash === null) return false;
  const [, memory, iterations] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(hash) ?? [];
  return Number(memory ?? 0) < STRENGTH.memorySize || Number(iterations ?? 0) < STRENGTH.iterations;
}
