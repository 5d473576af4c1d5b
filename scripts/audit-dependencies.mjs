// Asks the registry for known holes in what we depend on. Says so where it cannot be asked; fails where there are serious ones.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000, maxBuffer: 64 * 1024 * 1024 });
const counts = readCounts(stdout);
if (!counts) {
  console.log('The registry did not answer the question for known holes: the dependencies were NOT checked.');
} else {
  const { critical = 0, high = 0, moderate = 0, low = 0 } = counts;
  console.log(`Known holes in dependencies: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.`);
  if (critical + high > 0) process.exitCode = 1;
}

function readCounts(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}
