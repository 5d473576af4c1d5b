import type { Command } from 'commander';
import { connect } from '../connection.js';

interface Rehearsal {
  readonly from: string;
  readonly to: string;
  readonly equal: boolean;
  readonly firings: readonly { readonly recordId: string; readonly due: string }[];
  readonly simulated: number;
  readonly differences: readonly { readonly recordId: string; readonly due: string; readonly only: string }[];
  readonly milliseconds: number;
}

const SHOWN = 20;

/** Plays history live with a simulated clock, in a copy of the org that is thrown away, and compares with the simulation. */
export function addRehearseCommand(program: Command): void {
  program
    .command('rehearse')
    .description('run a workflow for real over history with a simulated clock, and compare with its simulation')
    .argument('<workflow>', 'its name, such as winback-call')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day, YYYY-MM-DD')
    .action(async (workflow: string, options: { from?: string; to?: string }, command: Command) => {
      const connection = await connect(command);
      console.log('Playing history in a copy of the org; a large one takes some minutes …');
      const { rehearse } = await connection.metadata<{ rehearse: Rehearsal }>(
        `mutation ($workflow: String!, $from: Date, $to: Date) {
          rehearse(workflow: $workflow, from: $from, to: $to) { from to equal firings { recordId due } simulated differences { recordId due only } milliseconds }
        }`,
        { workflow, ...options },
      );
      const count = (number: number) => number.toLocaleString('en');
      console.log(`${rehearse.from} to ${rehearse.to}: ${count(rehearse.firings.length)} firings live, ${count(rehearse.simulated)} simulated, in ${(rehearse.milliseconds / 1000).toFixed(0)} s.`);
      if (rehearse.equal) console.log('✓ The two lists are the same, row by row.');
      for (const { recordId, due, only } of rehearse.differences.slice(0, SHOWN)) console.log(`  ${due}  ${recordId}  only ${only}`);
      if (!rehearse.equal) throw new Error(`The two lists differ in ${count(rehearse.differences.length)} rows${rehearse.differences.length > SHOWN ? `; the first ${SHOWN} are shown` : ''}.`);
    });
}
