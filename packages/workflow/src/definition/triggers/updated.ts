import type { TriggerKind } from '../trigger.js';

export const updated: TriggerKind<'updated'> = {
  name: 'updated',
  title: 'A record is changed',

  describe({ fields }, object) {
    if (!fields || fields.length === 0) return `when any ${object.label} is changed`;
    const labels = fields.map((name) => object.fieldByName.get(name)?.label ?? name);
    return `when ${new Intl.ListFormat('en', { type: 'disjunction' }).format(labels)} of any ${object.label} is changed`;
  },

  check: () => [],
};
