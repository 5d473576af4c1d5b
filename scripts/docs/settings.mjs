import { inRoot } from '../prepare/paths.mjs';
import { runQuietly } from '../prepare/run-program.mjs';
import { code, page, table } from './markdown.mjs';

/** The table that `npm start -- --help` prints. */
export async function describeSettings() {
  const { output } = await runQuietly(process.execPath, [inRoot('scripts/start.mjs'), '--help']);
  const rows = [...output.matchAll(/^ {2}([A-Z_]+) +(.*) \[(.*)\]$/gm)].map(([, name, text, fallback]) => [code(name), text, fallback]);
  if (rows.length === 0) throw new Error(`"npm start -- --help" named no settings:\n${output}`);
  return { 'settings.md': page('Settings', 'Read from the environment by `npm start`, by the API, by the worker and by `setup`.', table(['setting', 'what it is', 'without it'], rows)) };
}
