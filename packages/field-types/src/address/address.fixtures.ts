import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const addressFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: [
    { street: 'Obere Str. 57', city: 'Berlin', postalCode: '12209', country: 'DE' },
    { street: '信義路五段7號\n89樓', city: '台北市', postalCode: '110', country: 'TW' },
    { city: 'Boise', state: 'ID', country: 'US' },
    { street: '2817 Milton Dr.; rear', city: 'Albuquerque' },
    { street: '{c/o} Ada "the" Countess' },
    { country: 'CN' },
  ],
  rejected: ['Berlin', { town: 'Berlin' }, { country: 'Germany' }, { street: 7 }, { city: 'x'.repeat(256) }, ['Berlin']],
  normalized: [
    [{ street: ' Obere Str. 57 ', city: 'Berlin\n', state: '', postalCode: null, country: 'de' }, { street: 'Obere Str. 57', city: 'Berlin', country: 'DE' }],
    [{ street: 'a\r\nb' }, { street: 'a\nb' }],
    [{ street: ' ', country: '' }, null],
    [{}, null],
  ],
  understood: [
    { text: 'Obere Str. 57; Berlin; ; 12209; Germany', value: { street: 'Obere Str. 57', city: 'Berlin', postalCode: '12209', country: 'DE' } },
    { text: '; London; ; ; UK', value: { city: 'London', country: 'GB' } },
    { text: '忠孝東路; 台北市; ; ; 台灣', value: { street: '忠孝東路', city: '台北市', country: 'TW' }, context: { locale: 'zh-TW' } },
    { text: 'Main Street 1', value: { street: 'Main Street 1' } },
    { text: '{"city": "Berlin", "country": "Deutschland"}', value: { city: 'Berlin', country: 'DE' }, context: { locale: 'de' } },
    { text: '; ; ;', value: null },
    { text: '', value: null },
  ],
  refused: [
    { text: 'a; b; c; d; Germany; f', code: 'address-expected' },
    { text: 'a; b; c; d; Atlantis', code: 'country-expected' },
  ],
};
