import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';

interface Kept<Value> {
  readonly value: Value;
  readonly readAt: number;
}

/**
 * What was read a moment ago, believed for so many milliseconds. From half of them on, whoever asks has it read again
 * beside: under steady load nobody waits for it. Those who have to wait all wait for one reading.
 */
export class KeptFresh<Value> {
  private readonly kept: LRUCache<string, Kept<Value>>;
  private readonly readings = new Map<string, Promise<Value>>();

  constructor(most: number, private readonly believed: number) {
    this.kept = new LRUCache({ max: most });
  }

  /** The same object as before while nothing about it changes. */
  find(key: string, read: () => Promise<Value>): Value | Promise<Value> {
    const known = this.kept.get(key);
    const age = known ? performance.now() - known.readAt : Infinity;
    if (!known || age >= this.believed) return this.readOnce(key, read);
    // What fails now is read again by the next one who asks.
    if (age >= this.believed / 2) this.readOnce(key, read).catch(() => undefined);
    return known.value;
  }

  /** Of one key, or of all. What is being read at this moment is not kept either. */
  forget(key?: string): void {
    if (key === undefined) {
      this.kept.clear();
      this.readings.clear();
      return;
    }
    this.kept.delete(key);
    this.readings.delete(key);
  }

  private readOnce(key: string, read: () => Promise<Value>): Promise<Value> {
    const underWay = this.readings.get(key);
    if (underWay) return underWay;
    const readAt = performance.now();
    const reading = read().then(
      (fresh) => {
        if (this.readings.get(key) !== reading) return fresh;
        this.readings.delete(key);
        const before = this.kept.peek(key)?.value;
        const value = before !== undefined && isDeepStrictEqual(before, fresh) ? before : fresh;
        this.kept.set(key, { value, readAt });
        return value;
      },
      (error: unknown) => {
        if (this.readings.get(key) === reading) this.readings.delete(key);
        throw error;
      },
    );
    this.readings.set(key, reading);
    return reading;
  }
}
