import type { MetadataDocument, ObjectDocument } from '@guanxi/metadata';
import { layIn, type DraftEdit } from './lay-in.js';
import { NO_CHANGES, stateDocuments } from './lay-over.js';

const field = (id: string, title: string) => ({ title, type: 'string', guanxi: { id, type: 'text' } }) as const;

const city: ObjectDocument = {
  kind: 'object',
  name: 'City',
  title: 'City',
  type: 'object',
  properties: { name: field('f-name', 'Name'), zip: field('f-zip', 'ZIP') },
  required: ['name'],
  guanxi: { id: 'o-city', nameField: 'name' },
};
const published: readonly MetadataDocument[] = [city];

function accept(edit: Partial<DraftEdit>, draft = NO_CHANGES) {
  const result = layIn(published, draft, { documents: [], remove: [], ...edit });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('laying documents into a draft', () => {
  it('knows a document and its fields by their names when they come without ids', () => {
    const { guanxi: _, ...rest } = city;
    const bare = { ...rest, title: 'Town', properties: { name: { type: 'string', guanxi: { type: 'text' } }, mayor: { type: 'string', guanxi: { type: 'text' } } }, guanxi: { nameField: 'name' } };
    const [document] = accept({ documents: [bare] }).documents as readonly ObjectDocument[];
    expect(document?.guanxi.id).toBe('o-city');
    expect(document?.properties['name']?.guanxi.id).toBe('f-name');
    expect(document?.properties['mayor']?.guanxi.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives a new field its own id where another took the old name along', () => {
    const renamed = { ...city, properties: { name: field('f-name', 'Name'), postcode: field('f-zip', 'Postcode'), zip: { type: 'string', guanxi: { type: 'text' } } } };
    const [document] = accept({ documents: [renamed] }).documents as readonly ObjectDocument[];
    expect(document?.properties['postcode']?.guanxi.id).toBe('f-zip');
    expect(document?.properties['zip']?.guanxi.id).not.toBe('f-zip');
  });

  it('takes a document under a new name with its old id for the same one', () => {
    const draft = accept({ documents: [{ ...city, name: 'Town' }] });
    expect(stateDocuments(published, draft).map(({ document, state }) => [document.name, state])).toEqual([['Town', 'CHANGED']]);
  });

  it('forgets what was taken back', () => {
    const draft = accept({ documents: [{ ...city, title: 'Town' }] });
    expect(accept({ documents: [city] }, draft)).toEqual(NO_CHANGES);
    const gone = accept({ remove: [{ kind: 'object', name: 'City' }] });
    expect(gone).toEqual({ documents: [], removed: ['o-city'] });
    expect(accept({ documents: [city] }, gone)).toEqual(NO_CHANGES);
  });

  it('drops a new document that is removed before it was published', () => {
    const draft = accept({ documents: [{ ...city, name: 'Town', title: 'Town', guanxi: { nameField: 'name' }, properties: { name: { type: 'string', guanxi: { type: 'text' } } } }] });
    expect(draft.documents).toHaveLength(1);
    expect(accept({ remove: [{ kind: 'object', name: 'Town' }] }, draft)).toEqual(NO_CHANGES);
  });

  it('refuses everything when one thing is wrong, and says all that is', () => {
    const result = layIn(published, NO_CHANGES, { documents: [{ ...city, title: 'Town' }, 7, { kind: 'objekt', name: 'X' }], remove: [{ kind: 'object', name: 'Citty' }] });
    if (result.ok) throw new Error('It was taken.');
    expect(result.problems.map(({ path }) => path)).toEqual(['/remove/0', '/1', '/2/kind']);
    expect(result.problems[0]?.hint).toContain('City');
  });
});
