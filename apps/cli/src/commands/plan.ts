import type { Command } from 'commander';
import { connect } from '../connection.js';
import { draftFolder, printPlan, type DraftOptions } from '../draft.js';

/** Lays a folder's documents over the org as a draft and says what publishing them would do. */
export function addPlanCommand(program: Command): void {
  program
    .command('plan')
    .description('say what publishing a folder of documents would change')
    .argument('<folder>', 'documents as `pull` writes them')
    .option('--prune', 'remove documents that the folder does not have')
    .action(async (folder: string, options: DraftOptions, command: Command) => {
      printPlan(await draftFolder(await connect(command), folder, options));
    });
}
