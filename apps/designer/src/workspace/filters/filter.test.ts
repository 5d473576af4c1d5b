import type { JsonValue } from '@guanxi/field-types';
import { customer, order } from '../testing/sample-workspace.js';
import { isComplete, readFilters, startFilter, whereOfFilter, wordsFor, writeFilters } from './filter.js';
import { readPeriod, writePeriod } from './period.js';

const fieldOf = (object: typeof customer, name: string) => object.fields.find((field) => field.name === name)!;

describe('filters in the address', () => {
  it('come back as they went in', () => {
    const filters = [{ field: 'status', operator: 'in', operand: ['paused'] }, { field: 'owner', operator: 'eq', operand: 'me' }] as const;
    expect(readFilters(customer, JSON.parse(JSON.stringify(writeFilters(filters))))).toEqual(filters);
    expect(writeFilters([])).toBeUndefined();
  });
  it('are left out where the field or the word is not this person’s, or the entry is none', () => {
    expect(readFilters(customer, [['salary', 'eq', 1], ['name', 'within', {}], ['name', 'constructor', 1], 'x', ['name'], null])).toEqual([]);
    expect(readFilters(customer, 'status')).toEqual([]);
  });
});

describe('the condition of a filter', () => {
  it('names a reference by the key of its id', () => {
    expect(whereOfFilter(order, { field: 'customer', operator: 'eq', operand: 'c1' })).toEqual({ customerId: { eq: 'c1' } });
  });
  it('waits until there is a value', () => {
    expect(whereOfFilter(customer, { field: 'name', operator: 'contains', operand: '' })).toBeUndefined();
    expect(isComplete({ operator: 'in', operand: [] })).toBe(false);
    expect(isComplete({ operator: 'isBlank', operand: false })).toBe(true);
  });
});

describe('a new filter', () => {
  it('begins with what suits the field', () => {
    expect(startFilter(fieldOf(customer, 'status'))).toMatchObject({ operator: 'in', operand: [] });
    expect(startFilter(fieldOf(customer, 'name'))).toMatchObject({ operator: 'contains', operand: '' });
    expect(startFilter(fieldOf(order, 'orderedOn'))).toMatchObject({ operator: 'within', operand: { last: { days: 30 } } });
  });
  it('offers lists only where there is something to choose from', () => {
    expect(wordsFor(fieldOf(customer, 'status'))).toContain('in');
    expect(wordsFor(fieldOf(customer, 'name'))).not.toContain('in');
  });
});

describe('a relative period', () => {
  it.each<JsonValue>([{ last: { days: 30 } }, { next: { weeks: 2 } }, { this: 'quarter' }])('%j is read and written the same', (period) => {
    expect(writePeriod(readPeriod(period))).toEqual(period);
  });
  it('never counts quarters or less than one', () => {
    expect(writePeriod({ mode: 'last', count: 0.4, unit: 'quarter' })).toEqual({ last: { months: 1 } });
  });
});
