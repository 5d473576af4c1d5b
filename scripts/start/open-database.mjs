import { connect } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../prepare/paths.mjs';
import { note, Refusal, step } from '../prepare/terminal.mjs';

const OLDEST_SERVER = 15;

/** The given server when it answers, else the embedded one. */
export async function openDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl) {
    await step('PostgreSQL of DATABASE_URL answers', () => checkServer(databaseUrl));
    return { url: databaseUrl, stop: async () => undefined };
  }
  return step('PostgreSQL started', async () => {
    const { startEmbeddedPostgres } = await import(pathToFileURL(inRoot('packages/embedded-postgres/dist/index.js')).href);
    return startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log: note });
  });
}

async function checkServer(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    if (rows[0].major < OLDEST_SERVER) {
      throw new Refusal(`The server of DATABASE_URL is PostgreSQL ${rows[0].major}; Guanxi needs ${OLDEST_SERVER} or newer.`);
    }
    return `PostgreSQL ${rows[0].major}`;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { host, pathname } = new URL(connectionString);
    throw new Refusal(
      `The database of DATABASE_URL (${host}${pathname}) cannot be used: ${error.message || error.code}. Start it or mend DATABASE_URL; without DATABASE_URL an embedded PostgreSQL is used.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only whether somebody listens; the rest is for the queue to find out. */
export async function checkRedis(redisUrl) {
  if (!redisUrl) return;
  const { hostname, port, host } = new URL(redisUrl);
  await step('Redis of REDIS_URL answers', () =>
    new Promise((resolve, reject) => {
      const refuse = (reason) => reject(new Refusal(`Redis at ${host} (REDIS_URL) cannot be reached: ${reason}. Start it, or unset REDIS_URL; the queue then lives in PostgreSQL.`));
      const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 5_000 });
      socket.once('connect', () => resolve(socket.destroy() && undefined));
      socket.once('timeout', () => refuse('no answer within 5 seconds'));
      socket.once('error', ({ message, code }) => refuse(message || code));
    }),
  );
}
