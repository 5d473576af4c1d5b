import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TarFile } from './write-tar.js';

/** What the build makes of `packages/client`. */
const CLIENT_FOLDER = fileURLToPath(new URL('../../../../packages/client/dist', import.meta.url));

/** The compiled client: modules and declarations, tests and source maps aside. */
export async function readClient(folder = CLIENT_FOLDER): Promise<readonly TarFile[]> {
  const names = (await readdir(folder)).filter((name) => /(?<!\.test)\.js$|(?<!\.test)\.d\.ts$/.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, text: withoutMap(await readFile(join(folder, name), 'utf8')) })));
}

function withoutMap(text: string): string {
  return text.replace(/^\/\/# sourceMappingURL=.*\n?/m, '');
}
