// npm run e2e: a browser walks through the product as people would; arguments go to e2e/run.mjs.
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
  const { code } = await runLoudly(process.execPath, [inRoot('e2e/run.mjs'), ...process.argv.slice(2)]);
  process.exitCode = code;
});
