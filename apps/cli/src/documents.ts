import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serializeDocument, type MetadataDocument } from '@guanxi/metadata';
import type { Connection } from './connection.js';

/** Folder of each kind of document in an app; the app itself is one file at the top. */
const folders: Record<MetadataDocument['kind'], string> = {
  app: '',
  object: 'objects',
  picklist: 'picklists',
  layout: 'layouts',
  view: 'views',
  workflow: 'workflows',
  action: 'actions',
  'message-template': 'messages',
  'document-template': 'letters',
  'business-calendar': 'calendars',
  queue: 'queues',
  permissions: 'permissions',
  'permission-group': 'permission-groups',
  role: 'roles',
  team: 'teams',
  'sharing-rule': 'sharing',
  'retention-rule': 'retention',
};

export async function fetchDocuments(connection: Connection, { draft }: { draft: boolean }): Promise<MetadataDocument[]> {
  const { documents } = await connection.metadata<{ documents: { state: string; document: MetadataDocument }[] }>(
    'query ($draft: Boolean!) { documents(draft: $draft) { state document } }',
    { draft },
  );
  return documents.filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
}

export interface Written {
  readonly written: number;
  /** Files of documents that are gone, and have been removed. */
  readonly removed: readonly string[];
}

/** Writes one file per document, and removes those of documents that the org no longer has. Other files are left alone. */
export async function writeDocuments(folder: string, documents: readonly MetadataDocument[]): Promise<Written> {
  const apps = documents.filter(({ kind }) => kind === 'app');
  const files = new Map(documents.map((document) => [fileOf(document, apps.length), document]));
  const known = await documentFiles(folder);
  for (const [file, document] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), serializeDocument(document));
  }
  const removed = known.filter((file) => !files.has(file));
  for (const file of removed) await rm(join(folder, file));
  return { written: files.size, removed };
}

/** A folder is an app: where the org has one, its file is called so; of several each has its name. */
function fileOf({ kind, name }: MetadataDocument, apps: number): string {
  return join(folders[kind], kind === 'app' && apps === 1 ? 'app.json' : `${name}.json`);
}

/** The documents in a folder, each in the place of its kind, however it is called. */
async function documentFiles(folder: string): Promise<readonly string[]> {
  const found = await Promise.all(
    (Object.entries(folders) as [MetadataDocument['kind'], string][]).map(async ([kind, place]) => {
      const entries = await readdir(join(folder, place)).catch(() => []);
      const files = entries.filter((entry) => entry.endsWith('.json')).map((entry) => join(place, entry));
      const kinds = await Promise.all(files.map((file) => kindOfFile(join(folder, file))));
      return files.filter((_, index) => kinds[index] === kind);
    }),
  );
  return found.flat().sort();
}

async function kindOfFile(file: string): Promise<unknown> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { readonly kind?: unknown } | null)?.kind;
  } catch {
    return undefined;
  }
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
