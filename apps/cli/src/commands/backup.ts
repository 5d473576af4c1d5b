import type { Command } from 'commander';
import { connect } from '../connection.js';
import { saveAnswer } from '../save-answer.js';

/** The whole org as of one moment, while everybody works. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('write the whole org into one file: documents, people, records, history, files')
    .argument('<file>', 'where to')
    .option('--passwords', 'with the hashes of passwords, so that people sign in after a restore as before')
    .action(async (file: string, { passwords }: { readonly passwords?: boolean }, command: Command) => {
      const { url, key } = await connect(command);
      const address = new URL('/backup', url);
      if (passwords) address.searchParams.set('passwords', '1');
      const bytes = await saveAnswer(address, key, file);
      console.log(`✓ The org is in ${file} (${bytes.toLocaleString('en')} bytes).${passwords ? ' It holds the hashes of passwords: keep it like a key.' : ''}`);
    });
}
