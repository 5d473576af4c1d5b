import { startEmbeddedPostgres } from '@guanxi/embedded-postgres';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

// Commits reach the system before they are answered, so that a killed server has them; a crash of the machine is not tried here.
const settings = { fsync: 'off', max_connections: '250', log_min_messages: 'fatal' };

/** A PostgreSQL that can be killed. Its address stays. */
export async function openPostgres(dataFolder, chance) {
  const start = () => startEmbeddedPostgres({ dataFolder, settings });
  let server = await start();
  const { url } = server;

  return {
    url,
    /** The whole server at once; it comes back and recovers. */
    async killServer() {
      process.kill(readPostmaster(dataFolder), 'SIGKILL');
      // The owner learns of the end before the folder is free.
      await server.stop();
      server = await start();
      if (server.url !== url) throw new Error('PostgreSQL came back under another address.');
    },
    /** One process that serves a connection: PostgreSQL then throws out all the others and recovers by itself. */
    killBackend() {
      const backends = findBackends(readPostmaster(dataFolder));
      const one = backends[chance.below(backends.length)];
      if (one !== undefined) process.kill(one, 'SIGKILL');
    },
    /** Every connection is ended as an administrator would. */
    async endConnections() {
      await patiently(url, `select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`);
    },
    /** Asks until it is answered. */
    ask: (text, values) => patiently(url, text, values),
    stop: () => server.stop(),
  };
}

async function patiently(connectionString, text, values) {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text, values)).rows;
    } catch (error) {
      if (attempt === 200 || (error.code?.length === 5 && !/^(08|57)/.test(error.code))) throw error;
      await wait(150);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function readPostmaster(dataFolder) {
  return Number.parseInt(readFileSync(join(dataFolder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

/** Processes of the server that serve a client, by what they call themselves (Linux); elsewhere none is found. */
function findBackends(postmaster) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
      return parent === postmaster && /^postgres: postgres .*127\.0\.0\.1/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  });
}
