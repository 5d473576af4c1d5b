import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const autoNumberFixtures: FieldTypeFixtures = {
  settings: [{ format: 'ORD-{YYYY}-{00000}' }, { format: '{0}' }, { format: 'No. {000} / {MM}{YY}' }],
  accepted: ['ORD-2026-00001', 'ORD-2026-00002', 'ORD-2026-100000', 'INV_7'],
  rejected: [1, 'x'.repeat(256)],
  understood: [
    { text: ' ORD-2026-00001 ', value: 'ORD-2026-00001' },
    { text: '', value: null },
  ],
  refused: [{ text: 'x'.repeat(256), code: 'too-long' }],
};
