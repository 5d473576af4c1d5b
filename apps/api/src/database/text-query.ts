import pg, { type ClientBase, type Connection, type Pool } from 'pg';

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
  return new Promise((resolve, reject) => {
    const end: Callback = (error, texts = []) => (error ? reject(error) : resolve(texts));
    (on as Submitting).query(new TextQuery(statement), undefined, end);
  });
}

type Callback = (error: Error | null | undefined, texts?: Texts) => void;

/** Pools and clients take queries of other classes than the driver's own, and tell a callback of their end. */
interface Submitting {
  query(query: TextQuery, values: undefined, end: Callback): void;
}

type Prepare = (this: pg.Query, connection: Connection) => void;
const { prepare } = pg.Query.prototype as unknown as { readonly prepare: Prepare };

/** The driver's query without its question about the columns. The driver calls these methods as answers come in. */
class TextQuery extends pg.Query {
  declare callback: Callback | undefined;
  private texts: Texts = [];

  constructor({ text, values, name }: TextStatement) {
    super({ text, values, ...(name !== undefined && { name }) });
  }

  requiresPreparation(): boolean {
    return true;
  }

  prepare(connection: Connection): void {
    prepare.call(this, withoutDescribe(connection));
  }

  handleDataRow({ fields }: { readonly fields: Texts }): void {
    this.texts = fields;
  }

  handleCommandComplete(): void {
    // The row has been taken; nothing is made of the tag.
  }

  handleReadyForQuery(): void {
    const end = this.callback;
    this.callback = undefined;
    end?.(undefined, this.texts);
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
