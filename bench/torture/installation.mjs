import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { objects, workflows } from './documents.mjs';
import { freePort } from './free-port.mjs';
import { openPostgres } from './postgres.mjs';
import { keepProcess, runCommand } from './processes.mjs';
import { openReceiver } from './receiver.mjs';
import { openRedis } from './redis.mjs';

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
  await edit(api, objects);
  await edit(api, workflows);
  for (const { name } of workflows) await askMetadata(api, 'mutation ($name: String!) { activateWorkflow(name: $name, includePast: false) { name } }', { name });
  await askMetadata(api, 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret } }', { input: { name: 'Calls', url: receiverUrl, subjects: [{ object: 'Call' }], kinds: ['created'] } });
}

async function edit(api, documents) {
  const { saveDraft } = await askMetadata(api, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
  if (saveDraft.problems.length > 0) throw new Error(JSON.stringify(saveDraft.problems, null, 1));
  const { plan } = await askMetadata(api, '{ plan { baseRevision } }');
  const { publish: result } = await askMetadata(api, 'mutation ($revision: Int!) { publish(baseRevision: $revision) { revision problems { message } } }', { revision: plan.baseRevision });
  if (result.revision === null) throw new Error(JSON.stringify(result.problems));
}

async function askMetadata({ url, key }, query, variables = {}) {
  const response = await fetch(`${url}/metadata`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 1_000));
  return data;
}

async function untilReady(url) {
  for (const end = Date.now() + 300_000; Date.now() < end; await wait(100)) {
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return;
  }
  throw new Error(`${url}/readyz did not answer within five minutes.`);
}
