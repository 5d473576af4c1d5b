import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocuments } from '@guanxi/metadata';
import { generateTypes } from '@guanxi/metadata/types';
import { readDocuments } from '../documents.js';

const root = join(import.meta.dirname, '../../../..');

describe('generated types', () => {
  it('are what the example of the typed client compiles against', async () => {
    const parsed = parseDocuments(await readDocuments(join(root, 'solutions/winback')));
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    expect(readFileSync(join(root, 'packages/client/example/guanxi.generated.ts'), 'utf8')).toBe(await generateTypes(parsed.value));
  });
});
