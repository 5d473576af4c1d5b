import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { KeyRing } from './key-ring.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = /^g1:([A-Za-z0-9_-]{1,40}):([A-Za-z0-9_-]{16}):([A-Za-z0-9_-]{22,})$/;

/**
 * Encrypts and decrypts the values of encrypted fields at the rim of the API. A cipher is text:
 * `g1:<key id>:<iv>:<tag and text>`, the last two in base64url; equal texts have different ciphers.
 */
@Injectable()
export class ValueCipher {
  private readonly logger = new Logger('Encryption');

  constructor(private readonly ring: KeyRing) {}

  encrypt(text: string): string {
    const { id, secret } = this.ring.current();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(Buffer.from(`g1:${id}`));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `g1:${id}:${iv.toString('base64url')}:${Buffer.concat([cipher.getAuthTag(), encrypted]).toString('base64url')}`;
  }

  /** Null for what cannot be read: no cipher, a key that is gone, or one that somebody has changed. The log says which key is missing. */
  decrypt(cipher: string): string | null {
    const [, id = ''] = CIPHER.exec(cipher) ?? [];
    if (id !== '' && !this.ring.find(id)) this.logger.error(`The encryption key ${id} is missing: what it encrypted cannot be read.`);
    return this.decryptForeign(cipher);
  }

  /** The same for what anybody may send: that there is no such key is no news. */
  decryptForeign(cipher: string): string | null {
    const [, id = '', iv = '', sealed = ''] = CIPHER.exec(cipher) ?? [];
    const key = id === '' ? undefined : this.ring.find(id);
    if (!key) return null;
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(ALGORITHM, key.secret, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(`g1:${id}`)).setAuthTag(bytes.subarray(0, TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** Whether the key for new values made this cipher. */
  isCurrent(cipher: string): boolean {
    return cipher.startsWith(`g1:${this.ring.current().id}:`);
  }
}
