import type { SecretKeys } from '@guanxi/query';

export interface Decrypting {
  /** Null for what cannot be read any more. */
  decrypt(cipher: string): string | null;
}

/** The same JSON text with the cipher texts at these keys decrypted. */
export function revealSecrets(json: string, secrets: SecretKeys, cipher: Decrypting): string {
  return JSON.stringify(reveal(JSON.parse(json), secrets, cipher));
}

function reveal(value: unknown, secrets: true | SecretKeys, cipher: Decrypting): unknown {
  if (Array.isArray(value)) return value.map((item) => reveal(item, secrets, cipher));
  // A key of records of several objects may be a secret of some and plain text of others.
  if (secrets === true) return typeof value === 'string' && value.startsWith('g1:') ? cipher.decrypt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, secrets[key] === undefined ? inner : reveal(inner, secrets[key], cipher)]));
}
