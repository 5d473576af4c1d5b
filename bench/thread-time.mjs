import { readdirSync, readFileSync } from 'node:fs';
import { endedChildrenTime, familyOf } from './throughput/processor-time.mjs';

/** Milliseconds that all threads of the processes have run, as the scheduler counts them (Linux): finer than a hundredth of a second. */
export function threadTime(pids) {
  return pids.flatMap(threadTimes).reduce((sum, one) => sum + one, 0);
}

/** The same of a process and its children: of those that live as finely, of those that have ended in between in hundredths of a second. */
export function familyTime(pid) {
  return threadTime(familyOf(pid)) + endedChildrenTime(pid);
}

/** None of a process that has ended in between: PostgreSQL's workers of the background come and go. */
function threadTimes(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
  } catch {
    return [];
  }
}
