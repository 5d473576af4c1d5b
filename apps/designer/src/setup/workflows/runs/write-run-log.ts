import type { Run } from '../automation-types.js';

/** Everything that the page of a run knows, whole, as JSON: the page itself shortens long values. */
export function writeRunLog({ stepIsThere: _, ...run }: Run): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}
