import { customer, order } from '../testing/sample-workspace.js';
import { effectiveChanges, patchOf } from './cell-change.js';
import { readCell, writeCell } from './cell-text.js';

const context = { locale: 'en', timeZone: 'UTC' };
const wording = { noChoice: (text: string) => `no ${text}` };
const fieldOf = (object: typeof customer, name: string) => object.fields.find((field) => field.name === name)!;

describe('a cell as text', () => {
  it('is the label of a choice and the name of a record', () => {
    expect(writeCell({ id: '1', status: 'paused' }, fieldOf(customer, 'status'))).toBe('Paused');
    expect(writeCell({ id: '1', customerId: 'c', customer: { name: 'Jade' } }, fieldOf(order, 'customer'))).toBe('Jade');
    expect(writeCell({ id: '1', status: null }, fieldOf(customer, 'status'))).toBe('');
  });
  it('is read back, a choice by label or value, a record by its name', () => {
    expect(readCell('paused', fieldOf(customer, 'status'), context, wording)).toEqual({ ok: true, value: 'paused' });
    expect(readCell(' PAUSED ', fieldOf(customer, 'status'), context, wording)).toEqual({ ok: true, value: 'paused' });
    expect(readCell('Jade', fieldOf(order, 'customer'), context, wording)).toEqual({ ok: 'name', name: 'Jade' });
    expect(readCell('2026-03-01', fieldOf(order, 'orderedOn'), context, wording)).toEqual({ ok: true, value: '2026-03-01' });
  });
  it('says what is wrong with text that is none of its values', () => {
    expect(readCell('gone', fieldOf(customer, 'status'), context, wording)).toEqual({ ok: false, message: 'no gone' });
    expect(readCell('someday', fieldOf(order, 'orderedOn'), context, wording)).toMatchObject({ ok: false });
  });
});

describe('changes of cells', () => {
  const row = { id: '1', name: 'Jade', status: 'active' };
  it('that change nothing are none, and the last one of a cell holds', () => {
    const [name, status] = [fieldOf(customer, 'name'), fieldOf(customer, 'status')];
    expect(effectiveChanges([{ row, field: name, value: 'Jade' }, { row, field: status, value: 'paused' }, { row, field: status, value: 'active' }])).toEqual([]);
    expect(effectiveChanges([{ row, field: name, value: 'Amber' }])).toHaveLength(1);
  });
  it('lay a reference over its id and over the record behind it', () => {
    expect(patchOf({ field: fieldOf(order, 'customer'), value: 'c1', recordName: 'Jade' })).toEqual({ customerId: 'c1', customer: { id: 'c1', name: 'Jade' } });
    expect(patchOf({ field: fieldOf(order, 'customer'), value: null })).toEqual({ customerId: null, customer: null });
  });
});
