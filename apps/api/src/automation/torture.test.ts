import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const inRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const hasRedis = process.env['GUANXI_TEST_REDIS_URL'] !== undefined;
const backends = [
  { queue: 'postgres', title: 'PostgreSQL', run: describe },
  // It kills a server of its own; where there is one for the suites, the program is there.
  { queue: 'redis', title: 'Redis (needs GUANXI_TEST_REDIS_URL)', run: hasRedis ? describe : describe.skip },
];

for (const { queue, title, run } of backends) {
  run(`saves while everything is killed, with the queue on ${title}`, () => {
    it('set off what they should, each step once', async () => {
      const { code, said } = await torture(['--saves', '150', '--kills', '6', '--queue', queue, '--minutes', '9']);
      expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
    }, 600_000);
  });
}

/** The short form of `npm run torture`, straight from the sources. */
async function torture(words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(process.execPath, ['--no-warnings', '--import', inRoot('scripts/jest/run-typescript.mjs'), inRoot('bench/torture/torture.mjs'), ...words], {
    env: { ...process.env, NODE_OPTIONS: '', GUANXI_MAIN: 'apps/api/src/main.ts' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += String(piece)));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
}
