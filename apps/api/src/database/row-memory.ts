/**
 * Memory for long rows, used again once a row has gone out. What lies outside of V8's heap is counted against a small fixed bound
 * (64 MiB): memory that every answer allocated anew made V8 mark the whole heap every few hundred answers.
 */
export class RowMemory {
  /** Free pieces by their size. */
  private readonly free = new Map<number, ArrayBuffer[]>();
  private readonly lent = new WeakSet<ArrayBufferLike>();
  private kept = 0;

  /** As many bytes, with whatever was in them before. Who never gives them back leaves them to the collector. */
  lend(length: number): Buffer {
    if (length < SMALLEST || length > LARGEST) return Buffer.allocUnsafe(length);
    const size = 2 ** Math.ceil(Math.log2(length));
    const memory = this.takeFree(size) ?? new ArrayBuffer(size);
    this.lent.add(memory);
    return Buffer.from(memory, 0, length);
  }

  /** Nobody may look into the bytes, or into a part of them, any more. Bytes from elsewhere, or given back before, are left alone. */
  giveBack({ buffer: memory }: Buffer): void {
    if (!this.lent.delete(memory) || this.kept + memory.byteLength > MOST_KEPT) return;
    this.kept += memory.byteLength;
    const free = this.free.get(memory.byteLength);
    if (free) free.push(memory as ArrayBuffer);
    else this.free.set(memory.byteLength, [memory as ArrayBuffer]);
  }

  private takeFree(size: number): ArrayBuffer | undefined {
    const memory = this.free.get(size)?.pop();
    if (memory) this.kept -= size;
    return memory;
  }
}

/** Bytes. Shorter ones come from the pieces that Node cuts small buffers from, or cost little. */
const SMALLEST = 4_096;
const LARGEST = 2 ** 20;
const MOST_KEPT = 2 ** 24;

/** One for the process: rows of any connection go out on any other. */
export const rowMemory = new RowMemory();
