import type { ClientBase, Pool } from 'pg';

/**
 * A connection that PostgreSQL ends fails the statement that runs on it, and that is how its holder hears of it. Its
 * error event comes as well; without a listener, which pools take away while somebody holds a connection, it ends the process.
 */
export function outliveLostConnections(pool: Pool): void {
  const known = new WeakSet<ClientBase>();
  pool.on('error', ignore);
  // Not `connect`: the first connections may be older than this call.
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    client.on('error', ignore);
  });
}

const ignore = (): void => undefined;
