import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive } from './process-identity.js';

/** Fast shutdown, immediate shutdown, force; each with the seconds it is given. */
const SIGNALS = [['SIGINT', 60], ['SIGQUIT', 20], ['SIGKILL', 10]] as const;

/**
 * Stops a server whose owner was killed and clears a pid file that would keep PostgreSQL from starting. Two servers on one
 * folder would destroy it, so the pid file goes only when no process of the old server is left.
 */
export async function stopOrphan(folder: DataFolder, log: (line: string) => void): Promise<void> {
  const pidFile = join(folder.cluster, 'postmaster.pid');
  const pid = readServerPid(pidFile);
  if (pid === undefined) return;
  const cluster = realpathSync(folder.cluster);
  const remaining = (): number[] => findServerProcesses(pid, cluster);
  if (remaining().length > 0) log(`A PostgreSQL of an earlier start (process ${pid}) still runs on this folder; it is stopped first.`);
  for (const [signal, seconds] of SIGNALS) {
    const left = remaining();
    // Backends outlive a killed postmaster for a moment and end by themselves; only then are they signalled one by one.
    const addressed = left.includes(pid) ? [pid] : signal === 'SIGINT' ? [] : left;
    addressed.forEach((target) => sendSignal(target, signal));
    if (await isEmptyWithin(remaining, seconds)) {
      clearPidFile(pidFile, pid);
      return;
    }
  }
  throw new EmbeddedPostgresError('folder_in_use', `PostgreSQL of an earlier start (process ${pid}) does not stop. End it, then start again.`);
}

/** PostgreSQL removes the file of a dead process itself; not that of a number which somebody else carries by now. */
function clearPidFile(pidFile: string, pid: number): void {
  if (readServerPid(pidFile) === pid) rmSync(pidFile, { force: true });
}

function readServerPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Every process of a server has the cluster as its working folder; where that cannot be asked, the postmaster alone is looked at. */
function findServerProcesses(pid: number, cluster: string): number[] {
  if (process.platform !== 'linux') return isAlive(pid) && isPostmasterOf(pid, cluster) ? [pid] : [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, cluster))
    .map(Number);
}

function worksIn(process: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${process}/cwd`) === folder && /postgres/.test(readFileSync(`/proc/${process}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    // No such process, or no ps.
    return false;
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

async function isEmptyWithin(list: () => number[], seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(30)) {
    if (list().length === 0) return true;
  }
  return list().length === 0;
}
