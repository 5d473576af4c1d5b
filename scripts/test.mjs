// npm test: every suite of the house on a real PostgreSQL (and Redis where there is one); arguments go to jest.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNodeVersion } from './prepare/node-version.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot } from './prepare/paths.mjs';
import { runLoudly } from './prepare/run-program.mjs';
import { runScript, say } from './prepare/terminal.mjs';
import { startRedis } from './test/start-redis.mjs';

await runScript(async () => {
  checkNodeVersion();
  await ensureInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-test-results-'));
  const redis = process.env.GUANXI_TEST_REDIS_URL ? undefined : await startRedis();
  const redisUrl = process.env.GUANXI_TEST_REDIS_URL ?? redis?.url;
  try {
    const results = join(folder, 'results.json');
    const code = await runJest(results, redisUrl);
    report(results, code, redisUrl !== undefined);
  } finally {
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function runJest(results, redisUrl) {
  const { code } = await runLoudly(
    process.execPath,
    [
      inRoot('node_modules/jest/bin/jest.js'),
      `--config=${inRoot('jest.config.mjs')}`,
      // Before the reporters, a list that would swallow a path.
      ...process.argv.slice(2),
      '--reporters=default',
      `--reporters=${inRoot('scripts/jest/results-reporter.mjs')}`,
      // By default jest leaves a core free, which is half of a small machine.
      ...(process.argv.some((word) => /^(--maxWorkers|-w|-i|--runInBand)/.test(word)) ? [] : ['--maxWorkers=100%']),
    ],
    {
      env: {
        NODE_ENV: 'test',
        // Nest and BullMQ are ES modules, which jest runs behind this flag; its warning says nothing new.
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
        GUANXI_TEST_RESULTS: results,
        ...(redisUrl ? { GUANXI_TEST_REDIS_URL: redisUrl } : {}),
      },
    },
  );
  return code;
}

/** The last line is the sum; what did not run is named above it. */
function report(file, code, hasRedis) {
  const { passed, failed, broken, skipped } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, broken: ['jest itself'], skipped: [] };
  const unexcused = process.env.CI === 'true' ? skipped.filter((name) => !isExcused(name)) : [];
  say('');
  broken.forEach((name) => say(`Could not run: ${name}`));
  skipped.forEach((name) => say(`Skipped: ${name}`));
  if (!hasRedis) say('There is no redis-server on this machine: what needs a real Redis is among the skipped.');
  if (unexcused.length > 0) say('Nothing may be skipped here (CI=true).');
  say(`${passed} passed, ${failed + broken.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  process.exitCode = code || (failed + broken.length + unexcused.length > 0 ? 1 : 0);
}

/** The large real data sets lie beside the repository and are not everybody's. */
function isExcused(name) {
  return /CDNOW|Northwind|shared\/data/i.test(name) && !existsSync(inRoot('../shared/data'));
}
