import { nearestName } from '../nearest-name.js';
import type { TriggerKind } from '../trigger.js';

export const updated: TriggerKind<'updated'> = {
  name: 'updated',
  title: 'A record is changed',

  describe({ fields }, object) {
    if (!fields || fields.length === 0) return `when a ${object.label} is changed`;
    const labels = fields.map((name) => object.fieldByName.get(name)?.label ?? name);
    return `when ${new Intl.ListFormat('en', { type: 'disjunction' }).format(labels)} of a ${object.label} is changed`;
  },

  check({ fields = [] }, object) {
    return fields.flatMap((name, index) => {
      if (object.fieldByName.has(name)) return [];
      const near = nearestName(name, object.fields.map((field) => field.name));
      return [{ path: `/fields/${index}`, code: 'unknown-field', message: `${object.label} has no field ${name}.`, ...(near && { hint: `Did you mean ${near}?` }) }];
    });
  },
};
