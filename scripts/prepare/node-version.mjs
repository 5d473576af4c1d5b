import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { Refusal } from './terminal.mjs';

/** Must run before anything is imported that an old Node cannot read. */
export function checkNodeVersion() {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new Refusal(
    `Guanxi needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}. Get a newer one from https://nodejs.org and start again.`,
  );
}
