import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const geolocationFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: [
    { latitude: '25.03', longitude: '121.56' },
    { latitude: '-33.8688197', longitude: '151.2092955' },
    { latitude: '0', longitude: '0' },
    { latitude: '90', longitude: '-180' },
  ],
  rejected: ['25.03, 121.56', { latitude: '25.03' }, { latitude: '91', longitude: '0' }, { latitude: '0', longitude: '180.1' }, { latitude: 25, longitude: 121 }, { latitude: '1', longitude: '1', altitude: '3' }],
  normalized: [
    [{ latitude: '25.030', longitude: '-0.0' }, { latitude: '25.03', longitude: '0' }],
  ],
  understood: [
    { text: '25.03, 121.56', value: { latitude: '25.03', longitude: '121.56' } },
    { text: '25.03;121.56', value: { latitude: '25.03', longitude: '121.56' } },
    { text: '33.87°S 151.21°E', value: { latitude: '-33.87', longitude: '151.21' } },
    { text: '{"latitude": "1.50", "longitude": "2"}', value: { latitude: '1.5', longitude: '2' } },
    { text: '', value: null },
  ],
  refused: [
    { text: '91, 0', code: 'place-expected' },
    { text: '25.03', code: 'place-expected' },
    { text: 'Taipei', code: 'place-expected' },
  ],
};
