import type { MetadataDocument } from '@guanxi/metadata';
import { compareDocuments } from './compare-documents.js';

const text = (id: string, title: string) => ({ title, type: 'string', guanxi: { id, type: 'text' } }) as const;
const city = (properties: object, more: object = {}) => ({ kind: 'object', name: 'City', title: 'City', type: 'object', properties, guanxi: { id: 'c' }, ...more }) as unknown as MetadataDocument;

describe('comparing two revisions', () => {
  const before = city({ name: text('1', 'Name'), zip: text('2', 'ZIP') });

  it('finds what was added and removed', () => {
    expect(compareDocuments([before], []).map(({ name, event }) => [name, event])).toEqual([['City', 'removed']]);
    expect(compareDocuments([], [before]).map(({ name, event }) => [name, event])).toEqual([['City', 'added']]);
  });

  it('finds each value that changed, through a rename', () => {
    const after = city({ name: text('1', 'Title') }, { name: 'Town' });
    expect(compareDocuments([before], [after])).toEqual([{
      kind: 'object', name: 'Town', event: 'changed',
      changes: [
        { path: '/name', before: 'City', after: 'Town' },
        { path: '/properties/name/title', before: 'Name', after: 'Title' },
        { path: '/properties/zip', before: text('2', 'ZIP') },
      ],
    }]);
  });

  it('sees another order of fields, and nothing in what is the same', () => {
    expect(compareDocuments([before], [city({ zip: text('2', 'ZIP'), name: text('1', 'Name') })])[0]?.changes).toEqual([{ path: '/properties', before: ['name', 'zip'], after: ['zip', 'name'] }]);
    expect(compareDocuments([before], [city({ name: text('1', 'Name'), zip: text('2', 'ZIP') })])).toEqual([]);
  });

  it('compares lists of named things one by one', () => {
    const withRules = (...messages: string[]) => city({}, { guanxi: { id: 'c', rules: messages.map((message, index) => ({ id: `r${index}`, message })) } });
    expect(compareDocuments([withRules('a', 'b')], [withRules('a', 'c')])[0]?.changes).toEqual([{ path: '/guanxi/rules/r1/message', before: 'b', after: 'c' }]);
  });

  it('finds nothing in a list of words that is written the same', () => {
    const withWords = (title: string) => city({}, { title, required: ['name', 'zip'] });
    expect(compareDocuments([withWords('City')], [withWords('Town')])[0]?.changes).toEqual([{ path: '/title', before: 'City', after: 'Town' }]);
  });
});
