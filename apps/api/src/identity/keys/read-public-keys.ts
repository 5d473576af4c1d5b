import type { JSONWebKeySet, JWK } from 'jose';

const MOST_KEYS = 10;
const KINDS = ['EC', 'RSA', 'OKP'];
/** Members of private and of symmetric keys. */
const SECRET = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** A set of public keys as JSON; undefined where there is none, null for what is no such set. */
export function readPublicKeys(value: unknown): JSONWebKeySet | null | undefined {
  if (value === undefined || value === null) return undefined;
  const keys = typeof value === 'object' ? (value as { readonly keys?: unknown }).keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > MOST_KEYS) return null;
  return keys.every(isPublicKey) ? { keys } : null;
}

function isPublicKey(key: unknown): key is JWK {
  if (typeof key !== 'object' || key === null) return false;
  const { kty } = key as JWK;
  return typeof kty === 'string' && KINDS.includes(kty) && SECRET.every((name) => !(name in key));
}
