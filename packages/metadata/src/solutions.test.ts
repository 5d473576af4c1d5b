import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocuments } from './document/parse-documents.js';
import { serializeDocument } from './document/serialize-document.js';
import type { MetadataDocument } from './document/documents.js';

const folder = join(import.meta.dirname, '../../../solutions');

describe.each(readdirSync(folder))('the solution %s', (solution) => {
  const files = jsonFiles(join(folder, solution));

  it('has no document that is wrong', () => {
    const parsed = parseDocuments(files.map(({ document }) => document));
    expect(parsed).toEqual({ ok: true, value: expect.anything() });
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
