import { addressOf } from '../where-used/group-uses.js';

/** Where in Setup a problem of the draft is mended, by its pointer: `/workflow:winback/steps/0`. Null where no page leads there. */
export function problemAddress(pointer: string): string | null {
  const [, kind, name, path] = /^\/([a-z-]+):([^/]+)(\/.*)?$/.exec(pointer) ?? [];
  return kind === undefined || name === undefined ? null : addressOf({ kind, name, path: path ?? '' });
}
