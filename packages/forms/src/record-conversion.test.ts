import { customer, salesperson } from './testing/workspace.js';
import { changedValues, readRecord, writeInput } from './record-conversion.js';
import { startingValues } from './starting-values.js';

describe('readRecord', () => {
  it('takes references as ids, as records, or as both', () => {
    const names = () => 'name';
    expect(readRecord(customer, { name: 'A', ownerId: 'u1', owner: { id: 'u1', name: 'Ada' }, parent: { id: 'c2', name: 'B' } }, names)).toMatchObject({
      values: { name: 'A', owner: 'u1', parent: 'c2', email: null },
      recordNames: { owner: 'Ada', parent: 'B' },
    });
  });
});

describe('writeInput', () => {
  it('sends what may be written, references under the key of their id', () => {
    expect(writeInput(customer, { name: 'A', parent: 'c2', owner: null, number: 'C-1', version: 3 })).toEqual({ name: 'A', parentId: 'c2', ownerId: null });
  });
});

describe('changedValues', () => {
  it('takes missing and blank for the same', () => {
    expect(changedValues({ a: 1, b: 'x' }, { a: 1, b: 'y', c: null })).toEqual({ b: 'y' });
  });
});

describe('startingValues', () => {
  it('begins with defaults, the maker as owner, and what it was given', () => {
    const { values, recordNames } = startingValues(customer, salesperson, { values: { parent: 'c2' }, recordNames: { parent: 'B' } });
    expect(values).toMatchObject({ status: 'active', owner: salesperson.id, parent: 'c2', name: null });
    expect(recordNames).toEqual({ owner: 'Ada Lovelace', parent: 'B' });
    expect(values).not.toHaveProperty('number');
  });
});
