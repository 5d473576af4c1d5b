import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { inRoot } from './paths.mjs';
import { runQuietly } from './run-program.mjs';
import { Refusal, step } from './terminal.mjs';

// Inside node_modules, so that removing the folder also forgets what was installed.
const stamp = inRoot('node_modules/.guanxi-installed');

/**
 * Installs exactly what the lock file says, unless that is what is there. An older installation is brought up to date in
 * place: `npm ci` would remove it first, and leave nothing behind if the new one then failed.
 */
export async function ensureInstalled() {
  const wanted = hashLockFile();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!existsSync(stamp) && isFreshlyInstalled()) {
    writeFileSync(stamp, wanted);
    return;
  }
  await step('Packages installed from npm (the first time this takes a minute or two)', install);
  writeFileSync(stamp, wanted);
}

async function install() {
  rmSync(stamp, { force: true });
  // A production environment would leave out the compilers that the build needs.
  const env = { NODE_ENV: 'development' };
  const command = existsSync(inRoot('node_modules/.package-lock.json')) ? ['install', '--no-save'] : ['ci'];
  const { code, output } = await runQuietly('npm', [...command, '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'], { env });
  if (code === 0) return;
  throw new Refusal(`npm ${command[0]} failed; these are its last words. Is the npm registry reachable?\n\n${output.trimEnd().split('\n').slice(-25).join('\n')}`);
}

/** Somebody ran npm themselves: npm writes its own copy of the lock file last, when everything is in place. */
function isFreshlyInstalled() {
  const installed = inRoot('node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const here = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.includes('node_modules/') || link) return true;
    return here[path] ? here[path].version === version : optional === true;
  });
}

function hashLockFile() {
  return createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');
}
