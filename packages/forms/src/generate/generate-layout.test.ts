import { expectGolden } from '../testing/expect-golden.js';
import { customer, order, workspace } from '../testing/workspace.js';
import { generateLayout } from './generate-layout.js';

describe('generateLayout', () => {
  const find = (name: string) => workspace.objects.find((object) => object.name === name);

  it('puts what tells the record apart first, long text last, and who changed it in a section of its own', () => {
    expectGolden('generated-customer-layout.json', generateLayout(customer, find));
  });

  it('lists related records with their name and short fields, without the way back', () => {
    expect(generateLayout(customer, find).relatedLists).toEqual([{ relation: 'orders', columns: ['number', 'orderedOn', 'amount'] }]);
  });

  it('places every field but the id and the version, each once', () => {
    for (const object of [customer, order]) {
      const placed = generateLayout(object).sections.flatMap(({ cells }) => cells.map(({ field }) => field));
      const expected = object.fields.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'version');
      expect([...placed].sort()).toEqual(expected.sort());
    }
  });
});
