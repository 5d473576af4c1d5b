import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../encryption/key-ring.js';

/** Up to where entries of a chain were removed, with the hash that the next one goes on from; hashes in hexadecimal. */
export interface Checkpoint {
  readonly chain: string;
  readonly seq: string;
  readonly hash: string;
  readonly madeAt: Date;
  readonly keyId: string;
  readonly signature: string;
}

/** Signs checkpoints with the installation's key, which is in no table: whoever can only write to the database makes none that holds. */
@Injectable()
export class CheckpointSeal {
  constructor(private readonly keys: KeyRing) {}

  sign(place: Pick<Checkpoint, 'chain' | 'seq' | 'hash' | 'madeAt'>): Checkpoint {
    const { id, secret } = this.keys.current();
    return { ...place, keyId: id, signature: signatureOf(place, secret).toString('hex') };
  }

  isGood(checkpoint: Checkpoint): boolean {
    const key = this.keys.find(checkpoint.keyId);
    if (!key) return false;
    const [given, right] = [Buffer.from(checkpoint.signature, 'hex'), signatureOf(checkpoint, key.secret)];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}

function signatureOf({ chain, seq, hash, madeAt }: Pick<Checkpoint, 'chain' | 'seq' | 'hash' | 'madeAt'>, secret: Buffer): Buffer {
  return createHmac('sha256', secret).update(JSON.stringify(['guanxi trail checkpoint', chain, seq, hash, madeAt.toISOString()])).digest();
}
