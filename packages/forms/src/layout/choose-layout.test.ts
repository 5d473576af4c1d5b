import type { LayoutDocument } from '@guanxi/metadata';
import { chooseLayout } from './choose-layout.js';

const layout = (name: string, rest: Partial<LayoutDocument> = {}): LayoutDocument => ({ kind: 'layout', name, object: 'Customer', sections: [], guanxi: { id: name }, ...rest });
const layouts = [
  layout('general'), layout('retail', { recordTypes: ['retail'] }), layout('sales', { permissionSets: ['sales'] }), layout('both', { recordTypes: ['retail'], permissionSets: ['sales'] }), layout('another'),
];

describe('chooseLayout', () => {
  it.each([
    [undefined, [], 'another'],
    ['trade', [], 'another'],
    ['retail', [], 'retail'],
    [undefined, ['sales'], 'sales'],
    ['retail', ['sales'], 'both'],
  ] as const)('for record type %s and permission sets %j takes %s', (recordType, permissionSets, expected) => {
    expect(chooseLayout(layouts, { permissionSets, ...(recordType === undefined ? {} : { recordType }) })?.name).toBe(expected);
  });

  it('finds none where none is for them', () => {
    expect(chooseLayout([layout('retail', { recordTypes: ['retail'] })], { permissionSets: [] })).toBeUndefined();
  });
});
