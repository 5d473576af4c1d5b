import { BUNDLE_FORMAT, type AppBundle, type AppDocument, type MetadataDocument } from '@guanxi/metadata';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOLUTIONS = fileURLToPath(new URL('../../../../solutions', import.meta.url));

/** The names of the apps that come with the product, each a folder of documents. */
export async function solutionNames(): Promise<readonly string[]> {
  const entries = await readdir(SOLUTIONS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** The documents of a solution: every JSON file in its folder, in the order of their paths. */
export async function readSolution(name: string): Promise<readonly unknown[]> {
  const folder = join(SOLUTIONS, name);
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => readJson(join(folder, file))));
}

/** A solution as the file that an org would install: a later release is then merged with what the org has made of this one. */
export async function readSolutionBundle(name: string): Promise<AppBundle> {
  const documents = (await readSolution(name)) as readonly MetadataDocument[];
  const app = documents.find((document): document is AppDocument => document.kind === 'app');
  if (!app) throw new Error(`The solution "${name}" has no app document.`);
  return { format: BUNDLE_FORMAT, app, documents: documents.filter((document) => document !== app) };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${String(error)}`);
  }
}
