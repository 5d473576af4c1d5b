import { openAsBlob } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { ImportColumn, ImportPlan } from '@guanxi/metadata';
import { connect, type Connection } from '../connection.js';

interface ImportState {
  readonly id: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly relatedCreated: Readonly<Record<string, number>> | null;
  readonly error: string | null;
  readonly rejectedSample: readonly { readonly row: number; readonly column: string | null; readonly message: string }[];
}

const stateFields = 'id status rowsRead created updated skipped rejected relatedCreated error rejectedSample { row column message }';

interface ImportOptions {
  readonly object: string;
  readonly map: readonly ImportColumn[];
  readonly createMissing?: boolean;
  readonly matchBy?: string;
  readonly dryRun?: boolean;
  readonly rejected?: string;
}

/** Brings a CSV file in, in one pass: all of its good rows or, when it is stopped, none. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('bring the rows of a CSV file in as records')
    .argument('<file>', 'a CSV file with headings')
    .requiredOption('--object <name>', 'object that gets one record per row')
    .requiredOption('--map <pairs>', 'column=field pairs with commas between; a lookup says which external id the column holds: customer_id=customer.customerNumber', parseMap)
    .option('--create-missing', 'make the records that lookups point to where they do not exist yet')
    .option('--match-by <field>', 'external id of the object: rows change the record they match, others are made')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--rejected <file>', 'where the rejected rows go, with reasons')
    .action(async (file: string, options: ImportOptions, command: Command) => {
      const connection = await connect(command);
      const upload = await uploadFile(connection, file);
      const started = await startImport(connection, upload, options);
      const finished = await follow(connection, started);
      report(finished, options.dryRun === true);
      if (options.rejected && finished.rejected > 0) await saveRejected(connection, finished.id, options.rejected);
      if (finished.status !== 'DONE') throw new Error(finished.error ?? `The import was ${finished.status.toLowerCase()}; nothing was written.`);
    });
}

function parseMap(text: string): ImportColumn[] {
  return text.split(',').map((pair) => {
    const [column, target] = pair.split('=').map((side) => side.trim());
    if (!column || !target) throw new InvalidArgumentError(`"${pair}" is not column=field.`);
    const [field = target, match] = target.split('.');
    return match === undefined ? { column, field } : { column, field, match };
  });
}

async function uploadFile({ url, key }: Connection, file: string): Promise<string> {
  await access(file).catch(() => {
    throw new Error(`There is no file ${file}.`);
  });
  const form = new FormData();
  form.set('file', await openAsBlob(file), basename(file));
  const response = await fetch(new URL('/import/upload', url), { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: form });
  if (!response.ok) throw new Error(`The file was not taken in: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

async function startImport(connection: Connection, upload: string, options: ImportOptions): Promise<ImportState> {
  const plan: ImportPlan = {
    object: options.object,
    mode: options.matchBy === undefined ? 'create' : 'upsert',
    ...(options.matchBy === undefined ? {} : { matchBy: options.matchBy }),
    columns: options.map.map((column) => (column.match === undefined ? column : { ...column, createMissing: options.createMissing === true })),
  };
  const { started } = await connection.metadata<{ started: ImportState }>(
    `mutation ($upload: ID!, $plan: JSON!, $dryRun: Boolean!) { started: startImport(upload: $upload, plan: $plan, dryRun: $dryRun) { ${stateFields} } }`,
    { upload, plan, dryRun: options.dryRun === true },
  );
  return started;
}

async function follow(connection: Connection, started: ImportState): Promise<ImportState> {
  let state = started;
  while (state.status === 'QUEUED' || state.status === 'RUNNING') {
    await new Promise((resolve) => setTimeout(resolve, 300));
    ({ state } = await connection.metadata<{ state: ImportState }>(`query ($id: ID!) { state: import(id: $id) { ${stateFields} } }`, { id: started.id }));
    if (process.stdout.isTTY) process.stdout.write(`\r${state.rowsRead.toLocaleString('en')} rows read`);
  }
  if (process.stdout.isTTY) process.stdout.write('\n');
  return state;
}

function report(state: ImportState, dryRun: boolean): void {
  const would = dryRun ? 'would be ' : '';
  const count = (number: number) => number.toLocaleString('en');
  console.log(`${dryRun ? 'Dry run: ' : ''}${count(state.rowsRead)} rows read, ${count(state.created)} records ${would}created, ${count(state.updated)} ${would}changed, ${count(state.skipped)} left out, ${count(state.rejected)} rejected.`);
  for (const [object, made] of Object.entries(state.relatedCreated ?? {})) console.log(`${count(made)} ${object} records ${would}made as they appeared.`);
  for (const { row, column, message } of state.rejectedSample.slice(0, 10)) console.log(`  row ${row}${column ? `, ${column}` : ''}: ${message}`);
}

async function saveRejected({ url, key }: Connection, id: string, file: string): Promise<void> {
  const response = await fetch(new URL(`/import/${id}/rejected.csv`, url), { headers: { authorization: `Bearer ${key}` } });
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  console.log(`The rejected rows with their reasons are in ${file}.`);
}
