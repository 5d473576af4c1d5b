import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { EmbeddedPostgresError, explainFileError } from './embedded-postgres-error.js';
import { identifyProcess, isAlive, isStillRunning, type ProcessIdentity } from './process-identity.js';

/** Says that this process runs the folder's server. Another live process there is an error; a dead one is replaced. */
export function takeFolder(folder: DataFolder): { release(): void } {
  const me = identifyProcess(process.pid);
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(folder.ownerFile, `${JSON.stringify(me)}\n`, { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(folder.ownerFile, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw explainFileError(error, folder.root);
    }
    const owner = readOwner(folder);
    if ((owner && isStillRunning(owner)) || attempt === 5) {
      throw new EmbeddedPostgresError(
        'folder_in_use',
        `The database folder ${folder.root} is in use by process ${owner?.pid ?? 'unknown'}. Stop that process first, or choose another folder.`,
      );
    }
    setAside(folder.ownerFile);
  }
}

/**
 * Stops a server whose owner was killed. PostgreSQL itself prevents two servers on one folder, so what is at stake here is
 * only that the next start succeeds.
 */
export async function stopOrphan(folder: DataFolder, log: (line: string) => void): Promise<void> {
  const pidFile = join(folder.cluster, 'postmaster.pid');
  const pid = readServerPid(pidFile);
  if (pid === undefined) return;
  if (!isAlive(pid) || !isPostgres(pid)) {
    // After a crash the number may belong to any process by now; PostgreSQL would take that for a running server.
    rmSync(pidFile, { force: true });
    return;
  }
  log(`A PostgreSQL of an earlier start (process ${pid}) still runs on this folder; it is stopped first.`);
  for (const [signal, seconds] of [['SIGINT', 60], ['SIGQUIT', 20], ['SIGKILL', 5]] as const) {
    process.kill(pid, signal);
    if (await isGoneWithin(pid, seconds)) {
      if (signal === 'SIGKILL') rmSync(pidFile, { force: true });
      return;
    }
  }
  throw new EmbeddedPostgresError('folder_in_use', `PostgreSQL of an earlier start (process ${pid}) does not stop. End it, then start again.`);
}

function readOwner(folder: DataFolder): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(folder.ownerFile, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** Renaming first lets only one of two processes remove the dead owner's file, and never a fresh one. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // The other process was quicker; the next attempt sees its file.
  }
}

function readServerPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

async function isGoneWithin(pid: number, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (!isAlive(pid)) return true;
    await wait(30);
  }
  return !isAlive(pid);
}
