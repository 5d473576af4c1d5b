import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that all threads of the processes have run, as the scheduler counts them (Linux): finer than a hundredth of a second. */
export function threadTime(pids) {
  return pids.flatMap(threadTimes).reduce((sum, one) => sum + one, 0);
}

/** None of a process that has ended in between: PostgreSQL's workers of the background come and go. */
function threadTimes(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
  } catch {
    return [];
  }
}
