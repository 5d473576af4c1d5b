import { createPostgresBackend, createRedisBackend, runMigrations } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export const QUEUE = 'bare';
const SCHEMA = 'bare_queue';

/** The same version and the same server that the product's queue has, apart from it. */
export async function openBareQueue({ databaseUrl, redisUrl }) {
  if (redisUrl) {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    return { backend: createRedisBackend, options: { connection, prefix: '{bare}' }, close: async () => connection.disconnect() };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA},public`, max: 20 });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  return { backend: createPostgresBackend, options: { connection: pool, prefix: '{bare}' }, close: () => pool.end() };
}
