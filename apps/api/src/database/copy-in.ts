import { Writable } from 'node:stream';
import type { RawBuilder } from 'kysely';
import type { ClientBase, Connection } from 'pg';
import { compileStatement } from './compile-statement.js';

/** Takes the lines of `copy … from stdin`, as fast as PostgreSQL does. It is finished when all rows are in; destroyed before, none are. */
export function copyIn(client: ClientBase, statement: RawBuilder<unknown>): Writable {
  const { text, values } = compileStatement(statement);
  if (values.length > 0) throw new Error('COPY takes no parameters.');
  return client.query(new CopyIn(text));
}

/** What the driver's connection can do beyond what its types say. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

class CopyIn extends Writable {
  private connection?: CopyConnection;
  private begin?: () => void;
  private whenIn?: (error?: Error | null) => void;
  private isOpen = false;

  constructor(private readonly text: string) {
    super({ highWaterMark: 256 * 1024 });
  }

  submit(connection: Connection): void {
    this.connection = connection as CopyConnection;
    connection.query(this.text);
  }

  handleCopyInResponse(): void {
    this.isOpen = true;
    if (this.destroyed) this.connection?.sendCopyFail('The rows ended early.');
    this.begin?.();
  }

  override _construct(done: () => void): void {
    // The first rows wait until the server is ready for them.
    this.begin = () => {
      this.begin = undefined;
      done();
    };
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const { connection } = this;
    connection?.sendCopyFromChunk(chunk);
    if (connection?.stream.writableNeedDrain) connection.stream.once('drain', () => done());
    else done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.whenIn = done;
    this.isOpen = false;
    this.connection?.endCopyFrom();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.isOpen) this.connection?.sendCopyFail('The rows ended early.');
    this.isOpen = false;
    done(error);
  }

  handleCommandComplete(): void {
    // The server is ready for more only a message later.
  }

  handleReadyForQuery(): void {
    const { whenIn } = this;
    this.whenIn = undefined;
    whenIn?.();
  }

  handleError(error: Error): void {
    this.isOpen = false;
    this.begin?.();
    this.destroy(error);
  }
}
