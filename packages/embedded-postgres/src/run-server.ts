import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import { explainServerOutput } from './embedded-postgres-error.js';
import type { Launcher } from './launch.js';
import { sharedBuffers } from './shared-buffers.js';

export interface RunningServer {
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk afterwards. */
  stop(): Promise<void>;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // Paths of sockets are limited to about 100 characters and tools disagree on how to write them in a URL; TCP always works.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: sharedBuffers(),
  // Compiling a plan costs more than our statements take.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const LOG_LIMIT_BYTES = 10_000_000;
const SLOW_START_MS = 5_000;
const START_LIMIT_MS = 10 * 60_000;

export async function runServer(options: {
  folder: DataFolder;
  binaries: Binaries;
  launcher: Launcher;
  port: number;
  settings: Readonly<Record<string, string>>;
  log: (line: string) => void;
}): Promise<RunningServer> {
  const { folder, binaries, launcher, port, settings, log } = options;
  setLongLogAside(folder.logFile);
  const output = openSync(folder.logFile, 'a', 0o600);
  const written = statSync(folder.logFile).size;
  const args = Object.entries({ ...DEFAULTS, ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = launcher.launch(binaries.postgres, ['-D', launcher.pathInside(folder.cluster), ...args], output);
  closeSync(output);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  if (!(await isReady(child, folder, log))) {
    child.kill('SIGQUIT');
    throw explainServerOutput(
      { code: 'start_failed', sentence: `PostgreSQL did not start on ${folder.root}.` },
      readFileSync(folder.logFile).subarray(written).toString('utf8'),
      folder.root,
    );
  }
  // The owner may end by itself when only its server is left.
  child.unref();
  return { stop: () => stopServer(child, exited) };
}

/** PostgreSQL writes its state into line 8 of postmaster.pid ("starting", "ready"; miscadmin.h, LOCK_FILE_LINE_PM_STATUS). */
async function isReady(child: ChildProcess, folder: DataFolder, log: (line: string) => void): Promise<boolean> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const begin = Date.now();
  let said = false;
  while (!ended && Date.now() - begin < START_LIMIT_MS) {
    if (isSaidReady(join(folder.cluster, 'postmaster.pid'), child.pid)) return true;
    if (!said && Date.now() - begin > SLOW_START_MS) {
      said = true;
      log('PostgreSQL is still reading its log after an unclean stop; large databases take a while.');
    }
    await wait(20);
  }
  return false;
}

function isSaidReady(pidFile: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stopServer(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await exited;
  clearTimeout(timer);
}

function setLongLogAside(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.old`);
}
