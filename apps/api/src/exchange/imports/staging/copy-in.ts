import type { ClientBase, Connection, Submittable } from 'pg';

/** What a connection offers beyond its type: the messages of COPY. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Of one message: the driver copies each into a buffer of its own. */
const PIECE = 64 * 1024;

/** Sends lines in PostgreSQL's text format into a table: `statement` is a `copy … from stdin`. They may be written over once it has resolved. */
export function copyIn(client: ClientBase, statement: string, lines: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, lines, (error) => (error ? reject(error) : resolve())));
  });
}

/** Such a statement as the driver runs it. */
class CopyIn implements Submittable {
  constructor(
    private readonly text: string,
    private readonly bytes: Buffer,
    private readonly done: (error?: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (let start = 0; start < this.bytes.length; start += PIECE) connection.sendCopyFromChunk(this.bytes.subarray(start, start + PIECE));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The end is told by the next message.
  }

  handleReadyForQuery(): void {
    this.done();
  }

  handleError(error: Error): void {
    this.done(error);
  }
}
