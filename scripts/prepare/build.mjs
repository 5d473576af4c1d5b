import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { runQuietly } from './run-program.mjs';
import { Refusal, step } from './terminal.mjs';

const stamp = inRoot('node_modules/.cache/guanxi/built');
const results = ['apps/api/dist/main.js', 'apps/cli/dist/main.js', 'apps/designer/dist/index.html'];

/** Builds what changed. When nothing did, not even the build tool is started. */
export async function ensureBuilt() {
  const sources = fingerprintSources();
  if (results.every((file) => existsSync(inRoot(file))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  await step('Packages, server and page built', build);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

async function build() {
  rmSync(stamp, { force: true });
  // No daemon: it would outlive us and hold the folder.
  const env = { NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', NODE_OPTIONS: '', NODE_ENV: 'production' };
  const nx = inRoot('node_modules/nx/dist/bin/nx.js');
  const { code, output } = await runQuietly(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], { env });
  if (code !== 0) throw new Refusal(`The build failed; these are its last words:\n\n${output.trimEnd().split('\n').slice(-60).join('\n')}`);
  const missing = results.filter((file) => !existsSync(inRoot(file)));
  if (missing.length > 0) throw new Refusal(`The build ended without ${missing.join(', ')}. Remove node_modules/.cache and .nx, then start again.`);
}

/** Names, sizes and times of every source: some milliseconds, where reading them all would take a second. */
function fingerprintSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'nx.json']) add(hash, join(root, file));
  for (const group of ['packages', 'apps']) {
    for (const name of readdirSync(inRoot(group)).sort()) addFolder(hash, inRoot(group, name));
  }
  return hash.digest('hex');
}

function addFolder(hash, folder) {
  if (!statSync(folder).isDirectory()) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist', 'golden'].includes(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else add(hash, path);
  }
}

function add(hash, path) {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path}\0${size}\0${mtimeMs}\0`);
}
