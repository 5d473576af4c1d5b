import { readFileSync, readdirSync } from 'node:fs';

/** Of a hundredth of a second, as Linux counts for programs. */
const TICK_MS = 10;

/**
 * Milliseconds of processor time that processes have taken, each with everything it has started and that has ended (Linux).
 * Undefined elsewhere.
 */
export function readProcessorTime(pids) {
  if (process.platform !== 'linux') return undefined;
  return pids.reduce((sum, pid) => sum + readTicks(pid), 0) * TICK_MS;
}

/** A process and its children. */
export function familyOf(pid) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((one) => readStat(one)?.[1] === pid);
  return [pid, ...children];
}

/** Milliseconds of the children of a process that have ended (Linux). */
export function endedChildrenTime(pid) {
  const fields = readStat(pid);
  return fields ? (fields[13] + fields[14]) * TICK_MS : 0;
}

function readTicks(pid) {
  const fields = readStat(pid);
  return fields ? fields[11] + fields[12] + fields[13] + fields[14] : 0;
}

/** Numbers of /proc/<pid>/stat from "state" on (proc(5), field 3). */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
  } catch {
    return undefined;
  }
}
