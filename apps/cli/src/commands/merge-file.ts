import { readFile, writeFile } from 'node:fs/promises';
import type { MergeConflict } from '@guanxi/metadata';
import type { Command } from 'commander';
import { mergeFiles } from '../merge-files.js';

/** A merge driver for git: writes the merged document over MINE, and fails where both sides say something else. */
export function addMergeFileCommand(program: Command): void {
  program
    .command('merge-file')
    .description('merge two versions of a document, as git asks for it')
    .argument('<base>', 'what both began with')
    .argument('<mine>', 'what this branch made of it; gets the merged document')
    .argument('<theirs>', 'what the other branch made of it')
    .action(async (base: string, mine: string, theirs: string) => {
      const [first, second, third] = await Promise.all([base, mine, theirs].map((file) => readFile(file, 'utf8')));
      const { text, conflicts } = mergeFiles({ base: first ?? '', mine: second ?? '', theirs: third ?? '' });
      await writeFile(mine, text);
      if (conflicts.length === 0) return;
      process.exitCode = 1;
      console.error([`Both branches changed ${conflicts.length === 1 ? 'this place' : 'these places'}; this branch's version is in the file:`, ...conflicts.map(tellConflict)].join('\n'));
    });
}

function tellConflict({ path, mine, theirs }: MergeConflict): string {
  return `  ${path}\n    this branch:  ${show(mine)}\n    other branch: ${show(theirs)}`;
}

function show(value: unknown): string {
  return value === undefined ? 'removed' : JSON.stringify(value);
}
