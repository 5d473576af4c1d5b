import type { Command } from 'commander';
import { connect } from '../connection.js';
import { fetchDocuments } from '../documents.js';

interface Simulation {
  readonly total: number;
  readonly records: number;
  readonly from: string;
  readonly to: string;
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly limits: readonly string[];
}

/** Says how often a workflow would have fired over the org's history, month by month. Nothing is written. */
export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('replay a workflow over history, without writing anything')
    .argument('<workflow>', 'its name, such as winback-call')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day, YYYY-MM-DD')
    .action(async (name: string, options: { from?: string; to?: string }, command: Command) => {
      const connection = await connect(command);
      const documents = await fetchDocuments(connection, { draft: true });
      const workflow = documents.find((document) => document.kind === 'workflow' && document.name === name);
      if (!workflow) throw new Error(`There is no workflow "${name}". There are: ${documents.filter(({ kind }) => kind === 'workflow').map((document) => document.name).join(', ') || 'none'}.`);
      const { simulate } = await connection.metadata<{ simulate: Simulation }>(
        'query ($workflow: JSON!, $from: Date, $to: Date) { simulate(workflow: $workflow, from: $from, to: $to) { total records from to months { month count } limits } }',
        { workflow, from: options.from, to: options.to },
      );
      for (const { month, count } of simulate.months) console.log(`${month}  ${count.toLocaleString('en').padStart(9)}`);
      console.log(`\n${simulate.total.toLocaleString('en')} times for ${simulate.records.toLocaleString('en')} records, ${simulate.from} to ${simulate.to}.`);
      for (const limit of simulate.limits) console.log(`Note: ${limit}`);
    });
}
