import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Asking the system for random bytes costs the same for many as for few. */
const AT_ONCE = 256;

const random = new Uint8Array(BYTES * AT_ONCE);
let used = random.length;
let lastMilliseconds = 0;
let sequence = 0;

/** A UUID v7 for a record or an operation: those of one process grow. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = random.subarray(used, (used += BYTES));
  const now = Date.now();
  if (now > lastMilliseconds) {
    lastMilliseconds = now;
    // Begins low enough that it never runs over within a millisecond.
    sequence = (((bytes[6] ?? 0) & 0x3f) << 24) | ((bytes[7] ?? 0) << 16) | ((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0);
  } else {
    sequence += 1;
  }
  return v7({ random: bytes, msecs: lastMilliseconds, seq: sequence });
}
