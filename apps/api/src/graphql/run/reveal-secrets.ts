import type { SecretKeys } from '@guanxi/query';

/** What is behind a cipher text; answers any other text as it is. */
export type Decrypt = (cipher: string) => string;

/** The same JSON text with the cipher texts at these keys decrypted. */
export function revealSecrets(json: string, secrets: SecretKeys, decrypt: Decrypt): string {
  return JSON.stringify(reveal(JSON.parse(json), secrets, decrypt));
}

function reveal(value: unknown, secrets: true | SecretKeys, decrypt: Decrypt): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => reveal(item, secrets, decrypt));
  if (secrets === true) return typeof value === 'string' ? decrypt(value) : value;
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, secrets[key] === undefined ? inner : reveal(inner, secrets[key], decrypt)]));
}
