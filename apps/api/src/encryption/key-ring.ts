import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { makeEncryptionKey, readEncryptionKeys, writeEncryptionKeys, type EncryptionKey } from '../config/encryption-keys.js';
import { Settings } from '../config/settings.js';

/** Another process may have put a new key in; so long its values are written with the one before. */
const BELIEVED_MS = 5_000;

/**
 * The keys of encrypted values: those of the settings, or those of a file in the data folder that only its owner may read.
 * The first one is for new values; the others stay for as long as there may be values that they encrypted.
 */
@Injectable()
export class KeyRing implements OnModuleInit {
  private readonly path: string;
  private readonly given: readonly EncryptionKey[] | undefined;
  private held: { readonly keys: readonly EncryptionKey[]; readonly written: number; readonly readAt: number } | undefined;

  constructor(settings: Settings) {
    this.path = join(settings.dataFolder, 'encryption-keys');
    this.given = settings.encryptionKeys;
  }

  /** Makes the file at the first start, so that it is in the first backup. */
  onModuleInit(): void {
    this.current();
  }

  /** The key for new values. */
  current(): EncryptionKey {
    const [first] = this.keys();
    if (!first) throw new Error('There is no encryption key.');
    return first;
  }

  find(id: string): EncryptionKey | undefined {
    return this.keys().find((key) => key.id === id) ?? this.keys('fresh').find((key) => key.id === id);
  }

  /** Puts a new key in front. Undefined where the keys come from the settings: whoever wrote them there puts it in. */
  add(now: Date): EncryptionKey | undefined {
    if (this.given) return undefined;
    const key = makeEncryptionKey(now);
    const next = `${this.path}.new`;
    rmSync(next, { force: true });
    writeSecret(next, writeEncryptionKeys([key, ...this.keys('fresh')]));
    renameSync(next, this.path);
    this.held = undefined;
    return key;
  }

  private keys(how?: 'fresh'): readonly EncryptionKey[] {
    if (this.given) return this.given;
    if (this.held && how !== 'fresh' && Date.now() - this.held.readAt < BELIEVED_MS) return this.held.keys;
    const written = statSync(this.path, { throwIfNoEntry: false })?.mtimeMs ?? this.make();
    const keys = this.held?.written === written ? this.held.keys : this.read();
    this.held = { keys, written, readAt: Date.now() };
    return keys;
  }

  private read(): readonly EncryptionKey[] {
    const keys = readEncryptionKeys(readFileSync(this.path, 'utf8'));
    if (!keys) throw new Error(`The file ${this.path} holds no encryption keys that can be read. Bring it back from a backup: without it encrypted values are lost.`);
    return keys;
  }

  /** Whoever is first makes the keys of all: the file appears at once and whole, and never over another. */
  private make(): number {
    mkdirSync(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${process.pid}`;
    rmSync(draft, { force: true });
    writeSecret(draft, writeEncryptionKeys([makeEncryptionKey(new Date())]));
    try {
      linkSync(draft, this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    return statSync(this.path).mtimeMs;
  }
}

/** On the disk before anything is encrypted with it. */
function writeSecret(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
