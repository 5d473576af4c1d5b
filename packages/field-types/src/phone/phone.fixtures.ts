import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const phoneFixtures: FieldTypeFixtures = {
  settings: [{}, { country: 'DE' }],
  accepted: ['+4930901820', '+886223456789', '(5) 555-4729', '030-0074321', '112', '0621-08460 ext. 7'],
  rejected: ['12', 'call me', 112, ''],
  normalized: [
    ['+49 30 901820', '+4930901820'],
    [' 112 ', '112'],
  ],
  understood: [
    { text: '+49 (30) 901820', value: '+4930901820' },
    { text: '(206) 555-9857', value: '+12065559857', context: { country: 'US' } },
    { text: '02 2345 6789', value: '+886223456789', context: { country: 'TW' } },
    { text: '(5) 555-4729', value: '(5) 555-4729' },
    { text: 'tel:112', value: '112' },
    { text: '', value: null },
  ],
  refused: [
    { text: 'n/a', code: 'phone-expected' },
    { text: '12', code: 'phone-expected' },
  ],
};
