/**
 * Which transactions had ended at one moment, as PostgreSQL's `pg_snapshot` tells it: all below `xmin`, none from `xmax`
 * on, and between the two all that are not among `running`. Of two snapshots the later one contains the earlier.
 */
export interface Snapshot {
  /** As PostgreSQL writes it: `10:20:10,14`. */
  readonly text: string;
  readonly xmin: bigint;
  readonly xmax: bigint;
  readonly running: ReadonlySet<bigint>;
}

const SNAPSHOT = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19},)*\d{1,19})?$/;
/** PostgreSQL has no more connections than this. */
const MOST_RUNNING = 20_000;

/** Undefined for what PostgreSQL would not take for one. */
export function readSnapshot(text: string): Snapshot | undefined {
  const [, low, high, list = ''] = SNAPSHOT.exec(text) ?? [];
  if (low === undefined || high === undefined) return undefined;
  const [xmin, xmax] = [BigInt(low), BigInt(high)];
  const running = list === '' ? [] : list.split(',').map(BigInt);
  const isOrdered = running.every((one, index) => one >= (running[index - 1] ?? xmin) && one < xmax);
  if (xmin < 1n || xmax < xmin || !isOrdered || running.length > MOST_RUNNING) return undefined;
  return { text, xmin, xmax, running: new Set(running) };
}

export function hadEnded(xact: string, { xmin, xmax, running }: Snapshot): boolean {
  const transaction = BigInt(xact);
  return transaction < xmin || (transaction < xmax && !running.has(transaction));
}

/** Whether `left` was taken before `right`, so that `right` shows something that `left` does not. */
export function isEarlier(left: Snapshot, right: Snapshot): boolean {
  return left.xmax === right.xmax ? left.running.size > right.running.size : left.xmax < right.xmax;
}
