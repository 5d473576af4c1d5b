import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const dateFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: ['1997-01-01', '1998-06-30', '2024-02-29', '2026-11-22', '2026-11-23', '2026-10-23', '2026-12-31', '2027-01-01', '0001-01-01', '9999-12-31'],
  rejected: ['2024-2-29', '2023-02-29', '2024-13-01', '20240229', '0000-01-01', '2024-02-29T00:00:00Z', 20240229, ''],
  understood: [
    { text: '2024-03-05', value: '2024-03-05' },
    { text: '1996-07-04 00:00:00', value: '1996-07-04' },
    { text: '1996-07-04T00:00:00.000Z', value: '1996-07-04' },
    { text: '2024/3/5', value: '2024-03-05' },
    { text: '20240305', value: '2024-03-05' },
    { text: '3/5/2024', value: '2024-03-05', context: { locale: 'en-US' } },
    { text: '3/5/2024', value: '2024-05-03', context: { locale: 'en-GB' } },
    { text: '5.3.2024', value: '2024-03-05', context: { locale: 'de' } },
    { text: '05.03.24', value: '2024-03-05', context: { locale: 'de' } },
    { text: '3/5/97', value: '1997-03-05', context: { locale: 'en-US' } },
    { text: '2024年3月5日', value: '2024-03-05', context: { locale: 'zh-TW' } },
    { text: '5 Mar 2024', value: '2024-03-05' },
    { text: 'March 5, 2024', value: '2024-03-05' },
    { text: '05-Mar-24', value: '2024-03-05' },
    { text: '5. März 2024', value: '2024-03-05', context: { locale: 'de' } },
    { text: '', value: null },
  ],
  refused: [
    { text: '25/12/2024', code: 'date-expected', context: { locale: 'en-US' } },
    { text: '2023-02-29', code: 'date-expected' },
    { text: 'yesterday', code: 'date-expected' },
    { text: '2024-03-05 14:30', code: 'date-expected' },
  ],
};
