import { allowAll, isAllowed, toggleAllowed } from './dependency.js';

const order = ['oak', 'elm', 'ash'];
const empty = { field: 'kind', values: {} };

describe('values that depend on another field', () => {
  it('are allowed and taken back one by one, in the order of the list', () => {
    const both = toggleAllowed(toggleAllowed(empty, 'tree', 'ash', order), 'tree', 'oak', order);
    expect(both.values).toEqual({ tree: ['oak', 'ash'] });
    expect(isAllowed(both, 'tree', 'elm')).toBe(false);
    expect(toggleAllowed(toggleAllowed(both, 'tree', 'oak', order), 'tree', 'ash', order)).toEqual(empty);
  });

  it('are allowed or taken back all at once', () => {
    const all = allowAll(empty, 'tree', order);
    expect(all.values).toEqual({ tree: order });
    expect(allowAll(all, 'tree', order)).toEqual(empty);
  });
});
