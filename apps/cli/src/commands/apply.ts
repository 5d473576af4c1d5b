import type { Command } from 'commander';
import { RequestFailed, type RequestProblem } from '@guanxi/client';
import { connect } from '../connection.js';
import { draftFolder, printPlan, type DraftOptions } from '../draft.js';

/** Publishes a folder of documents. What destroys data needs `--accept-loss`. */
export function addApplyCommand(program: Command): void {
  program
    .command('apply')
    .description('publish a folder of documents')
    .argument('<folder>', 'documents as `pull` writes them')
    .option('--accept-loss', 'agree to changes that destroy values, as the plan names them')
    .option('--prune', 'remove documents that the folder does not have')
    .action(async (folder: string, options: DraftOptions & { readonly acceptLoss?: boolean }, command: Command) => {
      const connection = await connect(command);
      const plan = await draftFolder(connection, folder, options);
      printPlan(plan);
      if (plan.changes.length === 0) return;
      const destroying = plan.changes.filter(({ risk }) => risk === 'DESTROYING').map(({ id }) => id);
      if (destroying.length > 0 && !options.acceptLoss)
        throw new Error('Nothing was published: the plan destroys values. Say --accept-loss to agree to that.');
      const { publish } = await connection.metadata<{ publish: { revision: number | null; problems: RequestProblem[] } }>(
        'mutation ($base: Int!, $consents: [String!]!) { publish(baseRevision: $base, consents: $consents) { revision problems { path code message hint } } }',
        { base: plan.baseRevision, consents: destroying },
      );
      if (publish.revision === null) throw new RequestFailed('Nothing was published.', 'VALIDATION_FAILED', publish.problems);
      console.log(`✓ Published as revision ${publish.revision}.`);
    });
}
