import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serializeDocument, type MetadataDocument } from '@guanxi/metadata';
import type { Connection } from './connection.js';

/** Folder of each kind of document in an app; the app itself is one file at the top. */
const folders: Record<MetadataDocument['kind'], string> = {
  app: '',
  object: 'objects',
  layout: 'layouts',
  view: 'views',
  workflow: 'workflows',
  permissions: 'permissions',
};

export async function fetchDocuments(connection: Connection, { draft }: { draft: boolean }): Promise<MetadataDocument[]> {
  const { documents } = await connection.metadata<{ documents: { state: string; document: MetadataDocument }[] }>(
    'query ($draft: Boolean!) { documents(draft: $draft) { state document } }',
    { draft },
  );
  return documents.filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
}

/** Writes one file per document; answers how many. Files of documents that no longer exist are left to git. */
export async function writeDocuments(folder: string, documents: readonly MetadataDocument[]): Promise<number> {
  for (const document of documents) {
    const file = join(folder, folders[document.kind], `${document.name}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, serializeDocument(document));
  }
  return documents.length;
}

/** Every JSON document below a folder. A file that is not JSON is named in the error. */
export async function readDocuments(folder: string): Promise<unknown[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      try {
        return JSON.parse(await readFile(join(folder, file), 'utf8')) as unknown;
      } catch (failure) {
        throw new Error(`${join(folder, file)} is not JSON: ${(failure as Error).message}`, { cause: failure });
      }
    }),
  );
}
