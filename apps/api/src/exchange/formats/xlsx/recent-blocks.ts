/** Where a block lies in the bytes of all. */
interface Place {
  readonly start: number;
  readonly length: number;
}

/**
 * Blocks that were read of late, in one buffer that is filled round and round: the oldest make room for the next one. Buffers of
 * their own would each be given back only when V8 collects its whole heap, and make it do so every second.
 */
export class RecentBlocks {
  private readonly bytes: Buffer;
  /** In the order in which they came. */
  private readonly places = new Map<number, Place>();
  private next = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size);
  }

  find(block: number): Buffer | undefined {
    const place = this.places.get(block);
    return place && this.bytes.subarray(place.start, place.start + place.length);
  }

  /** Room for a block, which is found from now on: whoever asks fills it before anything else is asked. One that is too large gets its own, and is forgotten. */
  add(block: number, length: number): Buffer {
    if (length > this.bytes.length / 4) return Buffer.allocUnsafeSlow(length);
    if (this.next + length > this.bytes.length) {
      this.forget(this.bytes.length);
      this.next = 0;
    }
    const start = this.next;
    this.next += length;
    this.forget(this.next, start);
    this.places.set(block, { start, length });
    return this.bytes.subarray(start, this.next);
  }

  /** The oldest ones, as long as they begin between these two. */
  private forget(to: number, from = this.next): void {
    for (const [block, { start }] of this.places) {
      if (start < from || start >= to) return;
      this.places.delete(block);
    }
  }
}
