import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Command } from 'commander';
import { RequestFailed, type RequestProblem } from '@guanxi/client';
import { importProject, type ImportedProject, type ReportLine, type SourceFile } from '@guanxi/sfdx';
import { connect, type Connection } from '../connection.js';
import { fetchDocuments, writeDocuments } from '../documents.js';
import { draftDocuments, printPlan } from '../draft.js';
import { createRows } from '../create-rows.js';

interface ImportSfdxOptions {
  readonly country: string;
  readonly out?: string;
  readonly report?: string;
  readonly publish?: boolean;
  readonly data?: boolean;
}

/** Reads a Salesforce project into documents, and says line by line what was taken, what was changed and what was left. */
export function addImportSfdxCommand(program: Command): void {
  program
    .command('import-sfdx')
    .description('read a Salesforce project (sfdx source format) into documents')
    .argument('<folder>', 'the folder with sfdx-project.json')
    .option('--country <code>', 'country of phone numbers without one', 'US')
    .option('--out <folder>', 'write the documents as files, as `pull` does, and ask no server')
    .option('--report <file>', 'where all lines of the report go, as CSV')
    .option('--publish', 'publish the documents; without it they are laid into the draft')
    .option('--data', 'after publishing, create the records that the project holds')
    .action(async (folder: string, options: ImportSfdxOptions, command: Command) => {
      const files = await readFiles(folder);
      if (options.out !== undefined) {
        await expectEmpty(options.out);
        const project = importProject(files, options);
        await tell(project, options.report);
        const { written } = await writeDocuments(options.out, project.documents);
        console.log(`✓ ${written} documents written to ${options.out}.`);
        return;
      }
      const connection = await connect(command);
      const project = importProject(files, { ...options, existing: await fetchDocuments(connection, { draft: false }) });
      await tell(project, options.report);
      const plan = await draftDocuments(connection, project.documents, folder);
      printPlan(plan);
      if (!options.publish) return console.log('The documents are in the draft. Look at them in Setup, or say --publish.');
      if (plan.changes.length > 0) await publish(connection, plan.baseRevision);
      if (options.data) await createRows(connection, project);
    });
}

const WANTED = /(-meta\.xml|\.(object|layout|permissionset|profile|tab|app|globalValueSet|standardValueSet|md|labels|objectTranslation|translation)|(^|\/)data\/.*\.json|^sfdx-project\.json)$/;

async function readFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error(`There is no folder ${folder}.`);
  });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.split(sep).includes('node_modules'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => WANTED.test(path));
  if (paths.length === 0) throw new Error(`${folder} holds no Salesforce project: there is no file that ends in -meta.xml.`);
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** Documents that are there already would be taken away. */
async function expectEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0) throw new Error(`${folder} is not empty. Name a new folder for the documents.`);
}

async function tell({ report, documents, rows }: ImportedProject, file: string | undefined): Promise<void> {
  const count = (outcome: ReportLine['outcome']) => report.filter((line) => line.outcome === outcome).length;
  for (const line of report.filter(({ outcome }) => outcome !== 'taken')) console.log(`${line.outcome === 'left' ? '✗ left   ' : '~ changed'} ${line.element}: ${line.note}  (${line.file})`);
  const records = rows.reduce((sum, batch) => sum + batch.rows.length, 0);
  console.log(`${count('taken')} things taken as they are, ${count('changed')} changed, ${count('left')} left: ${documents.length} documents, ${records} records.`);
  if (file === undefined) return;
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = report.map(({ outcome, element, note, file: path }) => [outcome, element, note, path].map(cell).join(','));
  await writeFile(file, `${['outcome,element,note,file', ...lines].join('\n')}\n`);
}

async function publish(connection: Connection, base: number): Promise<void> {
  const { publish: published } = await connection.metadata<{ publish: { revision: number | null; problems: RequestProblem[] } }>(
    'mutation ($base: Int!) { publish(baseRevision: $base) { revision problems { path code message hint } } }',
    { base },
  );
  if (published.revision === null) throw new RequestFailed('Nothing was published.', 'VALIDATION_FAILED', published.problems);
  console.log(`✓ Published as revision ${published.revision}.`);
}
