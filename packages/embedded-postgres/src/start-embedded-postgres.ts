import { prepareBinaries } from './binaries.js';
import { inspectCluster, keepPort, openDataFolder, readPassword, readPort } from './data-folder.js';
import { findFreePort } from './free-port.js';
import { makeLauncher } from './launch.js';
import { makeCluster } from './make-cluster.js';
import { takeFolder } from './ownership.js';
import { runServer } from './run-server.js';
import { chooseServerAccount } from './server-account.js';
import { stopOrphan } from './stop-orphan.js';

export interface EmbeddedPostgresOptions {
  /** Made when it does not exist; belongs to one server at a time. */
  readonly dataFolder: string;
  /** Gets a sentence whenever something unusual is mended. */
  readonly log?: (line: string) => void;
  /** Settings of postgresql.conf over the built-in ones, such as `{ max_connections: '200' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** `false` for throw-away data: nothing waits for the disk, and a crash of the machine may lose everything. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** With the password in it; for the database `postgres` of the superuser `postgres`. */
  readonly url: string;
  /** Stops the server cleanly and frees the folder. May be called more than once. */
  stop(): Promise<void>;
}

const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a real PostgreSQL on a folder: makes the folder when it is new, mends what a killed run left behind, listens on
 * 127.0.0.1 with a password that only the folder's owner can read. Rejects with an `EmbeddedPostgresError`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, log = () => undefined, settings = {}, durable = true } = options;
  const account = chooseServerAccount();
  const binaries = prepareBinaries(account);
  const folder = openDataFolder(dataFolder, account);
  const ownership = takeFolder(folder);
  try {
    const launcher = makeLauncher(folder, binaries, account);
    await stopOrphan(folder, log);
    if (inspectCluster(folder, binaries.major, log) === 'absent') {
      await makeCluster({ folder, binaries, launcher, account, durable });
    }
    const port = await findFreePort(readPort(folder));
    keepPort(folder, port);
    const server = await runServer({ folder, binaries, launcher, port, log, settings: { ...(durable ? {} : THROW_AWAY), ...settings } });
    return {
      url: `postgresql://postgres:${readPassword(folder)}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await server.stop();
        ownership.release();
      },
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}
