import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { DataFolder } from './data-folder.js';
import { EmbeddedPostgresError, explainFileError, readErrorCode } from './embedded-postgres-error.js';
import { identifyProcess, isStillRunning, type ProcessIdentity } from './process-identity.js';

/** Says that this process runs the folder's server. Another live process there is an error; a dead one is replaced. */
export function takeFolder(folder: DataFolder): { release(): void } {
  const me = identifyProcess(process.pid);
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(folder.ownerFile, `${JSON.stringify(me)}\n`, { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(folder.ownerFile, { force: true }) };
    } catch (error) {
      if (readErrorCode(error) !== 'EEXIST') throw explainFileError(error, folder.root);
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
