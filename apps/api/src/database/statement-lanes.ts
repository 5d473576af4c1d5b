import type { Client, Connection, PoolConfig } from 'pg';
import type { Pace } from './pace.js';
import { ReadingClient } from './reading-client.js';
import type { RowBytes } from './row-tap.js';
import { queryBytes, type TextStatement } from './text-query.js';

/** Milliseconds without an answer after which those who stand behind the one that makes others wait are answered elsewhere. */
const PATIENCE = 100;

export interface LaneLimits {
  /** More than one, so that a connection that waits for its disk does not stop everybody. */
  readonly connections: number;
  /** Statements under way on one connection. What comes behind a slow one waits for it, so that few are better than many. */
  readonly deep: number;
  /** Statements that wait here while every connection has as many as it may have; with more, somebody else has to take them. */
  readonly waiting: number;
}

interface Errand {
  readonly statement: TextStatement;
  readonly pace: Pace | undefined;
  readonly resolve: (row: RowBytes) => void;
  readonly reject: (failure: Error) => void;
  /** When it was sent. */
  at: number;
  /** Somebody else answers it. */
  isElsewhere: boolean;
}

interface Lane {
  readonly client: Promise<Connected>;
  /** In the order in which they are answered. */
  readonly sent: Errand[];
  readonly patience: NodeJS.Timeout;
  lastEnd: number;
  isStuck: boolean;
  /** Statements are being gathered that go to PostgreSQL in one piece. */
  gathers: boolean;
}

interface Connected extends Client {
  readonly connection: Connection;
  unref(): void;
}

/**
 * A few connections on which reading statements follow each other without waiting for answers, as PostgreSQL's protocol allows. It
 * saves what lending a connection costs, and PostgreSQL its waking up for each statement. A slow statement holds up those behind it:
 * only what is known to be quick belongs here.
 */
export class StatementLanes {
  private readonly lanes: (Lane | undefined)[];
  private readonly waiting: Errand[] = [];
  /** Statements that PostgreSQL has not answered yet. */
  private underWay = 0;
  private closed = false;

  /** `elsewhere` answers statements that a slow one holds up. */
  constructor(
    private readonly options: PoolConfig,
    private readonly limits: LaneLimits,
    private readonly elsewhere: (statement: TextStatement) => Promise<RowBytes>,
  ) {
    this.lanes = new Array<Lane | undefined>(limits.connections).fill(undefined);
  }

  /** Undefined when there is enough to do. `pace` is told how long it took. */
  run(statement: TextStatement, pace?: Pace): Promise<RowBytes> | undefined {
    const lane = this.leastBusy();
    if (!lane) return undefined;
    const isFree = lane.sent.length < this.limits.deep;
    if (!isFree && this.waiting.length >= this.limits.waiting) return undefined;
    return new Promise((resolve, reject) => {
      const errand: Errand = { statement, pace, resolve, reject, at: 0, isElsewhere: false };
      if (isFree) this.send(lane, errand);
      else this.waiting.push(errand);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.lanes.map(async (lane) => (await lane?.client)?.end()));
  }

  private send(lane: Lane, errand: Errand): void {
    errand.at = performance.now();
    lane.sent.push(errand);
    this.underWay += 1;
    if (lane.sent.length === 1) lane.patience.refresh();
    lane.client.then((client) => {
      // Who is alone need not wait for others to be written with.
      if (this.underWay > 1) gather(lane, client.connection);
      return queryBytes(client, errand.statement);
    }).then(
      (row) => {
        this.end(lane, errand);
        if (!errand.isElsewhere) errand.resolve(row);
      },
      (failure: Error) => {
        this.end(lane, errand);
        if (!errand.isElsewhere) errand.reject(failure);
      },
    );
  }

  private end(lane: Lane, errand: Errand): void {
    const now = performance.now();
    errand.pace?.note(now - Math.max(errand.at, lane.lastEnd));
    lane.lastEnd = now;
    this.underWay -= 1;
    lane.isStuck = false;
    lane.sent.splice(lane.sent.indexOf(errand), 1);
    lane.patience.refresh();
    this.sendNext();
  }

  private sendNext(): void {
    const lane = this.waiting.length > 0 ? this.leastBusy() : undefined;
    if (!lane || lane.sent.length >= this.limits.deep) return;
    const next = this.waiting.shift();
    if (next) this.send(lane, next);
  }

  private leastBusy(): Lane | undefined {
    if (this.closed) return undefined;
    let best: Lane | undefined;
    for (let index = 0; index < this.limits.connections; index += 1) {
      const lane = this.lanes[index] ?? this.open(index);
      if (lane.isStuck) continue;
      if (!best || lane.sent.length < best.sent.length) best = lane;
      if (best.sent.length === 0) break;
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
    const patience = setTimeout(() => this.giveUp(lane), PATIENCE).unref();
    const lane: Lane = { client: connected, sent: [], patience, lastEnd: 0, isStuck: false, gathers: false };
    this.lanes[index] = lane;
    return lane;
  }

  /** They only read, so that it does no harm when they are answered twice. */
  private giveUp(lane: Lane): void {
    const [first, ...others] = lane.sent;
    if (!first) return;
    lane.isStuck = true;
    const held = others.filter(({ isElsewhere }) => !isElsewhere);
    // Whoever has not been sent yet finds another connection, unless there is none.
    for (const errand of [...held, ...(this.leastBusy() ? [] : this.waiting.splice(0))]) {
      errand.isElsewhere = true;
      this.elsewhere(errand.statement).then(errand.resolve, errand.reject);
    }
  }
}

/** What the requests of one turn of the event loop ask for is written at once: of a small statement, writing is the largest part. */
function gather(lane: Lane, { stream }: Connection): void {
  if (lane.gathers) return;
  lane.gathers = true;
  stream.cork();
  setImmediate(() => {
    lane.gathers = false;
    stream.uncork();
  });
}
