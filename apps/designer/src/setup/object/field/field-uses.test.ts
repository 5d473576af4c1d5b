import type { MetadataDocument } from '@guanxi/metadata';
import { dropFieldUses, movePaths, renameFieldUses, renameInFormula, splitUses } from './field-uses.js';

const view = { kind: 'view', name: 'Order.all', title: 'All', object: 'Order', columns: ['number', 'city', 'day'], where: { city: { eq: 'city' } }, orderBy: [{ field: 'city', direction: 'asc' }], guanxi: { id: 'v' } } as const;
const sales = { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Order: { read: 'all', fields: { city: { read: false } } } }, guanxi: { id: 'p' } } as const;
const workflow = { kind: 'workflow', name: 'w', title: 'W', object: 'Order', trigger: { created: {} }, when: 'city = "city" AND capacity > 1', steps: [], guanxi: { id: 'w' } } as const;
const documents: readonly MetadataDocument[] = [view, sales, workflow];
const usageAt = (kind: string, name: string, rest: string) => ({ kind, name, title: name, path: `/${kind}:${name}${rest}` });
const uses = [
  usageAt('view', 'Order.all', '/columns/1'), usageAt('view', 'Order.all', '/orderBy/0/field'), usageAt('view', 'Order.all', '/where/city'),
  usageAt('permissions', 'sales', '/objects/Order/fields/city'), usageAt('workflow', 'w', '/when'),
];

describe('renaming a field elsewhere', () => {
  it('writes the new name in columns, keys and formulas, and leaves quoted text alone', () => {
    const { documents: edited, left } = renameFieldUses(documents, uses, 'city', 'town');
    expect(left).toEqual([]);
    expect(edited).toEqual([
      { ...view, columns: ['number', 'town', 'day'], where: { town: { eq: 'city' } }, orderBy: [{ field: 'town', direction: 'asc' }] },
      { ...sales, objects: { Order: { read: 'all', fields: { town: { read: false } } } } },
      { ...workflow, when: 'town = "city" AND capacity > 1' },
    ]);
  });

  it('does not change the documents it was given', () => {
    renameFieldUses(documents, uses, 'city', 'town');
    expect(view.columns).toEqual(['number', 'city', 'day']);
  });

  it.each([['customer.city', 'customer.town'], ['cityName', 'cityName'], ["'city' & city", "'city' & town"]])('turns %s into %s', (before, after) => {
    expect(renameInFormula(before, 'city', 'town')).toBe(after);
  });
});

describe('removing a field elsewhere', () => {
  it('takes out columns and exceptions, and leaves formulas and filters for people', () => {
    const { documents: edited, left } = dropFieldUses(documents, uses);
    expect(edited.find(({ kind }) => kind === 'view')).toMatchObject({ columns: ['number', 'day'], orderBy: [] });
    expect(edited.find(({ kind }) => kind === 'permissions')).toMatchObject({ objects: { Order: { fields: {} } } });
    expect(left.map(({ path }) => path).sort()).toEqual(['/view:Order.all/where/city', '/workflow:w/when']);
  });
});

describe('a field that its own object names', () => {
  const order = {
    kind: 'object', name: 'Order', title: 'Order', type: 'object',
    properties: { number: { title: 'Number', guanxi: { id: 'n', type: 'text' } }, label: { title: 'Label', guanxi: { id: 'l', type: 'formula', formula: 'UPPER(city)', result: 'text' } } },
    guanxi: { id: 'o', compact: ['city', 'number'], rules: [{ id: 'r', name: 'r', when: 'number = "1"', message: 'No.', field: 'city' }], recordTypes: [{ name: 'a', title: 'A', values: { city: ['x'] } }] },
  } as unknown as MetadataDocument;
  const own = [usageAt('object', 'Order', '/guanxi/compact/0'), usageAt('object', 'Order', '/guanxi/rules/0/field'), usageAt('object', 'Order', '/guanxi/recordTypes/0/values/city')];
  const translations = usageAt('object', 'Order', '/properties/city/guanxi/titles');
  const client = { ...usageAt('api', 'Order.city', ''), path: '/api:Order/city' };

  it('is taken out of lists and marks; formulas are left for people', () => {
    const { documents: edited, left } = dropFieldUses([order], [...own, usageAt('object', 'Order', '/properties/label/guanxi/formula')]);
    expect(edited[0]).toMatchObject({ guanxi: { compact: ['number'], recordTypes: [{ values: {} }] } });
    expect((edited[0] as { guanxi: { rules: readonly object[] } }).guanxi.rules[0]).not.toHaveProperty('field');
    expect(left.map(({ path }) => path)).toEqual(['/object:Order/properties/label/guanxi/formula']);
  });

  it('takes its own keywords along, and only tells of clients', () => {
    const { places, clients } = splitUses([...own, own[0]!, translations, client], 'Order', ['city']);
    expect(places).toEqual(own);
    expect(clients).toEqual([client]);
  });

  it('is found again under its new name', () => {
    expect(movePaths([translations, client], 'Order', 'city', 'town').map(({ path }) => path)).toEqual(['/object:Order/properties/town/guanxi/titles']);
  });
});
