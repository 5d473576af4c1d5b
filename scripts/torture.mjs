// npm run torture: saves while everything is killed again and again, then a count; arguments go to bench/torture/torture.mjs.
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
  const { code } = await runLoudly(process.execPath, [inRoot('bench/torture/torture.mjs'), ...process.argv.slice(2)]);
  process.exitCode = code;
});
