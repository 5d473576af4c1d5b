import type { SecretKeys } from '@guanxi/query';
import type { Pool, PoolClient } from 'pg';
import { revealSecrets, type Decrypting } from '../../graphql/run/reveal-secrets.js';
import { tightenHeap } from '../tight-heap.js';

type Row = Readonly<Record<string, unknown>>;
interface Bound {
  readonly text: string;
  readonly values: unknown[];
}

const ROWS_AT_ONCE = 500;

/** A transaction that only reads, in which everything is as it was when it began. */
export class Snapshot {
  private cursors = 0;
  private closed = false;
  private readonly loosenHeap = tightenHeap();

  private constructor(
    private readonly client: PoolClient,
    private readonly cipher: Decrypting,
  ) {}

  static async open(pool: Pick<Pool, 'connect'>, cipher: Decrypting): Promise<Snapshot> {
    const client = await pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      // A row that is sent while its reader is slow costs no statement any time.
      await client.query('set local cursor_tuple_fraction = 1');
      return new Snapshot(client, cipher);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Answers of a statement with a JSON text per row, as values: only a few are in memory at a time. */
  async *rows({ text, values }: Bound, secrets?: SecretKeys): AsyncGenerator<readonly Row[]> {
    this.cursors += 1;
    const name = `export_${this.cursors}`;
    await this.client.query({ text: `declare ${name} no scroll cursor for ${text}`, values });
    for (;;) {
      const { rows } = await this.client.query<[string]>({ text: `fetch ${ROWS_AT_ONCE} from ${name}`, rowMode: 'array' });
      if (rows.length > 0) yield rows.map(([json]) => JSON.parse(secrets ? revealSecrets(json, secrets, this.cipher) : json) as Row);
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await this.client.query(`close ${name}`);
  }

  async count(statement: Bound): Promise<number> {
    const { rows } = await this.client.query<{ total: number | string }>(statement);
    return Number(rows[0]?.total ?? 0);
  }

  /** May be called again; gives the connection back. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.loosenHeap();
    const failed = await this.client.query('rollback').then(() => false, () => true);
    this.client.release(failed);
  }
}
