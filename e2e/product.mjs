import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const START_TIMEOUT_MS = 300_000;
const admin = { email: 'admin@guanxi.local', password: 'a long enough password' };

/** Starts the product the way its README says, on a free port with data of its own. */
export async function startProduct() {
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-e2e-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), GUANXI_DATA: folder, GUANXI_ADMIN_EMAIL: admin.email, GUANXI_ADMIN_PASSWORD: admin.password, WEBHOOK_ALLOW: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, () => said);
  return {
    ...(await joinProduct({ url, folder, pid: child.pid })),
    said: () => said,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What journeys need of a product that runs: `pid` is that of its supervisor, `folder` that of its data. */
export async function joinProduct({ url, folder, pid }) {
  const key = (await readFile(join(folder, 'cli-key'), 'utf8')).trim();
  return {
    url,
    admin,
    folder,
    /** Any operation on /metadata or /graphql with the admin's key: to look at what the page should have done. */
    ask: (route, query, variables) => ask(`${url}${route}`, key, query, variables),
    cli: (...words) => runCli(words, { url, folder }),
    /** The process ids of the workers, so that one can be killed. */
    workers: () => findWorkers(pid),
  };
}

async function ask(url, key, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(`${url}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

async function runCli(words, { url, folder }) {
  const child = spawn(process.execPath, [join(root, 'apps/cli/dist/main.js'), '--url', url, ...words], { cwd: root, env: { ...process.env, GUANXI_DATA: folder } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
  const [code] = await once(child, 'exit');
  return { code, output };
}

/** Children of the supervisor whose command line ends in the word "worker" (Linux). */
async function findWorkers(parent) {
  const children = (await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8')).trim().split(/\s+/);
  const found = await Promise.all(
    children.map(async (pid) => ((await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('\0worker') ? [Number(pid)] : [])),
  );
  return found.flat();
}

async function untilReady(url, child, said) {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url}/readyz did not answer 200 in time:\n${said()}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
