import type { JsonValue } from '@guanxi/field-types';
import { customer, order } from '../testing/sample-workspace.js';
import { isComplete, startFilter, wordsFor } from './filter.js';
import { readPeriod, writePeriod } from './period.js';

const fieldOf = (object: typeof customer, name: string) => object.fields.find((field) => field.name === name)!;

describe('a filter', () => {
  it('waits until there is a value', () => {
    expect([isComplete({ operator: 'contains', operand: '' }), isComplete({ operator: 'in', operand: [] }), isComplete({ operator: 'isBlank', operand: false })]).toEqual([false, false, true]);
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
  it.each<JsonValue>([{ last: { days: 30 } }, { next: { weeks: 2 } }, { last: { quarters: 3 } }, { this: 'quarter' }, { previous: 'month' }, { following: 'year' }])('%j is read and written the same', (period) => {
    expect(writePeriod(readPeriod(period))).toEqual(period);
  });
  it('never counts less than one', () => {
    expect(writePeriod({ mode: 'last', count: 0.4, unit: 'quarter' })).toEqual({ last: { quarters: 1 } });
  });
});
