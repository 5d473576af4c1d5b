import type { MetadataDocument } from '@guanxi/metadata';
import { dropFieldUses, renameFieldUses, renameInFormula } from './field-uses.js';

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
