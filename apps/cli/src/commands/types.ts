import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateTypes } from '@guanxi/metadata/types';
import { parseDocuments } from '@guanxi/metadata';
import type { Command } from 'commander';
import { connect } from '../connection.js';
import { fetchDocuments } from '../documents.js';

/** Writes TypeScript types of the org's objects, for use with `@guanxi/client`. */
export function addTypesCommand(program: Command): void {
  program
    .command('types')
    .description("write TypeScript types of the org's objects")
    .option('--out <file>', 'where to', 'guanxi.generated.ts')
    .action(async (options: { out: string }, command: Command) => {
      const documents = await fetchDocuments(await connect(command), { draft: false });
      const parsed = parseDocuments(documents);
      if (!parsed.ok) throw new Error(`This version of the command line does not understand the org's documents: ${parsed.problems[0]?.message ?? ''}`);
      await mkdir(dirname(options.out), { recursive: true });
      await writeFile(options.out, await generateTypes(parsed.value));
      console.log(`✓ Types of ${parsed.value.objects.filter((object) => !object.platform).length} objects written to ${options.out}.`);
    });
}
