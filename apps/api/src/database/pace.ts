/** Milliseconds that a statement may take, as its runs go, to follow others on one connection. */
const QUICK = 5;
/** Before so many runs nobody knows; PostgreSQL plans the first ones for themselves. */
const FEWEST_RUNS = 6;
/** What the latest run counts for. */
const LATEST = 0.1;

/** How long the runs of one statement take PostgreSQL, the latest ones above all. One slow run is remembered for a while. */
export class Pace {
  private runs = 0;
  private mean = 0;

  get isQuick(): boolean {
    return this.runs >= FEWEST_RUNS && this.mean < QUICK;
  }

  note(milliseconds: number): void {
    this.runs += 1;
    this.mean += (milliseconds - this.mean) * Math.max(LATEST, 1 / this.runs);
  }
}
