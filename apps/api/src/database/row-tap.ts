import type { EventEmitter } from 'node:events';
import { rowMemory } from './row-memory.js';

/** The columns of a row as the bytes PostgreSQL sent. */
export type RowBytes = readonly (Buffer | null)[];

/** The bytes are there only until it returns: the socket reads into the same memory again. */
type Listener = (bytes: Buffer) => void;

const HEADER = 5;
const DATA_ROW = 0x44;
const BIND_COMPLETE = 0x32;
const COMMAND_COMPLETE = 0x43;

/**
 * Stands between a connection's socket and the driver's parser. While a statement wants its row as bytes, the row is taken out of
 * the stream and handed over as it came; the parser would make a text of it that had to be made bytes again.
 * It copies what it keeps and what the parser may keep.
 */
export class RowTap {
  /** Statements under way whose rows are wanted as bytes. A connection has either such statements or others on their way, never both. */
  expected = 0;
  /** A beginning of a message too short to tell what it is. */
  private rest: Buffer | undefined;
  /** A row that goes on in what comes next, and what is missing of it. */
  private row: Buffer | undefined;
  private missing = 0;
  /** Bytes of a message that is the parser's, or nobody's, and goes on in what comes next. */
  private running = 0;
  private isPassedOver = false;

  constructor(
    private readonly parse: Listener,
    private readonly tell: (row: RowBytes) => void,
  ) {}

  read(given: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, given]) : given;
    this.rest = undefined;
    let at = this.goOn(bytes);
    // What the parser gets at once, so that it is asked as seldom as possible.
    let from = at;
    const pass = (to: number): void => {
      if (to > from) this.parseCopy(bytes, from, to);
    };
    while (at < bytes.length) {
      if (bytes.length - at < HEADER) {
        pass(at);
        this.rest = Buffer.from(bytes.subarray(at));
        return;
      }
      const code = bytes[at];
      const end = at + 1 + bytes.readUInt32BE(at + 1);
      const isOurs = this.expected > 0 && (code === DATA_ROW || code === BIND_COMPLETE || code === COMMAND_COMPLETE);
      if (isOurs) {
        pass(at);
        from = end;
        if (code === DATA_ROW) this.begin(bytes.subarray(at + HEADER, end), end - at - HEADER);
      }
      if (end > bytes.length && !this.row) {
        this.running = end - bytes.length;
        this.isPassedOver = isOurs;
      }
      at = end;
    }
    pass(bytes.length);
  }

  /** Ends what came before, as far as these bytes go; answers where the next message begins. */
  private goOn(bytes: Buffer): number {
    if (this.row) {
      const taken = bytes.copy(this.row, this.row.length - this.missing, 0, this.missing);
      this.missing -= taken;
      if (this.missing === 0) this.end(this.row);
      return taken;
    }
    const taken = Math.min(this.running, bytes.length);
    this.running -= taken;
    if (taken > 0 && !this.isPassedOver) this.parseCopy(bytes, 0, taken);
    return taken;
  }

  private parseCopy(bytes: Buffer, from: number, to: number): void {
    this.parse(Buffer.from(bytes.subarray(from, to)));
  }

  private begin(there: Buffer, length: number): void {
    this.row = rowMemory.lend(length);
    this.missing = length - there.copy(this.row);
    if (this.missing === 0) this.end(this.row);
  }

  private end(row: Buffer): void {
    this.row = undefined;
    this.tell(readColumns(row));
  }
}

function readColumns(row: Buffer): RowBytes {
  const columns = new Array<Buffer | null>(row.readInt16BE(0));
  let at = 2;
  for (let index = 0; index < columns.length; index += 1) {
    const length = row.readInt32BE(at);
    at += 4;
    columns[index] = length < 0 ? null : row.subarray(at, at + length);
    at += Math.max(length, 0);
  }
  return columns;
}

/** The same stream for the driver, whose parser reads what is left of it. */
export function tapped<S extends EventEmitter>(stream: S, keep: (tap: RowTap) => void, tell: (row: RowBytes) => void): S {
  const on = (event: string, listener: Listener): S => {
    if (event !== 'data') return stream.on(event, listener);
    const tap = new RowTap(listener, tell);
    keep(tap);
    return stream.on(event, (bytes: Buffer) => {
      tap.read(bytes);
    });
  };
  return Object.create(stream, { on: { value: on } }) as S;
}
