import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const durationFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: [0, 30, 5400, 5415, 129_900, -900, -3661, 360_000],
  rejected: [1.5, '1:30', true, 2 ** 53],
  understood: [
    { text: '1:30', value: 5400 },
    { text: '0:00:30', value: 30 },
    { text: '36:05', value: 129_900 },
    { text: '-0:15', value: -900 },
    { text: '90 min', value: 5400 },
    { text: '1.5h', value: 5400 },
    { text: '2 d 4 h', value: 187_200 },
    { text: '1 hour, 30 minutes', value: 5400 },
    { text: '2小時30分', value: 9000 },
    { text: '3 天', value: 259_200 },
    { text: '5400', value: 5400 },
    { text: '', value: null },
  ],
  refused: [
    { text: '1:75', code: 'duration-expected' },
    { text: 'soon', code: 'duration-expected' },
    { text: '3 moons', code: 'duration-expected' },
    { text: '0.001 min', code: 'duration-expected' },
  ],
};
