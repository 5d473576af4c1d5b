// Saves without pause while what works on them is killed without pause; then everything is counted. See docs/guides/torture.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeChance } from './chance.mjs';
import { checkAll } from './check.mjs';
import { startClients } from './clients.mjs';
import { openInstallation } from './installation.mjs';
import { startKiller } from './killer.mjs';
import { readTortureSettings } from './settings.mjs';
import { findLeftRunning, settle } from './settle.mjs';

const settings = readTortureSettings(process.argv.slice(2));
if (settings.refusal) {
  process.stderr.write(`${settings.refusal}\n`);
  process.exit(2);
}
const begin = Date.now();
const folder = await mkdtemp(join(tmpdir(), 'guanxi-torture-'));
const stops = [() => rm(folder, { recursive: true, force: true })];
const stopAll = async () => {
  while (stops.length > 0) await stops.shift()();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopAll().finally(() => process.exit(130)));

try {
  const rows = await torture();
  print(rows);
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
if (process.exitCode) console.log(`\nThe seed was ${settings.seed}.`);
process.exit();

async function torture() {
  const { saves, kills, seed, clients, workers, minutes } = settings;
  const until = begin + minutes * 60_000;
  say(`${saves} saves by ${clients} clients, ${kills} kills, ${workers} workers, the queue on ${settings.queue}, seed ${seed}`);
  const chance = makeChance(seed);
  const place = await openInstallation({ folder, chance, settings, say, stops });
  const api = { url: place.url, key: place.key };
  const load = startClients({ ...api, saves, clients, seed });
  const killer = startKiller({ kills, saves, begun: load.begun, chance, targets: place.targets, say });
  const watch = setInterval(() => say(`${load.begun()} of ${saves} saves begun`), 10_000);
  try {
    const ended = await Promise.race([Promise.all([load.ended, killer.ended]), wait(until - Date.now(), 'late', { ref: false })]);
    if (ended === 'late') throw new Error(`After ${minutes} minutes ${load.begun()} of ${saves} saves were begun.`);
  } finally {
    clearInterval(watch);
  }
  if (killer.failures.length > 0) throw new Error(`What was killed did not come back: ${killer.failures.join('\n')}`);
  say('everything is up again; waiting for what is left');
  const settled = await settle({ ask: place.ask, schema: place.schema, untilInstant: until, say });
  const running = settings.strict ? await findLeftRunning(place) : undefined;
  await untilCalled(place, until);
  say(`killed: ${Object.entries(killer.tally).map(([name, count]) => `${name} ${count}`).join(', ')}; ended by themselves: ${place.ownEnds()}`);
  say(`answers that did not come: ${countBy(load.ledger.filter(({ outcome }) => outcome === 'unknown').map(({ said }) => said))}`);
  return checkAll({ ask: place.ask, schema: place.schema, ledger: load.ledger, calls: place.calls, settled, running });
}

/** The webhook's messages go one after another; a receiver that was out of order is tried again after its time. */
async function untilCalled({ ask, schema, calls }, until) {
  const [{ count }] = await ask(`select (select count(*) from ${schema}.call)::int + (select count(*) from ${schema}._call_out)::int as count`);
  for (let before = -1, since = Date.now(); calls.size < count && Date.now() < Math.min(until, since + 240_000); await wait(200)) {
    if (calls.size !== before) since = Date.now();
    before = calls.size;
  }
}

function print(rows) {
  console.log('\n| compared | number | wrong | remark |\n| --- | ---: | ---: | --- |');
  for (const { what, count, wrong, remark } of rows) console.log(`| ${what} | ${count} | ${wrong} | ${remark} |`);
  for (const { what, named, wrong } of rows.filter(({ wrong: count }) => count > 0)) console.log(`\n${what}, ${wrong} wrong, among them:\n  ${named.join('\n  ')}`);
  const isWhole = rows.every(({ wrong }) => wrong === 0);
  console.log(`\n${isWhole ? 'Everything happened, and nothing twice.' : 'Not everything is as it should be.'}`);
  if (!isWhole) process.exitCode = 1;
}

function countBy(words) {
  const times = words.reduce((count, word) => count.set(word, (count.get(word) ?? 0) + 1), new Map());
  return times.size === 0 ? 'none' : [...times].map(([word, count]) => `${count} × ${word}`).join('; ');
}

function say(line) {
  console.log(`${((Date.now() - begin) / 1_000).toFixed(0).padStart(5)} s  ${line}`);
}
