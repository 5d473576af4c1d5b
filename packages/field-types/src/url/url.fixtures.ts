import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const urlFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: ['https://example.com', 'http://example.com/a?b=c#d', 'https://例子.中国/路径', 'https://example.com/50%25_off'],
  rejected: ['example.com', 'javascript:alert(1)', 'ftp://example.com', 'https://', 'https:// x', '', 1],
  normalized: [[' https://example.com ', 'https://example.com']],
  understood: [
    { text: 'https://example.com', value: 'https://example.com' },
    { text: 'www.example.com/x', value: 'https://www.example.com/x' },
    { text: '', value: null },
  ],
  refused: [
    { text: '#CAJUN.HTM#', code: 'url-expected' },
    { text: 'javascript:alert(1)', code: 'url-expected' },
  ],
};
