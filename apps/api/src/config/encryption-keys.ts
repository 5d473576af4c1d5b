import { randomBytes } from 'node:crypto';

/** A key of AES-256; its id stands in every value that it encrypted. */
export interface EncryptionKey {
  readonly id: string;
  readonly secret: Buffer;
}

const KEY_BYTES = 32;

/** Reads `<id>:<base64>` entries with commas or line breaks between them; undefined when one of them is no key or an id stands twice. */
export function readEncryptionKeys(text: string): readonly EncryptionKey[] | undefined {
  const entries = text.split(/[,\n]/).map((entry) => entry.trim()).filter((entry) => entry !== '');
  const keys = entries.flatMap((entry): EncryptionKey[] => {
    const [, id, secret] = /^([A-Za-z0-9_-]{1,40}):([A-Za-z0-9+/_-]{43}=?)$/.exec(entry) ?? [];
    const bytes = Buffer.from(secret ?? '', 'base64');
    return id !== undefined && bytes.length === KEY_BYTES ? [{ id, secret: bytes }] : [];
  });
  const isWhole = keys.length === entries.length && keys.length > 0 && new Set(keys.map(({ id }) => id)).size === keys.length;
  return isWhole ? keys : undefined;
}

export function writeEncryptionKeys(keys: readonly EncryptionKey[]): string {
  return keys.map(({ id, secret }) => `${id}:${secret.toString('base64')}\n`).join('');
}

/** A new key with an id that tells when it was made. */
export function makeEncryptionKey(now: Date): EncryptionKey {
  return { id: `k${now.toISOString().replace(/\D/g, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`, secret: randomBytes(KEY_BYTES) };
}
