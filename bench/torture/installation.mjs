import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askMetadata, publishDocuments, untilReady } from '../ask.mjs';
import { freePort } from '../free-port.mjs';
import { keepProcess, runCommand } from '../processes.mjs';
import { openRedis } from '../redis.mjs';
import { makeWorkflows, objects } from './documents.mjs';
import { openPostgres } from './postgres.mjs';
import { openReceiver } from './receiver.mjs';

/** A product of its own, with everything that can be killed of it. How it is stopped again is laid on `stops`, the last first. */
export async function openInstallation({ folder, chance, settings, say, stops }) {
  const postgres = await openPostgres(join(folder, 'postgres'), chance);
  stops.unshift(() => postgres.stop());
  const redis = settings.queue === 'redis' ? await openRedis(folder) : undefined;
  if (redis) stops.unshift(() => redis.stop());
  if (settings.queue === 'redis' && !redis) throw new Error('There is no redis-server on this machine.');
  const receiver = await openReceiver(chance, { troubles: Math.min(10, Math.ceil(settings.saves / 200)) });
  stops.unshift(() => receiver.close());

  const port = await freePort();
  const env = {
    ...process.env, DATABASE_URL: postgres.url, PORT: String(port), GUANXI_DATA: folder, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error', NODE_ENV: 'production',
    WEBHOOK_ALLOW: '127.0.0.1', RATE_LIMIT: '0', ...(redis && { REDIS_URL: redis.url }),
  };
  await runCommand('setup', env);
  const key = (await readFile(join(folder, 'cli-key'), 'utf8')).trim();
  const url = `http://127.0.0.1:${port}`;
  const words = process.env.TORTURE_LOG ? say : () => undefined;
  const api = keepProcess({ command: 'api', env, say: words });
  stops.unshift(() => api.stop());
  await untilReady(url);
  await publish({ url, key }, receiver.url);
  const kept = Array.from({ length: settings.workers }, () => keepProcess({ command: 'worker', env, say: words }));
  stops.unshift(() => Promise.all(kept.map((worker) => worker.stop())));

  const [{ schema }] = await postgres.ask('select schema from guanxi.org limit 1');
  return {
    url, key, schema, ask: postgres.ask, calls: receiver.calls,
    ownEnds: () => [api, ...kept].reduce((sum, { ownEnds }) => sum + ownEnds, 0),
    targets: {
      worker: () => kept[chance.below(kept.length)].kill(),
      api: () => api.kill(),
      backend: () => postgres.killBackend(),
      connections: () => postgres.endConnections(),
      server: () => postgres.killServer(),
      ...(redis && { redis: () => redis.kill(), flush: () => redis.flush() }),
    },
  };
}

async function publish(api, receiverUrl) {
  const workflows = makeWorkflows(receiverUrl);
  await publishDocuments(api, objects);
  await publishDocuments(api, workflows);
  for (const { name } of workflows) {
    await askMetadata(api, 'mutation ($name: String!) { activateWorkflow(name: $name, includePast: false) { name } }', { name });
    // What comes here in minutes would elsewhere be taken for a rule that runs away.
    await askMetadata(api, 'mutation ($name: String!, $most: Int!) { limitWorkflow(name: $name, runsPerHour: $most) { name } }', { name, most: 10_000_000 });
  }
  await askMetadata(api, 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret } }', { input: { name: 'Calls', url: receiverUrl, subjects: [{ object: 'Call' }], kinds: ['created'] } });
}
