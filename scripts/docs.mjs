// npm run docs: writes docs/reference from the code; with --check it writes nothing and fails when a page is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkNodeVersion } from './prepare/node-version.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot } from './prepare/paths.mjs';
import { Refusal, runScript, say } from './prepare/terminal.mjs';

await runScript(async () => {
  checkNodeVersion();
  await ensureInstalled();
  await ensureBuilt();
  const { describeProduct } = await import('./docs/describe-product.mjs');
  const pages = await describeProduct();
  const stale = findStale(pages);
  if (!process.argv.includes('--check')) {
    writePages(pages, stale);
    say(stale.length === 0 ? 'docs/reference says what the code says.' : `Written:\n${stale.map((path) => `  docs/reference/${path}`).join('\n')}`);
  } else if (stale.length > 0) {
    throw new Refusal(`These pages of docs/reference no longer say what the code says: ${stale.join(', ')}. Write them anew with "npm run docs" and commit them.`);
  } else {
    say(`${pages.size} pages of docs/reference say what the code says.`);
  }
});

/** Pages that differ from their file, pages without a file, and files that no page stands for. */
function findStale(pages) {
  const folder = inRoot('docs/reference');
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const isStale = (path) => !pages.has(path) || !files.includes(path) || readFileSync(join(folder, path), 'utf8') !== pages.get(path);
  return [...new Set([...files, ...pages.keys()])].filter(isStale).sort();
}

function writePages(pages, stale) {
  for (const path of stale) {
    const file = inRoot('docs/reference', path);
    if (!pages.has(path)) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, pages.get(path));
    }
  }
}
