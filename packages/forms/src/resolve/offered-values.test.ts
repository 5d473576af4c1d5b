import type { ObjectDescription } from '@guanxi/metadata';
import { customer, field, moment, salesperson, workspace } from '../testing/workspace.js';
import { startingValues } from '../starting-values.js';
import { judgeRules } from '../validate/judge-rules.js';
import { offeredValues, settleChoices } from './offered-values.js';
import { layoutOf, planForm } from './plan-form.js';
import { resolveForm } from './resolve-form.js';

const values = (...names: readonly string[]) => ({ values: names.map((value) => ({ value, label: value })) });

const shop: ObjectDescription = {
  ...customer,
  fields: [
    ...customer.fields,
    field('continent', 'picklist', { settings: values('asia', 'europe') }),
    field('country', 'picklist', { settings: values('tw', 'jp', 'de'), dependsOn: { field: 'continent', values: { asia: ['tw', 'jp'], europe: ['de'] } } }),
    field('city', 'multiPicklist', { settings: values('taipei', 'tainan', 'berlin'), dependsOn: { field: 'country', values: { tw: ['taipei', 'tainan'], de: ['berlin'] } } }),
    field('tier', 'picklist', { settings: { values: [{ value: 'gold', label: 'Gold' }, { value: 'old', label: 'Old', active: false }] } }),
    field('recordType', 'picklist', { system: true, settings: values('retail', 'trade') }),
    field('code', 'text', { defaultFormula: '"C-" & TEXT(visits)' }),
    field('total', 'formula', { storage: 'computed', writable: false, value: { type: 'currency', settings: { precision: 18, scale: 2 } } }),
    field('boss', 'lookup', { target: 'Customer', settings: { target: 'Customer' }, lookupFilter: 'status = $Source.status' }),
  ],
  recordTypes: [
    { name: 'retail', label: 'Retail', isDefault: false, offered: true, values: { continent: ['asia'] } },
    { name: 'trade', label: 'Trade', isDefault: true, offered: false, values: {} },
  ],
  rules: [{ id: 'r', name: 'r', when: 'visits > 10', message: 'Too many', field: 'visits' }, { id: 's', name: 's', when: 'ISBLANK(name)', message: 'Nameless' }],
  compact: ['status'],
  actions: [{ name: 'a', title: 'A', visibleWhen: 'visits > 3', do: { openUrl: '"x"' } }],
  layout: { ...customer.layout, sections: [{ columns: 3, tab: 'More', cells: shopCells() }] },
  layouts: { retail: { ...customer.layout, name: 'retail', sections: [{ columns: 1, cells: [{ field: 'name' }] }] } },
};

function shopCells() {
  return ['name', 'visits', 'continent', 'country', 'city', 'tier', 'total', 'boss'].map((name) => ({ field: name }));
}

const fieldOf = (name: string) => shop.fields.find((one) => one.name === name) ?? field(name, 'text', {});
const resolve = (record: Readonly<Record<string, never>> | Readonly<Record<string, unknown>>) =>
  resolveForm(planForm({ objects: [shop, ...workspace.objects.slice(1)] }, shop), { mode: 'edit', record: { values: record as never, recordNames: {} }, user: salesperson, moment });

describe('what a picklist offers', () => {
  it('follows from the value it depends on, at any depth', () => {
    expect(offeredValues(fieldOf('country'), shop, { continent: 'asia' })).toEqual(['tw', 'jp']);
    expect(offeredValues(fieldOf('country'), shop, {})).toEqual([]);
    expect(offeredValues(fieldOf('city'), shop, { country: 'tw' })).toEqual(['taipei', 'tainan']);
  });

  it('follows from the record type, and leaves out what is switched off', () => {
    expect(offeredValues(fieldOf('continent'), shop, { recordType: 'retail' })).toEqual(['asia']);
    expect(offeredValues(fieldOf('tier'), shop, {})).toEqual(['gold']);
    expect(offeredValues(fieldOf('recordType'), shop, {})).toEqual(['retail']);
  });

  it('keeps in a form the value that a record holds', () => {
    const tier = resolve({ tier: 'old' }).sections[0]?.cells.find(({ name }) => name === 'tier');
    expect((tier?.field.settings['values'] as { value: string }[]).map(({ value }) => value)).toEqual(['gold', 'old']);
  });
});

describe('choosing anew', () => {
  it('clears what depends on it, down the chain', () => {
    const before = { continent: 'asia', country: 'tw', city: ['taipei'] };
    expect(settleChoices(shop, before, { ...before, continent: 'europe' })).toEqual({ continent: 'europe', country: null, city: null });
    expect(settleChoices(shop, before, { ...before, country: 'jp' })).toEqual({ continent: 'asia', country: 'jp', city: null });
  });

  it('leaves alone what nobody touched', () => {
    const odd = { continent: 'europe', country: 'tw', name: 'x' };
    expect(settleChoices(shop, odd, { ...odd, name: 'y' })).toEqual({ ...odd, name: 'y' });
  });
});

describe('a form of an object with rules', () => {
  it('tells the rules that it breaks, at their field or above the form', () => {
    expect(judgeRules(resolve({ visits: 11 }))).toEqual({ fields: { visits: [{ code: 'rule', message: 'Too many' }] }, form: ['Nameless'] });
    expect(judgeRules(resolve({ visits: 1, name: 'A' }))).toEqual({ fields: {}, form: [] });
  });

  it('has a header, tabs, columns and the buttons for the record', () => {
    const tree = resolve({ visits: 4, name: 'A' });
    expect(tree.header.map(({ name }) => name)).toEqual(['status']);
    expect([tree.tabs, tree.sections[0]?.columns, tree.actions.map(({ name }) => name)]).toEqual([['More'], 3, ['a']]);
    expect(resolve({ visits: 3 }).actions).toEqual([]);
  });

  it('shows computed values without letting anybody change them', () => {
    expect(resolve({ total: '12.50' }).sections[0]?.cells.find(({ name }) => name === 'total')).toMatchObject({ enabled: false, locked: 'generated', value: '12.50' });
  });

  it('says which records a lookup takes', () => {
    const filter = resolve({ status: 'active' }).sections[0]?.cells.find(({ name }) => name === 'boss')?.lookupFilter;
    expect(filter?.reads).toEqual([['status']]);
    expect([filter?.matches(() => 'active'), filter?.matches(() => 'lost')]).toEqual([true, false]);
  });

  it('has the layout of its record type', () => {
    expect(layoutOf(shop, 'retail').name).toBe('retail');
    expect(layoutOf(shop, 'trade').name).toBe('Customer');
  });

  it('begins with the record type that the person may give, and with defaults by formula', () => {
    const { values: begun } = startingValues(shop, salesperson, { values: { visits: 3 } }, { workspace, moment });
    expect(begun).toMatchObject({ recordType: 'retail', code: 'C-3', status: 'active' });
  });
});
