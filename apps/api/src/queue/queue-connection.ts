import { createPostgresBackend, createRedisBackend, runMigrations, type BackendFactory, type IQueueBackend } from 'bullmq';
import pg from 'pg';
import { outliveLostConnections } from '../database/outlive-lost-connections.js';
import { connectRedis } from './connect-redis.js';
import { jobKinds } from './job-kinds.js';

const SCHEMA = 'bullmq';

/** The server that BullMQ keeps its jobs on, as Queue and Worker take it. */
export interface QueueConnection {
  readonly backend: BackendFactory<IQueueBackend, never>;
  readonly connection: unknown;
  /** Namespace of the keys on Redis; one hash slot, so that it works on a cluster. */
  readonly prefix: string;
  close(): Promise<void>;
}

export interface QueuePlace {
  readonly databaseUrl: string;
  /** The queue lives in PostgreSQL when absent. */
  readonly redisUrl?: string | undefined;
  readonly prefix?: string;
}

/**
 * Connects to Redis where there is one, else to the database, whose queue tables it brings up to date. Installations that
 * share a Redis keep apart by `prefix=…` in its URL.
 */
export async function connectQueue({ databaseUrl, redisUrl, prefix = prefixOf(redisUrl) }: QueuePlace): Promise<QueueConnection> {
  if (redisUrl) {
    const redis = connectRedis(redisUrl);
    return { backend: createRedisBackend, connection: redis, prefix, close: async () => redis.disconnect() };
  }
  const pool = await openPool(databaseUrl);
  return { backend: createPostgresBackend, connection: pool, prefix, close: () => pool.end() };
}

function prefixOf(redisUrl: string | undefined): string {
  return `{${(redisUrl && new URL(redisUrl).searchParams.get('prefix')) || 'guanxi'}}`;
}

async function openPool(databaseUrl: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'guanxi-queue',
    options: `-c search_path=${SCHEMA},public`,
    keepAlive: true,
    // Each worker keeps one connection to itself, for LISTEN.
    max: Object.keys(jobKinds).length + 5,
  });
  outliveLostConnections(pool);
  // Each queue and each worker listens for it, too.
  pool.setMaxListeners(Object.keys(jobKinds).length * 4);
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  return pool;
}
