import { customer, customerLayout } from '../testing/workspace.js';
import { normalizeLayout } from './normalize-layout.js';

describe('normalizeLayout', () => {
  const { sections, relatedLists } = normalizeLayout(customerLayout, customer);

  it('leaves out fields this person has not got, repeated cells, and what is empty then', () => {
    expect(sections.map(({ cells }) => cells.map(({ field }) => field))).toEqual([
      ['name', 'status', 'lostReason', 'number', 'creditLimit'],
      ['email', 'visits', 'parent'],
      ['notes', 'newsletter'],
    ]);
    expect(relatedLists).toEqual([{ relation: 'orders', columns: ['number', 'amount'] }]);
  });

  it('takes the whole width in one column', () => {
    expect(sections[1]?.cells.every(({ wide }) => wide)).toBe(true);
  });
});
