// npm run rotate-keys: a new key for encrypted fields, and every value encrypted again with it.
import { resolve } from 'node:path';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { checkNodeVersion } from './prepare/node-version.mjs';
import { root } from './prepare/paths.mjs';
import { runLoudly } from './prepare/run-program.mjs';
import { runScript } from './prepare/terminal.mjs';
import { lockDataFolder } from './start/data-lock.mjs';
import { openDatabase } from './start/open-database.mjs';
import { readSettings } from './start/settings.mjs';

await runScript(async () => {
  checkNodeVersion();
  const settings = readSettings(process.env);
  const { port, dataFolder, databaseUrl, logLevel } = settings;
  // The database of a server is there for everybody; the one in the data folder belongs to one program at a time.
  const lock = databaseUrl ? undefined : lockDataFolder(dataFolder, port);
  try {
    await ensureInstalled();
    await ensureBuilt();
    const database = await openDatabase(settings);
    try {
      const env = { ...process.env, DATABASE_URL: database.url, GUANXI_DATA: dataFolder, LOG_LEVEL: logLevel };
      const { code } = await runLoudly(process.execPath, [resolve(root, 'apps/api/dist/main.js'), 'rotate-keys', ...process.argv.slice(2)], { env });
      process.exitCode = code;
    } finally {
      await database.stop();
    }
  } finally {
    lock?.release();
  }
});
