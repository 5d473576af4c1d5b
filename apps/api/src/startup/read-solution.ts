import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOLUTIONS = fileURLToPath(new URL('../../../../solutions', import.meta.url));

/** The documents of a solution: every JSON file in its folder, in the order of their paths. */
export async function readSolution(name: string): Promise<readonly unknown[]> {
  const folder = join(SOLUTIONS, name);
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => readJson(join(folder, file))));
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${String(error)}`);
  }
}
