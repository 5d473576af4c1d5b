import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../prepare/terminal.mjs';

/** Only one `npm start` at a time works on a data folder. Tells whether an earlier one was killed. */
export function lockDataFolder(dataFolder, port) {
  const file = join(dataFolder, 'running.json');
  makeFolder(dataFolder);
  let earlierWasKilled = false;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, `${JSON.stringify({ pid: process.pid, started: startTimeOf(process.pid), port })}\n`, { flag: 'wx', mode: 0o600 });
      return { earlierWasKilled, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw notWritable(dataFolder, error);
    }
    const other = readLock(file);
    if (other && isRunning(other)) {
      throw new Refusal(
        `Guanxi already runs on ${dataFolder} (process ${other.pid}, http://localhost:${other.port}). Use that one, stop it with Ctrl-C, or give another folder with GUANXI_DATA and another PORT.`,
      );
    }
    earlierWasKilled = true;
    setAside(file);
  }
  throw new Refusal(`Another start took ${dataFolder} at the same moment. Try again.`);
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function notWritable(folder, error) {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(error.code)) return error;
  if (error.code === 'ENOSPC') return new Refusal(`The disk that holds ${folder} is full. Free some space and start again.`);
  return new Refusal(`The data folder ${folder} cannot be written (${error.code}). Give it to this user, or choose another one with GUANXI_DATA.`);
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function setAside(file) {
  try {
    renameSync(file, `${file}.${process.pid}`);
    rmSync(`${file}.${process.pid}`, { force: true });
  } catch {
    // Another start was quicker; the next attempt meets its lock.
  }
}

function isRunning({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return startTimeOf(pid) === started;
}

/** A number may be given to another process later; the start time (proc(5), field 22) tells them apart. Empty without /proc. */
function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return '';
  }
}
