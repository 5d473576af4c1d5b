import type { Command } from 'commander';
import { connect } from '../connection.js';
import { fetchDocuments, writeDocuments } from '../documents.js';

/** Writes the org's published documents as files, one per document, so that they can live in git. */
export function addPullCommand(program: Command): void {
  program
    .command('pull')
    .description("write the org's documents as files")
    .argument('<folder>', 'where to')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { written, removed } = await writeDocuments(folder, await fetchDocuments(await connect(command), { draft: false }));
      for (const file of removed) console.log(`• ${file} removed: the org no longer has it.`);
      console.log(`✓ ${written} documents written to ${folder}.`);
    });
}
