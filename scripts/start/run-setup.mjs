import { resolve } from 'node:path';
import { root } from '../prepare/paths.mjs';
import { runQuietly } from '../prepare/run-program.mjs';
import { Refusal, say, step } from '../prepare/terminal.mjs';

/** Brings the database up to this version and makes the first org. What it prints (the first password) goes out as it is. */
export async function runSetup(main, env) {
  const output = await step('Database up to date', async () => {
    const { code, output: words } = await runQuietly(process.execPath, [resolve(root, main), 'setup'], { env });
    if (code === 0) return { words };
    throw new Refusal(`The database could not be brought up to date:\n\n${words.trim()}`);
  });
  const words = output.words.trim();
  if (words) say(`\n${words.replace(/^/gm, '    ')}\n`);
}
