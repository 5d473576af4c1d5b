// One throw-away PostgreSQL per test run. A keeper process holds it, so that it ends even when jest is killed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export default async function startPostgres() {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  globalThis.guanxiPostgresKeeper = keeper;
  const { url, files } = JSON.parse(await readFirstLine(keeper));
  Object.assign(process.env, { GUANXI_TEST_POSTGRES_URL: url, GUANXI_TEST_FOLDER: files });
  keeper.unref();
  keeper.stdout.unref();
  keeper.stdin.unref();
}

function readFirstLine(keeper) {
  return new Promise((resolve, reject) => {
    keeper.once('exit', () => reject(new Error('The test PostgreSQL did not start; the reason stands above.')));
    createInterface({ input: keeper.stdout }).once('line', resolve);
  });
}
