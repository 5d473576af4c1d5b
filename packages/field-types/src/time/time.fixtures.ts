import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const timeFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: ['00:00:00', '09:15:00', '14:30:00', '14:30:05', '23:59:59'],
  rejected: ['24:00:00', '9:15', '14:60', '', 930, '14:30:00Z', '14:30:00.5'],
  normalized: [['14:30', '14:30:00']],
  understood: [
    { text: ' 14:30 ', value: '14:30:00' },
    { text: '9:05', value: '09:05:00' },
    { text: '2:30 PM', value: '14:30:00' },
    { text: '12 a.m.', value: '00:00:00' },
    { text: '12:15 pm', value: '12:15:00' },
    { text: '下午2:30', value: '14:30:00' },
    { text: '上午９點15分', value: '09:15:00' },
    { text: '14:30:59.7', value: '14:30:59' },
    { text: '', value: null },
  ],
  refused: [
    { text: '24:00', code: 'time-expected' },
    { text: '9', code: 'time-expected' },
    { text: '10:75', code: 'time-expected' },
    { text: 'noon', code: 'time-expected' },
  ],
};
