/** How far the reading of a file has come, for whoever writes behind it. */
export class Tide {
  private waiting: (() => void) | undefined;

  constructor(
    public to: number,
    public all: boolean,
  ) {}

  /** Set by either side: the other one stops as well. */
  stopped = false;

  rise(to: number, all = false): void {
    this.to = to;
    this.all = all;
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  /** Resolves when it has risen over this row by so many, or to the end. */
  async above(row: number, by: number): Promise<void> {
    while (!this.all && !this.stopped && this.to < row + by) await new Promise<void>((resolve) => (this.waiting = resolve));
  }

  private wake(): void {
    this.waiting?.();
    this.waiting = undefined;
  }
}
