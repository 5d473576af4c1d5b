import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import { canReach, type ServerAccount } from './server-account.js';

export interface Launcher {
  /** Path of something in the data folder as the launched program must write it. */
  pathInside(path: string): string;
  launch(program: string, args: readonly string[], output: number): ChildProcess;
}

/**
 * Starts programs as the server's account. Where that account may not walk down to the data folder (a home that only root
 * may enter), the open folder itself is handed over as file descriptor 3 and addressed through /proc/self/fd: this opens
 * that one folder to the server and nothing else.
 */
export function makeLauncher(folder: DataFolder, binaries: Binaries, account: ServerAccount | undefined): Launcher {
  const byDescriptor = account !== undefined && process.platform === 'linux' && !canReach(account, folder.root);
  return {
    pathInside: (path) => (byDescriptor ? join('/proc/self/fd/3', relative(folder.root, path)) : path),
    launch(program, args, output) {
      const handed = byDescriptor ? [openSync(folder.root, 'r')] : [];
      try {
        return spawn(program, args, {
          ...account,
          // Not the caller's folder: the account may not be allowed to be there.
          cwd: process.platform === 'win32' ? binaries.folder : '/',
          // A session of its own, so that Ctrl-C in the terminal reaches the owner only, who then stops things in order.
          detached: true,
          windowsHide: true,
          stdio: ['ignore', output, output, ...handed],
          env: serverEnvironment(binaries),
        });
      } finally {
        handed.forEach((descriptor) => closeSync(descriptor));
      }
    },
  };
}

/** No PG* variable of the caller may change what the server does. */
function serverEnvironment(binaries: Binaries): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    TMPDIR: process.env['TMPDIR'],
    LC_ALL: 'C',
    LD_LIBRARY_PATH: join(binaries.folder, 'lib'),
    DYLD_LIBRARY_PATH: join(binaries.folder, 'lib'),
  };
}
