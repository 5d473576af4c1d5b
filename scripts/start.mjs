// npm start: from a fresh clone to a page one can sign in to.
import { checkNodeVersion } from './prepare/node-version.mjs';
import { runScript, say, step } from './prepare/terminal.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { checkPort } from './start/check-port.mjs';
import { lockDataFolder } from './start/data-lock.mjs';
import { heapArguments } from './start/heap.mjs';
import { checkRedis, openDatabase } from './start/open-database.mjs';
import { runSetup } from './start/run-setup.mjs';
import { printHelp, readSettings } from './start/settings.mjs';
import { supervise } from './start/supervise.mjs';
import { waitUntilReady } from './start/wait-until-ready.mjs';

// Another entry point can be given to try the supervision itself.
const main = process.env.GUANXI_MAIN || 'apps/api/dist/main.js';

// npm passes a Ctrl-C on that the terminal has already delivered; only a later one is the person's second.
const ECHO_MS = 700;
const PARENT_CHECK_MS = 500;

await runScript(async () => {
  if (process.argv.slice(2).some((word) => ['--help', '-h', 'help'].includes(word))) return printHelp();
  checkNodeVersion();
  const settings = readSettings(process.env);
  const undo = [];
  const stopping = listenForStop(undo);
  try {
    await start(settings, undo, stopping.signal);
    if (!stopping.signal.aborted) await stopping.asked;
  } catch (error) {
    // Whatever a step reports after Ctrl-C is only the echo of being stopped.
    if (!stopping.signal.aborted) throw error;
  } finally {
    await stopAll(undo);
  }
});

async function start(settings, undo, signal) {
  const { port, dataFolder, redisUrl, logLevel } = settings;
  say('\nGuanxi 關係\n');
  const lock = lockDataFolder(dataFolder, port);
  undo.push({ stop: () => lock.release() });
  await checkPort(port, { patient: lock.earlierWasKilled });

  const env = { ...process.env, PORT: String(port), GUANXI_DATA: dataFolder, LOG_LEVEL: logLevel, NODE_ENV: process.env.NODE_ENV ?? 'production' };
  const steps = [
    () => ensureInstalled(),
    () => ensureBuilt(),
    () => checkRedis(redisUrl),
    async () => {
      const database = await openDatabase(settings);
      undo.push({ name: 'database', stop: () => database.stop() });
      Object.assign(env, { DATABASE_URL: database.url });
    },
    () => runSetup(main, env),
  ];
  for (const each of steps) {
    if (signal.aborted) return;
    await each();
  }
  if (signal.aborted) return;

  for (const name of ['api', 'worker']) {
    const kept = supervise({ name, args: [...heapArguments, main, name], env });
    undo.push({ name, stop: () => kept.stop(), kill: () => kept.kill() });
    kept.start();
  }
  await step('API, worker and page ready', () => waitUntilReady(port, signal));
  if (!signal.aborted) say(`\n  Guanxi runs at http://localhost:${port}\n  Open it in a browser and sign in. Ctrl-C stops it; the records stay in ${dataFolder}.\n`);
}

/** Ctrl-C once stops in order, twice by force. */
function listenForStop(undo) {
  const controller = new AbortController();
  let firstAt = 0;
  const asked = new Promise((resolve) => {
    const stop = () => {
      if (!controller.signal.aborted) {
        say('\n  Stopping … (Ctrl-C again stops by force)');
        firstAt = Date.now();
        controller.abort();
        resolve();
      } else if (Date.now() - firstAt >= ECHO_MS) {
        say('  Stopped by force.');
        undo.forEach(({ kill }) => kill?.());
        process.exit(130);
      }
    };
    ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, stop));
    stopWithNpm(() => controller.signal.aborted || stop());
  });
  return { signal: controller.signal, asked };
}

/** npm hands a SIGTERM to the shell between us, which ends without handing it on: its end is then the only sign. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** The processes first, together; then what they stood on. */
async function stopAll(undo) {
  const processes = undo.filter(({ kill }) => kill);
  await Promise.all(processes.map(({ stop }) => stop()));
  for (const { stop } of undo.filter(({ kill }) => !kill).reverse()) await stop();
  if (processes.length > 0) say('  Everything is stopped.');
}
