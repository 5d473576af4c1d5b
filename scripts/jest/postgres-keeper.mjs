// Starts a server in a folder of its own, prints its URL and a folder for what the suites write, and ends it with all that as
// soon as standard input closes, which the system does for us however the test run ended.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFromSource } from '../transpile-package.mjs';

const { startEmbeddedPostgres } = await importFromSource('embedded-postgres', 'index');
const { prepareTestServer } = await importFromSource('embedded-postgres', 'testing');
const { searchFunctions } = await importFromSource('field-types', 'search-functions', 'search');

const folder = mkdtempSync(join(tmpdir(), 'guanxi-test-postgres-'));
// Nobody reads any more when the run was killed before the first line.
process.stdout.on('error', () => undefined);
const stdinClosed = new Promise((resolve) => process.stdin.once('close', resolve).once('end', resolve).resume());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.stdin.destroy());

try {
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, 'data'),
    durable: false,
    settings: { max_connections: '300', max_wal_size: '4GB', shared_buffers: '128MB' },
  });
  try {
    await prepareTestServer(server.url, ['create schema guanxi', ...searchFunctions]);
    const files = join(folder, 'files');
    mkdirSync(files);
    process.stdout.write(`${JSON.stringify({ url: server.url, files })}\n`);
    await stdinClosed;
  } finally {
    await server.stop();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
