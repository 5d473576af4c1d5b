import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readScannerAddress } from '../../config/scanner-address.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { scanFile, ScannerFailure } from './scan-file.js';

const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find(existsSync);
const MALWARE = 'GUANXI-MALWARE-FOR-TESTS';

let folder: string;
let clamd: ChildProcess | undefined;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-clamd-'));
  port = await freePort();
  if (!CLAMD) return;
  await mkdir(join(folder, 'signatures'));
  // A real scanner with one signature of our own: the lists of real ones are hundreds of megabytes.
  await writeFile(join(folder, 'signatures', 'own.ndb'), `Guanxi.Test:0:*:${Buffer.from(MALWARE).toString('hex')}\n`);
  await writeFile(join(folder, 'clamd.conf'), `Foreground yes\nDatabaseDirectory ${join(folder, 'signatures')}\nTCPSocket ${port}\nTCPAddr 127.0.0.1\nStreamMaxLength 1M\nTemporaryDirectory ${folder}\n`);
  clamd = spawn(CLAMD, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  await untilOpen(port);
});
afterAll(async () => {
  if (clamd && clamd.exitCode === null) {
    clamd.kill();
    await once(clamd, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

const fileOf = async (content: string | Buffer) => {
  const path = join(folder, 'content');
  await writeFile(path, content);
  return path;
};

(CLAMD ? describe : describe.skip)('with a real clamd', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('scan', { GUANXI_CLAMD: `127.0.0.1:${port}` });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const upload = (content: string | Buffer, name: string) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    const request = new Request('http://guanxi.local/', { method: 'POST', body: form });
    return request.arrayBuffer().then((payload) => test.app.inject({ method: 'POST', url: '/attachments', payload: Buffer.from(payload), headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': request.headers.get('content-type') ?? '' } }));
  };

  it('tells what is clean from what is not', async () => {
    expect(await scanFile(await fileOf('an offer'), { host: '127.0.0.1', port })).toEqual({ kind: 'clean' });
    expect(await scanFile(await fileOf(`${'x'.repeat(700_000)}${MALWARE}`), { host: '127.0.0.1', port })).toMatchObject({ kind: 'infected', name: expect.stringContaining('Guanxi.Test') as string });
  });

  it('says so where the scanner does not take the file', async () => {
    await expect(scanFile(await fileOf(Buffer.alloc(3_000_000)), { host: '127.0.0.1', port })).rejects.toThrow(ScannerFailure);
  });

  it('keeps clean files and refuses the others, of which nothing stays', async () => {
    expect((await upload('an offer', 'offer.txt')).statusCode).toBe(201);
    const refused = await upload(`see ${MALWARE}`, 'invoice.txt');
    expect([refused.statusCode, refused.json()]).toEqual([422, expect.objectContaining({ code: 'VALIDATION_FAILED', problems: [expect.objectContaining({ path: '/file', code: 'infected' })] })]);
    const { rows } = await test.database.pool.query(`select name from "${test.org.schema}"._file`);
    expect(rows).toEqual([{ name: 'offer.txt' }]);
  });
});

describe('without a scanner that answers', () => {
  it('fails, and takes no file that nobody has looked at', async () => {
    const closed = await freePort();
    await expect(scanFile(await fileOf('an offer'), { host: '127.0.0.1', port: closed })).rejects.toThrow(ScannerFailure);
    const silent = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    await expect(scanFile(await fileOf('an offer'), { host: '127.0.0.1', port: (silent.address() as AddressInfo).port })).rejects.toThrow(ScannerFailure);
    silent.close();
  });

  it.each([['scanner:3310', { host: 'scanner', port: 3310 }], ['[::1]:3310', { host: '::1', port: 3310 }], ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }], ['scanner', undefined], ['scanner:0', undefined], ['http://scanner:3310', undefined]])('reads the address %s', (text, address) => {
    expect(readScannerAddress(text)).toEqual(address);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

async function untilOpen(wanted: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: wanted }).once('connect', () => { socket.destroy(); resolve(true); }).once('error', () => resolve(false));
    });
    if (isOpen) return;
    await wait(100);
  }
  throw new Error('clamd does not listen');
}
