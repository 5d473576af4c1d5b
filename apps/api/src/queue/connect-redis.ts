import { Cluster, Redis, type RedisOptions } from 'ioredis';

/**
 * Connects as the URL says: `redis://host:6379`, `rediss://…` for TLS. More servers stand in the query, each as
 * `node=host:port`: with `sentinel=<name of the master>` they are Sentinels, with `cluster=yes` nodes of a Cluster.
 */
export function connectRedis(url: string): Redis | Cluster {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
  const nodes = [`${hostname}:${port || '6379'}`, ...searchParams.getAll('node')].map(readNode);
  const options: RedisOptions = {
    // BullMQ's workers wait without end; commands must not give up meanwhile.
    maxRetriesPerRequest: null,
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
  if (searchParams.has('cluster')) return new Cluster(nodes, { redisOptions: options });
  const db = Number(pathname.slice(1) || 0);
  const master = searchParams.get('sentinel');
  if (master) return new Redis({ ...options, db, sentinels: nodes, name: master, ...(protocol === 'rediss:' && { enableTLSForSentinelMode: true }) });
  const [first] = nodes;
  return new Redis({ ...options, ...first, db });
}

function readNode(text: string): { readonly host: string; readonly port: number } {
  const split = text.lastIndexOf(':');
  return { host: text.slice(0, split), port: Number(text.slice(split + 1)) };
}
