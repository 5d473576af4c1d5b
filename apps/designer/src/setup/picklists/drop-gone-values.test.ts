import type { ObjectDocument } from '@guanxi/metadata';
import { dropGoneValues } from './drop-gone-values.js';

const object = {
  kind: 'object', name: 'Garden', title: 'Garden', type: 'object', guanxi: { id: 'g', recordTypes: [{ name: 'a', title: 'A', values: { plant: ['fern', 'cactus'] } }] },
  properties: {
    plant: { title: 'Plant', type: 'string', enum: ['cactus'], default: 'fern', guanxi: { id: 'p', type: 'picklist', values: [{ value: 'cactus', label: 'Cactus' }], dependsOn: { field: 'climate', values: { wet: ['fern'], dry: ['cactus', 'fern'] } } } },
    pot: { title: 'Pot', type: 'string', enum: ['clay'], guanxi: { id: 'q', type: 'picklist', dependsOn: { field: 'plant', values: { fern: ['clay'], cactus: ['clay'] } } } },
  },
} as unknown as ObjectDocument;

describe('values that a picklist lists no more', () => {
  it('leave the dependencies, the record types and the default', () => {
    const { properties, guanxi } = dropGoneValues(object, 'plant');
    expect(properties['plant']?.guanxi['dependsOn']).toEqual({ field: 'climate', values: { dry: ['cactus'] } });
    expect(properties['plant']).not.toHaveProperty('default');
    expect(properties['pot']?.guanxi['dependsOn']).toEqual({ field: 'plant', values: { cactus: ['clay'] } });
    expect(guanxi.recordTypes?.[0]?.values).toEqual({ plant: ['cactus'] });
  });

  it('are nobody’s concern where the values come from a global list', () => {
    const shared = { ...object, properties: { plant: { title: 'Plant', guanxi: { id: 'p', type: 'picklist', valueSet: 'Plants' } } } } as unknown as ObjectDocument;
    expect(dropGoneValues(shared, 'plant')).toBe(shared);
  });
});
