import { once } from 'node:events';
import { chmodSync, chownSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { makePassword, type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError, explainFileError, explainServerOutput } from './embedded-postgres-error.js';
import type { Launcher } from './launch.js';
import type { ServerAccount } from './server-account.js';

/**
 * The same order and the same case rules on every machine. pg_trgm still asks the C library what a letter is: with the
 * character type C it would see none in Chinese.
 */
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  ...(process.platform === 'win32' ? [] : [`--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`]),
];

export interface ClusterPlan {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly launcher: Launcher;
  readonly account: ServerAccount | undefined;
  /** A throw-away server need not wait for the disk. */
  readonly durable: boolean;
}

/** Runs initdb beside the final place and renames the result, so that an interruption can be told from a whole cluster. */
export async function makeCluster(plan: ClusterPlan): Promise<void> {
  const { folder, binaries, launcher, account, durable } = plan;
  const initialPassword = join(folder.root, 'password.initial');
  const logFile = join(folder.root, 'initdb.log');
  try {
    rmSync(folder.cluster, { recursive: true, force: true });
    mkdirSync(folder.unfinished, { mode: 0o700 });
    writeFileSync(initialPassword, makePassword(folder), { mode: 0o600 });
    chmodSync(initialPassword, 0o600);
    if (account) [folder.unfinished, initialPassword].forEach((path) => chownSync(path, account.uid, account.gid));
    const output = openSync(logFile, 'w', 0o600);
    const child = launcher.launch(
      binaries.initdb,
      [
        `--pgdata=${launcher.pathInside(folder.unfinished)}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${launcher.pathInside(initialPassword)}`,
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
        ...LOCALE,
      ],
      output,
    );
    closeSync(output);
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) {
      throw explainServerOutput(
        { code: 'initdb_failed', sentence: `The database folder ${folder.root} could not be made.` },
        readFileSync(logFile, 'utf8'),
        folder.root,
      );
    }
    renameSync(folder.unfinished, folder.cluster);
    rmSync(logFile, { force: true });
  } catch (error) {
    rmSync(folder.unfinished, { recursive: true, force: true });
    throw error instanceof EmbeddedPostgresError ? error : explainFileError(error, folder.root);
  } finally {
    rmSync(initialPassword, { force: true });
  }
}
