import type { TriggerKind } from '../trigger.js';

export const created: TriggerKind<'created'> = {
  name: 'created',
  title: 'A record is created',
  describe: (_, object) => `when a new ${object.label} comes in`,
  check: () => [],
};
