import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user the server runs as. PostgreSQL refuses root, so root lends it the identity of `nobody`. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when the server simply runs as the present user. */
export function chooseServerAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findNobody() ?? { uid: 65534, gid: 65534 };
}

/** Whether the account may walk down to `path`: every folder above it lets others (or the account) pass. */
export function canReach(account: ServerAccount, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const mayPass = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
    if (!mayPass) return false;
    if (folder === dirname(folder)) return true;
  }
}

function findNobody(): ServerAccount | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m);
    return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined;
  } catch {
    return undefined;
  }
}
