import { isShortened, MOST_ENTRIES, MOST_LETTERS, shortenText } from './shorten.js';

it('shows texts whole up to a length, and never half a letter', () => {
  expect(shortenText('客'.repeat(MOST_LETTERS))).toHaveLength(MOST_LETTERS);
  expect(shortenText('客'.repeat(MOST_LETTERS + 1))).toBe(`${'客'.repeat(MOST_LETTERS)} …`);
  expect(shortenText('😀'.repeat(MOST_LETTERS))).toBe('😀'.repeat(MOST_LETTERS));
  expect(shortenText('😀'.repeat(MOST_LETTERS + 1))).toBe(`${'😀'.repeat(MOST_LETTERS)} …`);
});

it('says of values whether something of them is left out, however deep', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => `id ${index}`);
  expect(isShortened({ found: { ids: list(MOST_ENTRIES) }, none: null, count: 3 })).toBe(false);
  expect(isShortened({ found: { ids: list(MOST_ENTRIES + 1) } })).toBe(true);
  expect(isShortened([{ answer: { body: 'x'.repeat(MOST_LETTERS + 1) } }])).toBe(true);
});
