import { openAsBlob } from 'node:fs';
import { access } from 'node:fs/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Command } from 'commander';
import { connect } from '../connection.js';
import { describeRefusal } from '../save-answer.js';

interface Line {
  readonly stage?: string;
  readonly table?: string;
  readonly rows?: number;
  readonly done?: { readonly name: string; readonly takenAt: string; readonly tables: number; readonly rows: number; readonly notes: readonly string[] };
  readonly failed?: { readonly message: string };
}

/** Puts a backup in the place of the org that the key belongs to: all of it, or nothing. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('put a backup in the place of the org, all of it or nothing, and compare every row')
    .argument('<file>', 'what `backup` wrote')
    .option('--replace', 'also where the org has records: they are gone then')
    .action(async (file: string, { replace }: { readonly replace?: boolean }, command: Command) => {
      const { url, key } = await connect(command);
      await access(file).catch(() => {
        throw new Error(`There is no file ${file}.`);
      });
      const address = new URL(`/restore${replace ? '?replace=1' : ''}`, url);
      const response = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' }, body: await openAsBlob(file) });
      if (!response.ok || !response.body) throw new Error(await describeRefusal(response));
      const last = await follow(response.body as ReadableStream<Uint8Array>);
      if (last?.failed) throw new Error(last.failed.message);
      if (!last?.done) throw new Error('The connection broke before the end. Look whether the org is the restored one; if not, nothing was changed.');
      const { name, takenAt, rows, tables, notes } = last.done;
      console.log(`✓ ${name} is as it was at ${takenAt}: ${rows.toLocaleString('en')} rows in ${tables} tables, every one compared with the backup.`);
      for (const note of notes) console.log(`! ${note}`);
    });
}

async function follow(body: ReadableStream<Uint8Array>): Promise<Line | undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let last: Line | undefined;
  for await (const piece of body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      last = JSON.parse(line) as Line;
      if (process.stdout.isTTY && last.stage) process.stdout.write(`\r\u001b[K${last.stage} ${last.table ?? ''} ${(last.rows ?? 0).toLocaleString('en')}`);
    }
  }
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  return last;
}
