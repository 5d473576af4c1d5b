import { field, objectDocument } from '../testing/object-document.js';
import { serializeDocument } from './serialize-document.js';

const document = objectDocument('Customer', { name: field('text', { id: '1' }), city: field('text', { id: '2' }) });

describe('serializeDocument', () => {
  it('writes one text, in whatever order the keys came', () => {
    const turned = Object.fromEntries(Object.entries(document).reverse()) as unknown as typeof document;
    expect(serializeDocument(turned)).toBe(serializeDocument(document));
  });

  it('keeps the order of fields, which people chose', () => {
    expect(Object.keys((JSON.parse(serializeDocument(document)) as typeof document).properties)).toEqual(['name', 'city']);
  });

  it('ends in a line break and loses nothing', () => {
    expect(serializeDocument(document).endsWith('}\n')).toBe(true);
    expect(JSON.parse(serializeDocument(document))).toEqual(document);
  });
});
