import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const dateTimeFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: ['2026-11-22T04:30:00.000Z', '2026-11-21T22:59:59.999Z', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z', '1996-07-04T00:00:00.123Z', '2027-05-01T00:00:00.000Z', '0001-06-01T00:00:00.000Z'],
  rejected: ['2026-11-22', '2026-11-22T04:30', '2026-11-22T04:30:00', '0000-01-01T00:00:00Z', 0, ''],
  normalized: [
    ['2026-11-22T05:30:00+01:00', '2026-11-22T04:30:00.000Z'],
    ['2026-11-22T04:30:00Z', '2026-11-22T04:30:00.000Z'],
  ],
  understood: [
    { text: '2024-03-05T14:30:00Z', value: '2024-03-05T14:30:00.000Z' },
    { text: '2024-03-05T14:30:00+08:00', value: '2024-03-05T06:30:00.000Z' },
    { text: '2024-03-05 14:30:00.123456+00', value: '2024-03-05T14:30:00.123Z' },
    { text: '2024-03-05 14:30', value: '2024-03-05T13:30:00.000Z', context: { timeZone: 'Europe/Berlin' } },
    { text: '2024-03-05T14:30:15', value: '2024-03-05T06:30:15.000Z', context: { timeZone: 'Asia/Shanghai' } },
    { text: '2024-03-05', value: '2024-03-04T23:00:00.000Z', context: { timeZone: 'Europe/Berlin' } },
    { text: '3/5/2024 2:30 PM', value: '2024-03-05T14:30:00.000Z', context: { locale: 'en-US' } },
    { text: '3/5/2024, 12:05 am', value: '2024-03-05T00:05:00.000Z', context: { locale: 'en-US' } },
    { text: '05.03.2024 14:30', value: '2024-03-05T14:30:00.000Z', context: { locale: 'de' } },
    { text: '2024/3/5 下午2:30', value: '2024-03-05T14:30:00.000Z', context: { locale: 'zh-TW' } },
    { text: '', value: null },
  ],
  refused: [
    { text: '2024-03-05 25:00', code: 'date-time-expected' },
    { text: '2023-02-29T00:00:00Z', code: 'date-time-expected' },
    { text: 'now', code: 'date-time-expected' },
  ],
};
