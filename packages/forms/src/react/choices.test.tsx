/** @jest-environment jsdom */
import { plainKit } from '@guanxi/field-types/testing';
import { type RecordFilter, WidgetKitProvider } from '@guanxi/field-types/widgets';
import type { LayoutDocument, ObjectDescription } from '@guanxi/metadata';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FormValues } from '../form-values.js';
import { customer, field, moment, salesperson, workspace } from '../testing/workspace.js';
import { RecordDetails } from './RecordDetails.js';
import { RecordForm, type RecordFormProps } from './RecordForm.js';

const picklist = (...names: readonly string[]) => ({ settings: { values: names.map((value) => ({ value, label: value })) } });
const layoutWith = (...names: readonly string[]): LayoutDocument => ({ ...customer.layout, sections: [{ columns: 1, cells: names.map((name) => ({ field: name })) }] });
const amount = { precision: 18, scale: 2, codeFrom: 'code' };

const shop: ObjectDescription = {
  ...customer,
  fields: [
    ...customer.fields,
    field('recordType', 'picklist', { ...picklist('retail', 'trade'), system: true, label: 'Type' }),
    field('continent', 'picklist', picklist('asia', 'europe')),
    field('country', 'picklist', { ...picklist('tw', 'de'), dependsOn: { field: 'continent', values: { asia: ['tw'], europe: ['de'] } } }),
    field('boss', 'lookup', { target: 'Customer', settings: { target: 'Customer' }, lookupFilter: 'status = $Source.status' }),
    field('code', 'picklist', picklist('TWD', 'EUR')),
    field('price', 'currency', { settings: amount }),
  ],
  recordTypes: [
    { name: 'retail', label: 'Retail', isDefault: true, offered: true, values: {} },
    { name: 'trade', label: 'Trade', isDefault: false, offered: true, values: { continent: ['europe'] } },
  ],
  layout: layoutWith('name', 'recordType', 'continent', 'country', 'boss', 'status', 'code', 'price'),
  layouts: { trade: layoutWith('name', 'recordType', 'email') },
};
const values = { name: 'QUICK-Stop', status: 'active', recordType: 'retail', continent: 'asia', country: 'tw', code: 'TWD', price: '12.50' };
const page = {
  workspace: { objects: [shop, ...workspace.objects.slice(1)] }, object: shop, record: { values, recordNames: {} }, user: salesperson,
  display: { locale: 'en-US', timeZone: 'UTC', currency: 'USD' }, now: moment.now, texts: (key: string) => key,
};

afterEach(cleanup);

function drawForm(props: Partial<RecordFormProps> = {}, kit = plainKit) {
  const saved: FormValues[] = [];
  const all: RecordFormProps = { ...page, mode: 'edit', onSave: async (changed) => { saved.push(changed); return undefined; }, ...props };
  const draw = (more: Partial<RecordFormProps>) => <WidgetKitProvider kit={kit}><RecordForm {...all} {...more} /></WidgetKitProvider>;
  const { rerender } = render(draw({}));
  return { saved, user: userEvent.setup(), redraw: (more: Partial<RecordFormProps>) => rerender(draw(more)) };
}

describe('a record type chosen in a form', () => {
  it('brings its layout, keeps what was typed and clears what it does not offer', async () => {
    const chosen: string[] = [];
    const { saved, user } = drawForm({ layout: shop.layout, onRecordType: (type) => chosen.push(type) });
    await user.type(screen.getByLabelText('Name'), '!');
    await user.selectOptions(screen.getByLabelText('Type'), 'trade');
    expect(screen.queryByLabelText('Status')).toBeNull();
    expect(screen.getByLabelText('Email')).toBeTruthy();
    expect([screen.getByLabelText<HTMLInputElement>('Name').value, chosen.at(-1)]).toEqual(['QUICK-Stop!', 'trade']);
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([{ name: 'QUICK-Stop!', recordType: 'trade', continent: null, country: null }]);
  });

  it('may also be chosen outside of it', async () => {
    const { user, redraw } = drawForm();
    await user.type(screen.getByLabelText('Name'), '!');
    redraw({ recordType: 'trade' });
    expect([screen.getByLabelText<HTMLSelectElement>('Type').value, screen.getByLabelText<HTMLInputElement>('Name').value]).toEqual(['trade', 'QUICK-Stop!']);
    expect(screen.queryByLabelText('Status')).toBeNull();
  });
});

describe('a value that others depend on', () => {
  it('takes them with it when it is changed in place', async () => {
    const saved: FormValues[] = [];
    render(<WidgetKitProvider kit={plainKit}><RecordDetails {...page} texts={(key, words) => `${key} ${String(words?.['field'] ?? '')}`} onSave={async (changed) => { saved.push(changed); return undefined; }} /></WidgetKitProvider>);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'edit Continent' }));
    await user.selectOptions(screen.getByLabelText('Continent'), 'europe');
    await user.click(screen.getByRole('button', { name: 'save' }));
    expect(saved).toEqual([{ continent: 'europe', country: null }]);
  });
});

describe('a lookup with a filter', () => {
  it('offers the records that fit the record as it stands in the form', async () => {
    const given: (RecordFilter | undefined)[] = [];
    const { user } = drawForm({}, { ...plainKit, RecordInput: (props) => { given.push(props.filter); return plainKit.RecordInput(props); } });
    const fits = (status: string) => given.at(-1)?.matches(() => status);
    expect([given.at(-1)?.reads, fits('active'), fits('lost')]).toEqual([[['status']], true, false]);
    const { key } = given.at(-1) ?? {};
    await user.selectOptions(screen.getByLabelText('Status'), 'lost');
    expect([given.at(-1)?.key === key, fits('active'), fits('lost')]).toEqual([false, false, true]);
  });
});

describe('an amount whose currency another field says', () => {
  it('is shown in that currency, also while it changes', async () => {
    const { user } = drawForm();
    const currency = () => (JSON.parse(screen.getByLabelText('Price').dataset['format'] ?? '{}') as Intl.NumberFormatOptions).currency;
    expect(currency()).toBe('TWD');
    await user.selectOptions(screen.getByLabelText('Code'), 'EUR');
    expect(currency()).toBe('EUR');
  });
});
