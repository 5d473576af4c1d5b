import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const leaveWithParent = inRoot('scripts/start/leave-with-parent.mjs');
const PAUSE_MS = 300;
const MOST_SAID = 600;

/** The product's program: as it was built, or what GUANXI_MAIN names, straight from the sources where that is TypeScript. */
export function programOf(main = process.env.GUANXI_MAIN || 'apps/api/dist/main.js') {
  const hooks = main.endsWith('.ts') ? ['--no-warnings', '--import', inRoot('scripts/jest/run-typescript.mjs')] : [];
  return ['--import', leaveWithParent, ...hooks, inRoot(main)];
}

/** Runs a command of the product to its end. Throws with its words when it fails. */
export async function runCommand(command, env) {
  const child = spawn(process.execPath, [...programOf(), command], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${said}`);
}

/**
 * Keeps a process of the product running as a supervisor does: killed or fallen, it is started again. `ownEnds` says how
 * often it fell without having been killed.
 */
export function keepProcess({ command, env, say }) {
  let child;
  let isWanted = true;
  let wasKilled = false;
  let ownEnds = 0;
  const settled = keepRunning();

  async function keepRunning() {
    while (isWanted) {
      child = spawn(process.execPath, [...programOf(), command], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => say(`${command}: ${String(piece).trimEnd().slice(0, MOST_SAID)}`));
      wasKilled = false;
      const [code, signal] = await once(child, 'exit');
      if (isWanted && !wasKilled) {
        ownEnds += 1;
        say(`${command} ended by itself: ${signal ?? code}`);
      }
      if (isWanted) await wait(PAUSE_MS);
    }
  }

  return {
    get ownEnds() {
      return ownEnds;
    },
    kill() {
      wasKilled = true;
      child.kill('SIGKILL');
    },
    async stop() {
      isWanted = false;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await settled;
      clearTimeout(force);
    },
  };
}
