import type { ObjectDescription } from '@guanxi/metadata';
import { createHref, readCreateAddress } from './create-address.js';
import { isLongForm } from './form-length.js';
import { comparedValues } from './use-similar.js';

const field = (name: string, more: object = {}) => ({ name, label: name, type: 'text', storage: 'column', writable: true, settings: {}, value: { type: 'text', settings: {} }, ...more });
const objectWith = (count: number, more: object = {}) => {
  const fields = Array.from({ length: count }, (_, index) => field(`f${index}`));
  return { fields: [...fields, field('made', { writable: false })], relations: [], layout: { sections: [{ columns: 2, cells: [...fields.map(({ name }) => ({ field: name })), { field: 'made' }] }] }, ...more } as unknown as ObjectDescription;
};

describe('the form of a new record', () => {
  it('is a dialog up to twelve fields that can be filled in, and a page beyond', () => {
    expect(isLongForm(objectWith(12))).toBe(false);
    expect(isLongForm(objectWith(13))).toBe(true);
    const types = { recordTypes: [{ name: 'key', offered: true }], layouts: { key: objectWith(13).layout } };
    expect(isLongForm({ ...objectWith(13), layout: objectWith(2).layout, ...types } as unknown as ObjectDescription)).toBe(true);
  });

  it('has an address that brings values along and leads back, but never out of the workspace', () => {
    const given = { values: { customer: 'c1' }, recordNames: { customer: 'Acme' } };
    const search = new URL(createHref('Order', given, '/app/Customer/c1?tab=2'), 'http://x').searchParams;
    expect(readCreateAddress({ given: JSON.parse(search.get('given') ?? ''), from: search.get('from') })).toEqual({ given, from: '/app/Customer/c1?tab=2' });
    expect(readCreateAddress({ given: [1], from: 'https://evil.example' })).toEqual({});
    expect(readCreateAddress({ from: '//evil.example' })).toEqual({});
  });

  it('asks for similar records once a rule has all that it compares', () => {
    const object = { fields: [field('name'), field('city'), field('phone')], duplicateRules: [{ name: 'r', label: 'R', fields: ['name', 'city'], onSave: 'warn' }, { name: 's', label: 'S', fields: ['phone'], onSave: 'allow' }] } as unknown as ObjectDescription;
    expect(comparedValues(object, { name: 'Acme', city: null, phone: '1' })).toEqual({});
    expect(comparedValues(object, { name: 'Acme', city: 'Taipei', phone: '1' })).toEqual({ name: 'Acme', city: 'Taipei' });
  });
});
