import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { makeEncryptionKey, readEncryptionKeys, writeEncryptionKeys } from '../config/encryption-keys.js';
import type { Settings } from '../config/settings.js';
import { KeyRing } from './key-ring.js';
import { ValueCipher } from './value-cipher.js';

describe('encrypted values', () => {
  let folder: string;
  const ring = (settings: Partial<Settings> = {}) => new KeyRing({ dataFolder: folder, ...settings } as Settings);
  const cipherOf = (keys: KeyRing) => new ValueCipher(keys);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guanxi-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('come back as they were, whatever they are, and no two ciphers are alike', () => {
    const cipher = cipherOf(ring());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
        const [one, other] = [cipher.encrypt(text), cipher.encrypt(text)];
        expect(one).not.toBe(other);
        expect(one).toMatch(/^g1:[\w-]+:[\w-]{16}:[\w-]+$/);
        expect([cipher.decrypt(one), cipher.decrypt(other)]).toEqual([text, text]);
      }),
    );
  });

  it('cannot be changed or moved to another key unnoticed', () => {
    const keys = ring();
    const cipher = cipherOf(keys);
    const [version, id, iv, sealed = ''] = cipher.encrypt('A123456789').split(':');
    const flipped = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;
    expect(cipher.decrypt([version, id, iv, flipped].join(':'))).toBeNull();
    const other = keys.add(new Date());
    expect(cipher.decrypt([version, other?.id, iv, sealed].join(':'))).toBeNull();
    const told: unknown[] = [];
    Logger.overrideLogger({ error: (line: unknown) => told.push(line), warn: () => undefined, log: () => undefined });
    for (const text of ['', 'A123456789', 'g1:', 'g1:gone:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAA']) expect(cipher.decrypt(text)).toBeNull();
    expect(told).toEqual(['The encryption key gone is missing: what it encrypted cannot be read.']);
  });

  it('have their keys in a file that only its owner may read, the same for every process', () => {
    const first = ring().current();
    expect(ring().current().id).toBe(first.id);
    expect(statSync(join(folder, 'encryption-keys')).mode & 0o777).toBe(0o600);
    expect(readEncryptionKeys(readFileSync(join(folder, 'encryption-keys'), 'utf8'))).toHaveLength(1);
  });

  it('are read with the keys before, also by a process that was running when a new key came', () => {
    const running = ring();
    const before = cipherOf(running).encrypt('before');
    const added = ring().add(new Date());
    const after = cipherOf(ring()).encrypt('after');
    expect(after).toContain(`g1:${added?.id ?? ''}:`);
    expect([cipherOf(running).decrypt(before), cipherOf(running).decrypt(after), cipherOf(ring()).decrypt(before)]).toEqual(['before', 'after', 'before']);
  });

  it('take their keys from the settings where there are some', () => {
    const keys = [makeEncryptionKey(new Date('2026-11-22T00:00:00Z')), makeEncryptionKey(new Date('2025-01-01T00:00:00Z'))];
    const given = ring({ encryptionKeys: readEncryptionKeys(writeEncryptionKeys(keys)) ?? [] });
    expect(given.current().id).toBe(keys[0]?.id);
    expect(given.add(new Date())).toBeUndefined();
    expect(given.find(keys[1]?.id ?? '')?.secret).toEqual(keys[1]?.secret);
  });

  it.each(['k1', 'k1:short', `k1:${'A'.repeat(43)}=,k1:${'B'.repeat(43)}=`, ',', `k 1:${'A'.repeat(43)}=`])('refuse %j as keys', (text) => {
    expect(readEncryptionKeys(text)).toBeUndefined();
  });
});
