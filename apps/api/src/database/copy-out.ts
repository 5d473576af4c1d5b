import { Readable } from 'node:stream';
import type { RawBuilder } from 'kysely';
import type { ClientBase, Connection } from 'pg';
import { compileStatement } from './compile-statement.js';

/** The lines that `copy … to stdout` gives, as fast as they are read. Who stops reading before their end has to end the connection too. */
export function copyOut(client: ClientBase, statement: RawBuilder<unknown>): Readable {
  const { text, values } = compileStatement(statement);
  if (values.length > 0) throw new Error('COPY takes no parameters.');
  return client.query(new CopyOut(text));
}

class CopyOut extends Readable {
  private connection?: Connection;

  constructor(private readonly text: string) {
    super({ highWaterMark: 256 * 1024 });
  }

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.text);
  }

  override _read(): void {
    this.connection?.stream.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.connection?.stream.resume();
    done(error);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: Connection): void {
    if (this.destroyed) return;
    // The parser goes on using its memory.
    if (!this.push(Buffer.from(chunk))) connection.stream.pause();
  }

  handleCommandComplete(): void {
    this.push(null);
  }

  handleReadyForQuery(): void {
    if (!this.destroyed) this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }
}
