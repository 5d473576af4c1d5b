import { createHash } from 'node:crypto';
import type { SectionEnd } from './backup-format.js';

/** Counts and hashes rows as they pass, however they are cut. */
export class LineCount {
  private readonly hash = createHash('sha256');
  private count = 0;

  add(piece: Uint8Array): void {
    this.hash.update(piece);
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) this.count += 1;
  }

  get rows(): number {
    return this.count;
  }

  /** Ends the counting. */
  result(): SectionEnd {
    return { rows: this.count, sha256: this.hash.digest('hex') };
  }
}

const NEWLINE = 10;
