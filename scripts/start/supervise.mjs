import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../prepare/paths.mjs';
import { say } from '../prepare/terminal.mjs';

const leaveWithParent = new URL('leave-with-parent.mjs', import.meta.url).href;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran this long was healthy: its next fall starts the pauses anew. */
const HEALTHY_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

/** Keeps one process running until it is told to stop. */
export function supervise({ name, args, env }) {
  const stopping = new AbortController();
  let child;
  let settled;

  async function keepRunning() {
    for (let pause = FIRST_PAUSE_MS; !stopping.signal.aborted; ) {
      const begin = Date.now();
      const how = await runOnce();
      if (stopping.signal.aborted) return;
      if (Date.now() - begin > HEALTHY_MS) pause = FIRST_PAUSE_MS;
      say(`  ! The ${name} ended (${how}); it is started again in ${pause / 1000} s.`);
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  function runOnce() {
    return new Promise((resolve) => {
      child = spawn(process.execPath, ['--import', leaveWithParent, ...args], {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        // A process group of its own: Ctrl-C reaches the supervisor alone, who then stops things in order.
        detached: true,
      });
      child.once('error', ({ message }) => resolve(message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  return {
    start: () => (settled = keepRunning()),
    async stop() {
      stopping.abort();
      child?.kill('SIGTERM');
      const force = setTimeout(() => child?.kill('SIGKILL'), STOP_LIMIT_MS);
      await settled;
      clearTimeout(force);
    },
    kill: () => child?.kill('SIGKILL'),
  };
}
