import pg, { type ClientBase, type Connection, type Pool } from 'pg';
import { tapOf } from './reading-client.js';
import type { RowBytes, RowTap } from './row-tap.js';

/** Columns of the first row as PostgreSQL wrote them; none where there is no row. */
export type Texts = readonly (string | null)[];

export interface TextStatement {
  readonly text: string;
  readonly values: unknown[];
  /** The name it is prepared under on each connection; absent for one that is seldom run. */
  readonly name?: string;
}

/**
 * Runs a statement whose columns are all text. The driver then need not ask PostgreSQL what they are, nor make an object
 * of the row: for a small answer that is a good part of its work.
 */
export function queryTexts(on: Pool | ClientBase, statement: TextStatement): Promise<Texts> {
  return submit<Texts>(on, new RowQuery(statement));
}

/** The same as UTF-8 bytes, which no text is made of on the way. */
export function queryBytes(on: Pool | ClientBase, statement: TextStatement): Promise<RowBytes> {
  return submit<RowBytes>(on, new BytesQuery(statement));
}

/** Pools and clients take queries of other classes than the driver's own, and tell a callback of their end. */
interface Submitting {
  query(query: RowQuery, values: undefined, end: End): void;
}

type End = (error: Error | null | undefined, row?: readonly unknown[]) => void;

function submit<Row extends readonly unknown[]>(on: Pool | ClientBase, query: RowQuery): Promise<Row> {
  return new Promise((resolve, reject) => {
    (on as Submitting).query(query, undefined, (error, row = []) => (error ? reject(error) : resolve(row as Row)));
  });
}

interface Driven {
  prepare(this: pg.Query, connection: Connection): void;
  handleError(this: pg.Query, error: Error, connection: Connection): void;
}

const driven = pg.Query.prototype as unknown as Driven;

/** The driver's query without its question about the columns. The driver calls these methods as answers come in. */
class RowQuery extends pg.Query {
  declare callback: End | undefined;
  private row: readonly unknown[] = [];

  constructor({ text, values, name }: TextStatement) {
    super({ text, values, ...(name !== undefined && { name }) });
  }

  requiresPreparation(): boolean {
    return true;
  }

  prepare(connection: Connection): void {
    driven.prepare.call(this, withoutDescribe(connection));
  }

  handleDataRow({ fields }: { readonly fields: readonly unknown[] }): void {
    this.row = fields;
  }

  handleCommandComplete(): void {
    // The row has been taken; nothing is made of the tag.
  }

  handleReadyForQuery(): void {
    const end = this.callback;
    this.callback = undefined;
    end?.(undefined, this.row);
  }

  handleError(error: Error, connection: Connection): void {
    driven.handleError.call(this, error, connection);
  }
}

class BytesQuery extends RowQuery {
  private tap: RowTap | undefined;

  override prepare(connection: Connection): void {
    this.tap = tapOf(connection);
    if (this.tap) this.tap.expected += 1;
    super.prepare(connection);
  }

  override handleDataRow({ fields }: { readonly fields: RowBytes | Texts }): void {
    super.handleDataRow({ fields: fields.map((field) => (typeof field === 'string' ? Buffer.from(field) : field)) });
  }

  override handleReadyForQuery(): void {
    this.settle();
    super.handleReadyForQuery();
  }

  override handleError(error: Error, connection: Connection): void {
    this.settle();
    super.handleError(error, connection);
  }

  private settle(): void {
    if (this.tap) this.tap.expected -= 1;
    this.tap = undefined;
  }
}

const undescribed = new WeakMap<Connection, Connection>();

function withoutDescribe(connection: Connection): Connection {
  const known = undescribed.get(connection);
  if (known) return known;
  const made = Object.create(connection, { describe: { value: () => undefined } }) as Connection;
  undescribed.set(connection, made);
  return made;
}
