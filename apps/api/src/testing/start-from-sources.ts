import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hooks = fileURLToPath(new URL('../../../../scripts/jest/run-typescript.mjs', import.meta.url));
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The product as a process of its own, without a build before; it has the settings of `environment` alone. */
export function startFromSources(role: 'api' | 'worker', environment: Readonly<Record<string, string | undefined>>): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', '--import', hooks, main, role], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
