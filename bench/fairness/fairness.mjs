// What an import in one org does to the automation of another: the delay between a save and the first step that it sets off, by turns without and with an import next door. See docs/guides/torture.md.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askMetadata, askRecords, publishDocuments, untilReady } from '../ask.mjs';
import { freePort } from '../free-port.mjs';
import { keepProcess, runCommand } from '../processes.mjs';
import { makeChance } from '../torture/chance.mjs';
import { openPostgres } from '../torture/postgres.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, saves: { type: 'string', default: '100' }, rounds: { type: 'string', default: '2' }, workers: { type: 'string', default: '1' } } });
const [rows, saves, rounds, workers] = [values.rows, values.saves, values.rounds, values.workers].map(Number);
const MOST_AS_LONG = 2;
/** Below this nobody notices a delay, and a ratio of two small numbers says nothing. */
const UNNOTICED_MS = 500;
const LONGEST_PAUSE_MS = 250;

const text = (title) => ({ title, type: 'string', maxLength: 200, guanxi: { type: 'text' } });
const objects = ['Parcel', 'Note'].map((name) => ({ kind: 'object', name, title: name, type: 'object', properties: { name: text('Name') }, guanxi: { nameField: 'name' } }));
const greet = { kind: 'workflow', name: 'greet', title: 'Greet', object: 'Parcel', trigger: { created: {} }, steps: [{ id: 'note', action: 'createRecord', input: { object: 'Note', values: { name: 'name' } } }], guanxi: { id: 'w-greet' } };

const folder = await mkdtemp(join(tmpdir(), 'guanxi-fairness-'));
const stops = [() => rm(folder, { recursive: true, force: true })];
try {
  const place = await open();
  const took = { without: [], with: [] };
  // Until the workers are up, have their connections and have planned what is asked often.
  await saveAndRead(place);
  for (let round = 1; round <= rounds; round += 1) {
    await untilIdle(place);
    took.without.push(...(await saveAndRead(place)));
    const begun = await startImport(place);
    took.with.push(...(await saveAndRead(place)));
    say(`round ${round}: ${await describeImport(place, begun)}`);
    await untilIdle(place);
  }
  judge(took);
} finally {
  while (stops.length > 0) await stops.shift()();
}
process.exit();

/** Two orgs of one weight on one installation: the second is made as a sandbox, and is weighed like any other. */
async function open() {
  const postgres = await openPostgres(join(folder, 'postgres'), makeChance(1));
  stops.unshift(() => postgres.stop());
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: postgres.url, PORT: String(port), GUANXI_DATA: folder, LOG_LEVEL: 'error', NODE_ENV: 'production', RATE_LIMIT: '0' };
  const words = process.env.TORTURE_LOG ? say : () => undefined;
  await runCommand('setup', env);
  const url = `http://127.0.0.1:${port}`;
  const api = keepProcess({ command: 'api', env, say: words });
  stops.unshift(() => api.stop());
  await untilReady(url);
  const quiet = { url, key: (await readFile(join(folder, 'cli-key'), 'utf8')).trim() };
  await publishDocuments(quiet, objects);
  await publishDocuments(quiet, [greet]);
  const first = keepProcess({ command: 'worker', env, say: words });
  const { createSandbox: { id } } = await askMetadata(quiet, 'mutation { createSandbox(input: { name: "Importing", copies: NONE }) { id } }');
  for (let state = ''; state !== 'READY'; await wait(500)) {
    [{ state }] = (await askMetadata(quiet, '{ sandboxes { id state } }')).sandboxes;
    if (state === 'FAILED') throw new Error('The second org was not made.');
  }
  await first.stop();
  const { createApiKey: { key } } = await askMetadata(quiet, 'mutation { createApiKey(name: "Importing") { key } }');
  await postgres.ask(`update guanxi.api_key set org_id = '${id}' where name = 'Importing'`);
  const importing = { url, key };
  for (const org of [quiet, importing]) {
    await askMetadata(org, 'mutation { activateWorkflow(name: "greet", includePast: false) { name } limitWorkflow(name: "greet", runsPerHour: 10000000) { name } }');
  }
  const kept = Array.from({ length: workers }, () => keepProcess({ command: 'worker', env: { ...env, AUTOMATION_WEIGHTS: `${id}=1` }, say: words }));
  stops.unshift(() => Promise.all(kept.map((worker) => worker.stop())));
  const orgs = await postgres.ask('select schema, sandbox_of is not null as second from guanxi.org');
  const schemaOf = (second) => orgs.find((org) => org.second === second).schema;
  return { ask: postgres.ask, quiet: { ...quiet, schema: schemaOf(false) }, importing: { ...importing, schema: schemaOf(true) } };
}

/** Milliseconds from each change to the first step of its run, as the database has both. */
async function saveAndRead({ ask, quiet }) {
  const [{ since }] = await ask(`select coalesce(max(id), 0)::text as since from ${quiet.schema}._history`);
  for (let saved = 0; saved < saves; saved += 1) {
    await askRecords(quiet, 'mutation { createParcel(data: { name: "One" }) { id } }');
    await wait(Math.random() * LONGEST_PAUSE_MS);
  }
  for (;; await wait(250)) {
    const found = await ask(`select extract(epoch from step.started_at - history.at) * 1000 as took from ${quiet.schema}._history as history
      join ${quiet.schema}._run as run on run.record_id = history.record_id and run.workflow_id = 'w-greet' join ${quiet.schema}._run_step as step on step.run_id = run.id and step.position = 0
      where history.id > ${since} and history.source = 'api'`);
    if (found.length >= saves) return found.map(({ took }) => Math.max(0, Number(took)));
  }
}

async function startImport({ ask, importing }) {
  const [{ since }] = await ask(`select coalesce(max(id), 0)::text as since from ${importing.schema}._history`);
  const form = new FormData();
  form.set('file', new Blob([`name\n${Array.from({ length: rows }, (_, index) => `P${index}`).join('\n')}\n`]), 'parcels.csv');
  const response = await fetch(`${importing.url}/import/upload`, { method: 'POST', headers: { authorization: `Bearer ${importing.key}` }, body: form });
  const upload = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(upload));
  const plan = { object: 'Parcel', mode: 'create', columns: [{ column: 'name', field: 'name' }] };
  await askMetadata(importing, 'mutation ($upload: ID!, $plan: JSON!) { startImport(upload: $upload, plan: $plan) { id } }', { upload: upload.id, plan });
  while ((await ask(`select from ${importing.schema}._run where started_at > now() - interval '5 seconds' limit 1`)).length === 0) await wait(100);
  return since;
}

async function describeImport({ ask, importing: { schema } }, since) {
  const [{ written, left }] = await ask(`select (select count(*)::int from ${schema}._history where id > ${since} and source = 'import') as written,
    (select count(*)::int from ${schema}._run where finished_at is null) + (select count(*)::int from ${schema}._event) as left`);
  return `the import had written ${written} of ${rows} rows when the other org was through, ${left} events and runs were left${written >= rows && left === 0 ? ' (too few rows: part of it was measured beside nothing)' : ''}`;
}

async function untilIdle({ ask, importing: { schema } }) {
  for (;; await wait(500)) {
    const [{ busy }] = await ask(`select exists (select from ${schema}._import where status not in ('done', 'failed', 'cancelled')) or exists (select from ${schema}._event) or exists (select from ${schema}._run where finished_at is null) as busy`);
    if (!busy) return;
  }
}

function judge(took) {
  const [without, beside] = [took.without, took.with].map((list) => list.toSorted((a, b) => a - b));
  const at = (list, share) => Math.round(list[Math.min(list.length - 1, Math.floor(list.length * share))]);
  console.log('\n| start delay, ms | without an import | beside one | times |\n| --- | ---: | ---: | ---: |');
  const wrong = [['p50', 0.5], ['p99', 0.99]].filter(([name, share]) => {
    const [alone, next] = [at(without, share), at(beside, share)];
    console.log(`| ${name} of ${without.length} | ${alone} | ${next} | ${(next / Math.max(1, alone)).toFixed(2)} |`);
    return next > Math.max(alone * MOST_AS_LONG, UNNOTICED_MS);
  });
  console.log(`\n${wrong.length === 0 ? 'The import did not double the other org’s delay, or nobody would have noticed.' : `The import more than doubled the other org’s ${wrong.map(([name]) => name).join(' and ')}.`}`);
  if (wrong.length > 0) process.exitCode = 1;
}

function say(line) {
  console.log(line);
}
