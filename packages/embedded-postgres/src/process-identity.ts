import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readErrorCode } from './embedded-postgres-error.js';

/** A process number alone may be given to another process later; with its start time it names one process for good. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  return { pid, started: findStartTime(pid) };
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  const now = identifyProcess(identity.pid);
  return now !== undefined && now.started === identity.started;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return readErrorCode(error) === 'EPERM';
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  return readStatus(pid)[0] === 'Z';
}

function findStartTime(pid: number): string {
  if (process.platform === 'win32') return '';
  const fields = readStatus(pid);
  if (fields.length > 0) return fields[19] ?? '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Fields of /proc/<pid>/stat from "state" on (proc(5), field 3); the name before it may contain blanks. Empty without /proc. */
function readStatus(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
