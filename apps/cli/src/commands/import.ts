import { openAsBlob } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ImportColumn, ImportPlan } from '@guanxi/metadata';
import { connect, type Connection } from '../connection.js';

interface ImportState {
  readonly id: string;
  readonly status: 'QUEUED' | 'READING' | 'CHECKING' | 'READY' | 'WRITING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly relatedCreated: Readonly<Record<string, number>> | null;
  readonly expected: Pick<ImportState, 'created' | 'updated' | 'unchanged' | 'duplicates' | 'skipped' | 'rejected' | 'relatedCreated'> | null;
  readonly error: string | null;
  readonly rejectedSample: readonly { readonly row: number; readonly column: string | null; readonly message: string }[];
}

const countFields = 'created updated unchanged duplicates skipped rejected relatedCreated';
const stateFields = `id status rowsRead ${countFields} expected { ${countFields} } error rejectedSample { row column message }`;

interface ImportOptions {
  readonly object: string;
  readonly map: readonly ImportColumn[];
  readonly createMissing?: boolean;
  readonly matchBy?: string;
  readonly updateOnly?: boolean;
  readonly duplicates?: NonNullable<ImportPlan['duplicates']>;
  readonly automations?: NonNullable<ImportPlan['automations']>;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly locale?: string;
  readonly dryRun?: boolean;
  readonly rejected?: string;
}

/** Brings a file in. What came in until it was stopped stays, and can be taken back whole. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('bring the rows of a CSV, XLSX or NDJSON file in as records')
    .argument('<file>', 'a file with headings in its first row; text may be packed with gzip')
    .requiredOption('--object <name>', 'object that gets one record per row')
    .requiredOption('--map <pairs>', 'column=field pairs with commas between; a lookup says which external id the column holds: customer_id=customer.customerNumber', parseMap)
    .option('--create-missing', 'make the records that lookups point to where they do not exist yet')
    .option('--match-by <fields>', 'fields with commas between, one of them an external id or with an index: rows change the record they match, others are made')
    .option('--update-only', 'with --match-by: rows without a match are left out')
    .addOption(new Option('--duplicates <what>', 'what becomes of rows that a duplicate rule takes for a known record').choices(['refuse', 'skip', 'update', 'allow']))
    .addOption(new Option('--automations <how>', 'whether workflows hear of the records').choices(['RUN', 'SUPPRESS', 'ONE_EVENT']))
    .option('--encoding <name>', 'encoding of the text, where it is not found out by itself: utf-8, big5, gb18030, shift_jis, windows-1252 …')
    .option('--delimiter <character>', 'delimiter of a CSV file')
    .option('--sheet <name>', 'sheet of a workbook; the first one without it')
    .option('--locale <tag>', 'in whose way dates and numbers are written: en-GB, de, zh-TW …')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--rejected <file>', 'where the rejected rows go, with reasons')
    .action(async (file: string, options: ImportOptions, command: Command) => {
      const connection = await connect(command);
      const upload = await uploadFile(connection, file);
      const started = await startImport(connection, upload, options);
      const finished = await follow(connection, started);
      report(finished, options.dryRun === true);
      if (finished.status === 'READY') await connection.metadata('mutation ($id: ID!) { cancelImport(id: $id) { id } }', { id: finished.id });
      if (options.rejected && Math.max(finished.rejected, finished.expected?.rejected ?? 0) > 0) await saveRejected(connection, finished.id, options.rejected);
      if (finished.status !== 'DONE' && finished.status !== 'READY') throw new Error(finished.error ?? `The import was ${finished.status.toLowerCase()}. What it had written until then can be taken back.`);
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
  const { encoding, delimiter, sheet, locale } = options;
  const format = { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(sheet && { sheet }), ...(locale && { locale }) };
  const plan: ImportPlan = {
    object: options.object,
    mode: options.matchBy === undefined ? 'create' : options.updateOnly ? 'update' : 'upsert',
    ...(options.matchBy === undefined ? {} : { matchBy: options.matchBy.split(',').map((name) => name.trim()) }),
    ...(options.duplicates && { duplicates: options.duplicates }),
    ...(options.automations && { automations: options.automations }),
    ...(Object.keys(format).length > 0 && { format }),
    columns: options.map.map((column) => (column.match === undefined ? column : { ...column, createMissing: options.createMissing === true })),
  };
  const { started } = await connection.metadata<{ started: ImportState }>(
    `mutation ($upload: ID!, $plan: JSON!, $preview: Boolean!) { started: startImport(upload: $upload, plan: $plan, preview: $preview) { ${stateFields} } }`,
    { upload, plan, preview: options.dryRun === true },
  );
  return started;
}

const OVER: ReadonlySet<ImportState['status']> = new Set(['READY', 'DONE', 'FAILED', 'CANCELLED']);

async function follow(connection: Connection, started: ImportState): Promise<ImportState> {
  let state = started;
  while (!OVER.has(state.status)) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    ({ state } = await connection.metadata<{ state: ImportState }>(`query ($id: ID!) { state: import(id: $id) { ${stateFields} } }`, { id: started.id }));
    if (process.stdout.isTTY) process.stdout.write(`\r${state.rowsRead.toLocaleString('en')} rows read`);
  }
  if (process.stdout.isTTY) process.stdout.write('\n');
  return state;
}

function report({ rowsRead, rejectedSample, ...written }: ImportState, dryRun: boolean): void {
  const state = { rowsRead, rejectedSample, ...(written.expected ?? written) };
  const would = dryRun ? 'would be ' : '';
  const count = (number: number) => number.toLocaleString('en');
  console.log(`${dryRun ? 'Dry run: ' : ''}${count(state.rowsRead)} rows read, ${count(state.created)} records ${would}created, ${count(state.updated)} ${would}changed, ${count(state.skipped + state.duplicates)} left out, ${count(state.rejected)} rejected.`);
  for (const [object, made] of Object.entries(state.relatedCreated ?? {})) console.log(`${count(made)} ${object} records ${would}made as they appeared.`);
  for (const { row, column, message } of state.rejectedSample.slice(0, 10)) console.log(`  row ${row}${column ? `, ${column}` : ''}: ${message}`);
}

async function saveRejected({ url, key }: Connection, id: string, file: string): Promise<void> {
  const response = await fetch(new URL(`/import/${id}/rejected`, url), { headers: { authorization: `Bearer ${key}` } });
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  console.log(`The rejected rows with their reasons are in ${file}.`);
}
