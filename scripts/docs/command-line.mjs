import { inRoot } from '../prepare/paths.mjs';
import { runQuietly } from '../prepare/run-program.mjs';
import { block, page } from './markdown.mjs';

/** What the command line says of itself. */
export async function describeCommandLine() {
  const general = await askHelp();
  const names = [...general.slice(general.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help');
  const commands = await Promise.all(names.map(async (name) => [`## ${name}`, block('text', await askHelp(name))]));
  return {
    'command-line.md': page(
      'Command line',
      'In a clone: `npm run cli -- <command>`, as in `npm run cli -- simulate winback-call`. It speaks to a running Guanxi, with the key that `npm start` left in the data folder, or with one of your own.',
      block('text', general),
      commands.flat(),
    ),
  };
}

async function askHelp(...command) {
  // The defaults that are shown must not be those of whoever writes the page.
  const env = { PORT: undefined, GUANXI_URL: undefined, GUANXI_KEY: undefined, FORCE_COLOR: undefined, COLUMNS: undefined };
  const { code, output } = await runQuietly(process.execPath, [inRoot('apps/cli/dist/main.js'), ...command, '--help'], { env });
  if (code !== 0) throw new Error(`The command line gave no help for "${command.join(' ')}":\n${output}`);
  return output;
}
