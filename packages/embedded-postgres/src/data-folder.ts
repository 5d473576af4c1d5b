import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, explainFileError } from './embedded-postgres-error.js';
import type { ServerAccount } from './server-account.js';

/** Where everything of one server lies. Only `cluster` and `unfinished` belong to PostgreSQL. */
export interface DataFolder {
  readonly root: string;
  readonly cluster: string;
  /**
   * initdb works here; the folder is renamed to `cluster` when it is whole, so a `cluster` is never half written. The name
   * is new each time: an initdb whose owner was killed may still be writing to its own.
   */
  readonly unfinished: string;
  readonly passwordFile: string;
  readonly stateFile: string;
  readonly ownerFile: string;
  readonly logFile: string;
}

const UNFINISHED = 'cluster.unfinished-';

export function openDataFolder(path: string, account: ServerAccount | undefined): DataFolder {
  const root = resolve(path);
  try {
    mkdirSync(dirname(root), { recursive: true });
    mkdirSync(root, { recursive: true, mode: 0o700 });
    chmodSync(root, 0o700);
    if (account) chownSync(root, account.uid, account.gid);
  } catch (error) {
    throw explainFileError(error, root);
  }
  return {
    root,
    cluster: join(root, 'cluster'),
    unfinished: join(root, `${UNFINISHED}${randomBytes(4).toString('hex')}`),
    passwordFile: join(root, 'password'),
    stateFile: join(root, 'server.json'),
    ownerFile: join(root, 'owner.json'),
    logFile: join(root, 'server.log'),
  };
}

/**
 * 'absent' when a cluster has to be made, 'ready' when there is one that this version can run. What an interrupted initdb
 * left behind is removed.
 */
export function inspectCluster(folder: DataFolder, major: number, log: (line: string) => void): 'absent' | 'ready' {
  const leftovers = readdirSync(folder.root).filter((name) => name.startsWith(UNFINISHED));
  if (leftovers.length > 0) {
    log('An earlier start was interrupted while it made the database folder; the half-written folder is removed and made anew.');
    leftovers.forEach((name) => rmSync(join(folder.root, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  }
  if (!existsSync(folder.cluster) || readdirSync(folder.cluster).length === 0) return 'absent';
  const missing = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'].filter((name) => !existsSync(join(folder.cluster, name)));
  if (missing.length > 0) {
    throw new EmbeddedPostgresError(
      'folder_damaged',
      `The database folder ${folder.cluster} is damaged: ${missing.join(', ')} missing. Restore it from a backup, or move it away to begin with an empty database.`,
    );
  }
  const found = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== String(major)) {
    throw new EmbeddedPostgresError(
      'other_major_version',
      `The database folder ${folder.cluster} was made by PostgreSQL ${found}, and this version brings PostgreSQL ${major}, which cannot read it. Start the older version, export your records, move the folder away, and import them here.`,
    );
  }
  if (!existsSync(folder.passwordFile)) {
    throw new EmbeddedPostgresError(
      'folder_damaged',
      `The file ${folder.passwordFile} with the database's password is missing. Restore it from a backup, or move ${folder.root} away to begin with an empty database.`,
    );
  }
  return 'ready';
}

export function makePassword(folder: DataFolder): string {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(folder.passwordFile, password, { mode: 0o600 });
  chmodSync(folder.passwordFile, 0o600);
  return password;
}

export function readPassword(folder: DataFolder): string {
  return readFileSync(folder.passwordFile, 'utf8').trim();
}

export function readPort(folder: DataFolder): number | undefined {
  try {
    const state = JSON.parse(readFileSync(folder.stateFile, 'utf8')) as { port?: unknown };
    return typeof state.port === 'number' ? state.port : undefined;
  } catch {
    // A missing or torn state file only means that another port is chosen.
    return undefined;
  }
}

export function keepPort(folder: DataFolder, port: number): void {
  writeFileSync(folder.stateFile, `${JSON.stringify({ port })}\n`, { mode: 0o600 });
}
