/** What is usually held: a part of a file has some hundred bytes per row. */
const USUAL = 1024 ** 2;
/** Of one UTF-16 unit in UTF-8. */
const WIDEST = 3;

/**
 * Lines on their way to PostgreSQL, as bytes in one buffer that is used again and again. As strings, thousands of them would
 * live until they are sent, and V8 would take them for old: what is old is only collected once there is much of it.
 */
export class CopyLines {
  private buffer = Buffer.allocUnsafeSlow(USUAL);
  private used = 0;

  add(line: string): void {
    const most = line.length * WIDEST;
    if (this.used + most > this.buffer.length) this.grow(this.used + most);
    this.used += this.buffer.write(line, this.used, 'utf8');
  }

  /** In bytes. */
  get length(): number {
    return this.used;
  }

  /** Until `clear`. */
  get bytes(): Buffer {
    return this.buffer.subarray(0, this.used);
  }

  clear(): void {
    this.used = 0;
    if (this.buffer.length > USUAL * 8) this.buffer = Buffer.allocUnsafeSlow(USUAL);
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.used);
    this.buffer = larger;
  }
}
