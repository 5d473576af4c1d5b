import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './index.js';
import { canReach } from './server-account.js';

/** A user that every Linux has, and who is not the one that root lends the server. */
const daemon = { uid: 1, gid: 1 };
const transpile = new URL('../../../scripts/transpile-package.mjs', import.meta.url).href;

/** Only root can change users; for others these promises are not made, so there is nothing to skip. */
const itAsRoot: (name: string, test: () => Promise<void>) => void = process.getuid?.() === 0 ? it : () => undefined;

/** Another user must be able to read these sources, which is not so in a clone below root's home. */
const itAsOtherUser = canReach(daemon, fileURLToPath(import.meta.url)) ? itAsRoot : () => undefined;

describe('startEmbeddedPostgres', () => {
  let folder: string;
  const servers: EmbeddedPostgres[] = [];
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guanxi-embedded-'));
    chmodSync(folder, 0o755);
  });

  afterEach(async () => {
    children.splice(0).forEach((child) => child.kill('SIGKILL'));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(dataFolder: string, log?: (line: string) => void): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataFolder, log, durable: false, settings: { shared_buffers: '16MB' } });
    servers.push(server);
    return server;
  }

  it('keeps what was written, the port and the password over a stop and a start', async () => {
    const data = join(folder, 'deep/er/data');
    const first = await start(data);
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    await expect(query(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');

    const second = await start(data);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('lets nobody in without the password, and shows the password to its owner only', async () => {
    const data = join(folder, 'data');
    const { url } = await start(data);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(data, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('replaces a server whose owner was killed, without losing what was committed', async () => {
    const data = join(folder, 'data');
    const { owner, url } = await startInChild(data);
    await query(url, 'create table kept as select 1 as answer');
    const orphan = readServerPid(data);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(isAlive(orphan)).toBe(true);

    const said: string[] = [];
    const server = await start(data, (line) => said.push(line));
    expect(readServerPid(data)).not.toBe(orphan);
    expect(said.join()).toContain(`process ${orphan}`);
    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 1 }]);
  });

  it('starts over a pid file that names a process of somebody else', async () => {
    const data = join(folder, 'data');
    await (await start(data)).stop();
    writeFileSync(join(data, 'cluster/postmaster.pid'), `${process.pid}\n/elsewhere\n`);
    const server = await start(data);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('recovers after server and owner were both killed', async () => {
    const data = join(folder, 'data');
    const { owner, url } = await startInChild(data);
    await query(url, 'create table kept as select 1 as answer');
    const pid = readServerPid(data);
    owner.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await once(owner, 'exit');
    const server = await start(data);
    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 1 }]);
  });

  it('refuses a folder that another live process serves', async () => {
    const data = join(folder, 'data');
    const { owner } = await startInChild(data);
    await expect(start(data)).rejects.toMatchObject({ code: 'folder_in_use', message: expect.stringContaining(`process ${owner.pid}`) });
  });

  it('lets exactly one of two simultaneous starts win', async () => {
    const data = join(folder, 'data');
    const outcomes = await Promise.allSettled([start(data), start(data)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('removes a half-written cluster, says so and makes it anew', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'cluster.unfinished-1/base'), { recursive: true });
    writeFileSync(join(data, 'cluster.unfinished-1/PG_VERSION'), '18\n');
    const said: string[] = [];
    const server = await start(data, (line) => said.push(line));
    expect(said.join()).toContain('half-written folder is removed');
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('mends a first start that was killed at any moment', async () => {
    const data = join(folder, 'data');
    for (const delay of [150, 300, 600]) {
      const { owner } = spawnOwner(data);
      await new Promise((resolve) => setTimeout(resolve, delay));
      const ended = once(owner, 'exit');
      owner.kill('SIGKILL');
      await ended;
    }
    const server = await start(data);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says which version made a folder that it cannot read', async () => {
    const data = join(folder, 'data');
    await (await start(data)).stop();
    writeFileSync(join(data, 'cluster/PG_VERSION'), '15\n');
    await expect(start(data)).rejects.toMatchObject({ code: 'other_major_version', message: expect.stringContaining('PostgreSQL 15') });
  });

  it('names what is missing from a damaged folder and does not touch it', async () => {
    const data = join(folder, 'data');
    await (await start(data)).stop();
    rmSync(join(data, 'cluster/global/pg_control'));
    await expect(start(data)).rejects.toMatchObject({ code: 'folder_damaged', message: expect.stringContaining('global/pg_control') });
    expect(existsSync(join(data, 'cluster/base'))).toBe(true);
  });

  it('shows the words of PostgreSQL when it does not start', async () => {
    const failing = startEmbeddedPostgres({ dataFolder: join(folder, 'data'), durable: false, settings: { shared_buffers: 'plenty' } });
    await expect(failing).rejects.toMatchObject({ code: 'start_failed', message: expect.stringContaining('shared_buffers') });
  });

  itAsRoot('runs for root even where only root may enter the folders above', async () => {
    const closed = join(folder, 'home');
    mkdirSync(closed, { mode: 0o700 });
    const data = join(closed, 'data');
    await (await start(data)).stop();
    const { url } = await start(data);
    expect(await query(url, 'show data_directory')).toEqual([{ data_directory: '/proc/self/fd/3/cluster' }]);
    writeFileSync(join(closed, 'letter'), 'private');
    await expect(query(url, `select pg_read_file('${closed}/letter')`)).rejects.toThrow('Permission denied');
  });

  itAsOtherUser('runs for an ordinary user, who is told when the folder belongs to somebody else', async () => {
    const mine = join(folder, 'mine');
    mkdirSync(mine);
    chownSync(mine, daemon.uid, daemon.gid);
    const { owner, url } = await startInChild(join(mine, 'data'), daemon);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    owner.kill('SIGTERM');
    await once(owner, 'exit');

    const { owner: refused, output } = spawnOwner(join(folder, 'of-root'), daemon);
    await once(refused, 'exit');
    expect(output()).toContain('may not be written by this user');
  });

  itAsOtherUser('tells a user without a name what PostgreSQL lacks', async () => {
    const user = { uid: 54321, gid: 54321 };
    chownSync(folder, user.uid, user.gid);
    const { owner, output } = spawnOwner(join(folder, 'data'), user);
    await once(owner, 'exit');
    expect(output()).toContain('user 54321 has no line in /etc/passwd');
  });

  function spawnOwner(data: string, user?: { uid: number; gid: number }): { owner: ChildProcess; output(): string } {
    const script = `
      const { importFromSource } = await import(${JSON.stringify(transpile)});
      const { startEmbeddedPostgres } = await importFromSource('embedded-postgres', 'index');
      const keepAlive = setInterval(() => undefined, 1000);
      try {
        const server = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(data)} });
        console.log('at ' + server.url);
        process.once('SIGTERM', async () => { await server.stop(); process.exit(); });
      } catch (error) {
        console.log(error.message);
        process.exit(1);
      }`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { ...user, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(owner);
    let text = '';
    owner.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    owner.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return { owner, output: () => text };
  }

  async function startInChild(data: string, user?: { uid: number; gid: number }): Promise<{ owner: ChildProcess; url: string }> {
    const { owner, output } = spawnOwner(data, user);
    for (;;) {
      const url = /^at (.+)$/m.exec(output())?.[1];
      if (url) return { owner, url };
      if (owner.exitCode !== null) throw new Error(`The owner ended: ${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function readServerPid(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'cluster/postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
