import type { Client, Connection, PoolConfig } from 'pg';
import { ReadingClient } from './reading-client.js';
import type { RowBytes } from './row-tap.js';
import { queryBytes, type TextStatement } from './text-query.js';

/** More than one, so that a connection that waits for its disk does not stop everybody. */
const CONNECTIONS = 4;
/** Statements under way on one connection: with more, waiting for one's turn would cost more than a connection of one's own. */
const MOST_WAITING = 16;

interface Lane {
  readonly client: Promise<Connected>;
  waiting: number;
  /** Statements are being gathered that go to PostgreSQL in one piece. */
  gathers: boolean;
}

interface Connected extends Client {
  readonly connection: Connection;
  unref(): void;
}

/**
 * A few connections on which statements follow each other without waiting for answers, as PostgreSQL's protocol allows. It
 * saves what lending a connection costs, but a slow statement holds up those behind it: only look-ups by key belong here.
 */
export class QuickLane {
  private readonly lanes: (Lane | undefined)[] = new Array<Lane | undefined>(CONNECTIONS).fill(undefined);
  private closed = false;

  constructor(private readonly options: PoolConfig) {}

  /** Undefined when every connection has enough to do. */
  run(statement: TextStatement): Promise<RowBytes> | undefined {
    const lane = this.leastBusy();
    if (!lane || lane.waiting >= MOST_WAITING) return undefined;
    lane.waiting += 1;
    return lane.client.then((client) => {
      gather(lane, client.connection);
      return queryBytes(client, statement);
    }).finally(() => (lane.waiting -= 1));
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.lanes.map(async (lane) => (await lane?.client)?.end()));
  }

  private leastBusy(): Lane | undefined {
    if (this.closed) return undefined;
    let best: Lane | undefined;
    for (let index = 0; index < CONNECTIONS; index += 1) {
      const lane = this.lanes[index] ?? this.open(index);
      if (!best || lane.waiting < best.waiting) best = lane;
      if (best.waiting === 0) break;
    }
    return best;
  }

  private open(index: number): Lane {
    const client = new ReadingClient({ ...this.options, pipeline: true }) as ReadingClient & Connected;
    const forget = (): void => {
      if (this.lanes[index] === lane) this.lanes[index] = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    const connected = client.connect().then(() => {
      // Who serves requests keeps the process alive; waiting for none does not.
      client.unref();
      return client;
    });
    connected.catch(forget);
    const lane: Lane = { client: connected, waiting: 0, gathers: false };
    this.lanes[index] = lane;
    return lane;
  }
}

/** What the requests of one turn of the event loop ask for is written at once: of a small look-up, writing is the largest part. */
function gather(lane: Lane, { stream }: Connection): void {
  if (lane.gathers) return;
  lane.gathers = true;
  stream.cork();
  setImmediate(() => {
    lane.gathers = false;
    stream.uncork();
  });
}
