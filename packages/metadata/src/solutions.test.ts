import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parseDocuments } from './document/parse-documents.js';
import { serializeDocument } from './document/serialize-document.js';
import type { MetadataDocument } from './document/documents.js';
import { createOrgDatabase, type OrgDatabase } from './testing/org-database.js';

const folder = join(import.meta.dirname, '../../../solutions');

let database: OrgDatabase;
beforeAll(async () => {
  database = await createOrgDatabase();
});
afterAll(() => database.drop());

describe.each(readdirSync(folder))('the solution %s', (solution) => {
  const files = jsonFiles(join(folder, solution));

  it('has no document that is wrong', () => {
    const parsed = parseDocuments(files.map(({ document }) => document));
    expect(parsed).toEqual({ ok: true, value: expect.anything() });
  });

  it('makes its tables on an empty database', async () => {
    const parsed = parseDocuments(files.map(({ document }) => document));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await database.makeOrg('org');
    const changes = await database.publish(null, parsed.value, 'org');
    expect(changes.every((change) => !change.blockedWhenCounted)).toBe(true);
    for (const object of parsed.value.objects) expect(await database.run(sql`select count(*)::int as count from ${sql.id('org', object.table)}`)).toHaveLength(1);
  });

  it('says every title in three languages', () => {
    const untranslated = files.flatMap(({ path, document }) => untitled(document, path));
    expect(untranslated).toEqual([]);
  });

  it.each(files)('has $path in the one form of files', ({ text, document }) => {
    expect(text).toBe(serializeDocument(document));
  });
});

interface File {
  readonly path: string;
  readonly text: string;
  readonly document: MetadataDocument;
}

function jsonFiles(folder: string): readonly File[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return { path, text, document: JSON.parse(text) as MetadataDocument };
    });
}

/** Places with a title, but without its translations beside it or under our keyword. */
function untitled(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { title, titles, action, guanxi } = value as { title?: unknown; titles?: object; action?: unknown; guanxi?: { titles?: object } };
  const translated = titles ?? guanxi?.titles;
  const isMissing = typeof title === 'string' && action === undefined && !(translated && 'zh-TW' in translated && 'zh-CN' in translated);
  return [...(isMissing ? [path] : []), ...Object.entries(value).flatMap(([key, entry]) => untitled(entry, `${path}/${key}`))];
}
