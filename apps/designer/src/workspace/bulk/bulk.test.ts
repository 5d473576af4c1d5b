import { actionsForMany } from './run-action.js';
import { leftFile } from './left-file.js';
import { rowsMutation } from './write-rows.js';

describe('changes of many records', () => {
  it('with values of their own are one mutation that tells its operation', () => {
    expect(rowsMutation({ name: 'Order', singular: 'order', plural: 'orders' }, 'id amount')).toBe(
      'mutation Rows($rows: [OrderRowInput!]!) { rows: updateOrders(data: $rows, atomic: false) { id amount } operation: updateOrdersWhere(where: { id: { in: [] } }, data: {}) { operationId } }',
    );
  });

  it('write those that were left out for spreadsheets, which take none of it for a formula', () => {
    expect(leftFile([{ id: '1', name: '=HYPERLINK("x")', reason: 'Amount, at most "10"' }], ['id', '記錄', '原因'])).toBe('\uFEFF"id","記錄","原因"\r\n"1","\'=HYPERLINK(""x"")","Amount, at most ""10"""\r\n');
  });

  it('offer buttons that change or convert, and none that opens something', () => {
    const action = (name: string, effect: object) => ({ name, title: name, do: effect });
    const actions = [action('close', { update: { values: {} } }), action('qualify', { convert: { into: [] } }), action('map', { openUrl: 'x' }), action('call', { create: { object: 'Task' } })];
    expect(actionsForMany({ actions } as unknown as Parameters<typeof actionsForMany>[0]).map(({ name }) => name)).toEqual(['close', 'qualify']);
  });
});
