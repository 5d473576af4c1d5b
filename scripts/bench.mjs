// npm run bench: the product against the bare limit, side by side; arguments go to bench/run.mjs.
import { checkNodeVersion } from './prepare/node-version.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot } from './prepare/paths.mjs';
import { runLoudly } from './prepare/run-program.mjs';
import { runScript } from './prepare/terminal.mjs';

await runScript(async () => {
  checkNodeVersion();
  await ensureInstalled();
  await ensureBuilt();
  const { code } = await runLoudly(process.execPath, [inRoot('bench/run.mjs'), ...process.argv.slice(2)]);
  process.exitCode = code;
});
