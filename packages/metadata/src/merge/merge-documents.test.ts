import fc from 'fast-check';
import type { MetadataDocument, ObjectDocument } from '../document/documents.js';
import { mergeDocuments, mergeEdit } from './merge-documents.js';

const field = (id: string, title: string, more: object = {}) => ({ type: 'string', title, guanxi: { id, type: 'text' as const }, ...more });

const customer = {
  kind: 'object', name: 'Customer', title: 'Customer', type: 'object',
  properties: { name: field('f1', 'Name'), city: field('f2', 'City'), phone: field('f3', 'Phone') },
  required: ['name'],
  guanxi: { id: 'o1' },
} as unknown as ObjectDocument;

const view = { kind: 'view', name: 'Customer.all', title: 'All', object: 'Customer', columns: ['name', 'city'], guanxi: { id: 'v1' } } as MetadataDocument;

const withFields = (properties: object, more: object = {}) => ({ ...customer, properties, ...more }) as ObjectDocument;
const merge = (base: readonly MetadataDocument[], mine: readonly MetadataDocument[], theirs: readonly MetadataDocument[], choices = {}) => mergeDocuments({ base, mine, theirs }, choices);

describe('mergeDocuments', () => {
  it('takes both edits where they touch different fields', () => {
    const mine = withFields({ ...customer.properties, city: field('f2', 'Town') });
    const theirs = withFields({ ...customer.properties, phone: field('f3', 'Telephone'), fax: field('f4', 'Fax') });
    const { documents, conflicts, changes } = merge([customer], [mine], [theirs]);
    expect(conflicts).toEqual([]);
    expect(documents).toEqual([withFields({ name: field('f1', 'Name'), city: field('f2', 'Town'), phone: field('f3', 'Telephone'), fax: field('f4', 'Fax') })]);
    expect(changes.map(({ event, path }) => `${event} ${path}`)).toEqual([
      'changed /object:Customer/properties/f3/property/title',
      'added /object:Customer/properties/f4',
    ]);
  });

  it('keeps both new fields that were added at the same place', () => {
    const mine = withFields({ ...customer.properties, a: field('f4', 'A') });
    const theirs = withFields({ ...customer.properties, b: field('f5', 'B') });
    const [merged] = merge([customer], [mine], [theirs]).documents as readonly ObjectDocument[];
    expect(Object.keys(merged?.properties ?? {}).sort()).toEqual(['a', 'b', 'city', 'name', 'phone']);
  });

  it('knows a renamed field for the same one', () => {
    const mine = withFields({ ...customer.properties, city: field('f2', 'City', { maxLength: 40 }) });
    const theirs = withFields({ name: field('f1', 'Name'), town: field('f2', 'City'), phone: field('f3', 'Phone') });
    const { documents, conflicts } = merge([customer], [mine], [theirs]);
    expect(conflicts).toEqual([]);
    expect((documents[0] as ObjectDocument).properties).toEqual({ name: field('f1', 'Name'), town: field('f2', 'City', { maxLength: 40 }), phone: field('f3', 'Phone') });
  });

  it('tells where both say something else, keeps mine, and takes theirs when that is chosen', () => {
    const sides = [[customer], [{ ...customer, title: 'Client' }], [{ ...customer, title: 'Account' }]] as const;
    const { documents, conflicts } = merge(...sides);
    expect(conflicts).toEqual([{ kind: 'object', name: 'Customer', path: '/object:Customer/title', base: 'Customer', mine: 'Client', theirs: 'Account', choice: 'mine', decided: false }]);
    expect((documents[0] as ObjectDocument).title).toBe('Client');
    const chosen = merge(...sides, { '/object:Customer/title': 'theirs' });
    expect((chosen.documents[0] as ObjectDocument).title).toBe('Account');
    expect(chosen.conflicts[0]).toMatchObject({ choice: 'theirs', decided: true });
  });

  it('asks when one side removed what the other changed', () => {
    const { conflicts, documents } = merge([customer, view], [customer, { ...view, title: 'Everybody' } as MetadataDocument], [customer]);
    expect(conflicts.map(({ path }) => path)).toEqual(['/view:Customer.all']);
    expect(documents).toHaveLength(2);
    expect(merge([customer, view], [customer, view], [customer]).documents).toEqual([customer]);
  });

  it('merges lists of names as sets in order', () => {
    const mine = { ...view, columns: ['city', 'name', 'phone'] } as MetadataDocument;
    const theirs = { ...view, columns: ['name', 'owner'] } as MetadataDocument;
    const { conflicts, documents } = merge([view], [mine], [theirs]);
    expect(conflicts).toEqual([]);
    expect((documents[0] as unknown as { columns: string[] }).columns.toSorted()).toEqual(['name', 'owner', 'phone']);
  });

  it('lays only what differs into a draft', () => {
    const theirs = [{ ...customer, title: 'Account' } as ObjectDocument];
    expect(mergeEdit([customer, view], merge([customer, view], [customer, view], theirs).documents)).toEqual({ documents: theirs, remove: [{ kind: 'view', name: 'Customer.all' }] });
  });
});

describe('a merge of generated documents', () => {
  const property = fc.record({ title: fc.constantFrom('A', 'B', 'C'), maxLength: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) });
  const made = fc.dictionary(fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5'), property, { maxKeys: 5 }).map((fields) =>
    withFields(Object.fromEntries(Object.entries(fields).map(([id, { title, maxLength }]) => [`n${id}`, field(id, title, maxLength === undefined ? {} : { maxLength })]))),
  );

  it('is their side where mine has not changed, and mine where theirs has not', () => {
    fc.assert(fc.property(made, made, (base, other) => {
      expect(sorted(merge([base], [base], [other]).documents)).toEqual(sorted([other]));
      expect(sorted(merge([base], [other], [base]).documents)).toEqual(sorted([other]));
      expect(merge([base], [other], [other])).toMatchObject({ conflicts: [], changes: [] });
    }));
  });

  it('finds the same conflicts from either side', () => {
    fc.assert(fc.property(made, made, made, (base, left, right) => {
      const paths = (mine: ObjectDocument, theirs: ObjectDocument) => merge([base], [mine], [theirs]).conflicts.map(({ path }) => path).sort();
      expect(paths(left, right)).toEqual(paths(right, left));
    }));
  });

  it('comes to the same documents when every conflict is decided alike', () => {
    fc.assert(fc.property(made, made, made, (base, left, right) => {
      const choices = Object.fromEntries(merge([base], [left], [right]).conflicts.map(({ path }) => [path, 'theirs']));
      expect(sorted(merge([base], [left], [right], choices).documents)).toEqual(sorted(merge([base], [right], [left]).documents));
    }));
  });
});

/** Fields in the order of their names: which side goes first decides only the order. */
function sorted(documents: readonly MetadataDocument[]): unknown {
  return (documents as readonly ObjectDocument[]).map(({ properties, ...rest }) => ({ ...rest, properties: Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)) }));
}
