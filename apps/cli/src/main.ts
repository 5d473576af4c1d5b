#!/usr/bin/env node
import { Command } from 'commander';
import { RequestFailed } from '@guanxi/client';
import { addAuditCommand } from './commands/audit.js';
import { addApplyCommand } from './commands/apply.js';
import { addBackupCommand } from './commands/backup.js';
import { addExportCommand } from './commands/export.js';
import { addImportCommand } from './commands/import.js';
import { addImportSfdxCommand } from './commands/import-sfdx.js';
import { addMergeFileCommand } from './commands/merge-file.js';
import { addPlanCommand } from './commands/plan.js';
import { addPullCommand } from './commands/pull.js';
import { addRehearseCommand } from './commands/rehearse.js';
import { addRestoreCommand } from './commands/restore.js';
import { addSchemaCommand } from './commands/schema.js';
import { addSimulateCommand } from './commands/simulate.js';
import { addTypesCommand } from './commands/types.js';

const program = new Command('guanxi')
  .description('Guanxi from a terminal: documents as files, imports, exports, backups, generated types, simulations.')
  .option('--url <address>', 'where Guanxi answers (or GUANXI_URL)', process.env['GUANXI_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`)
  .option('--key <file>', 'file that holds an API key (or GUANXI_KEY with the key itself); default: the key that `npm start` left in data/cli-key')
  .showHelpAfterError('Add --help to see what can be said.');

for (const add of [addTypesCommand, addSchemaCommand, addImportCommand, addExportCommand, addBackupCommand, addRestoreCommand, addAuditCommand, addImportSfdxCommand, addSimulateCommand, addRehearseCommand, addPullCommand, addPlanCommand, addApplyCommand, addMergeFileCommand]) add(program);

try {
  await program.parseAsync();
} catch (failure) {
  process.exitCode = 1;
  console.error(describeFailure(failure));
}

function describeFailure(failure: unknown): string {
  if (failure instanceof RequestFailed)
    return [failure.message, ...failure.problems.map((problem) => `  ${problem.path}  ${problem.message}${problem.hint ? ` (${problem.hint})` : ''}`)].join('\n');
  if (failure instanceof TypeError && failure.message === 'fetch failed')
    return `Nothing answers at ${String(program.opts()['url'])}. Start Guanxi with \`npm start\`, or say where it is with --url.`;
  return failure instanceof Error ? failure.message : String(failure);
}
