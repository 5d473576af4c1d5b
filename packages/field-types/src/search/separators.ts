/**
 * What is neither letter nor digit, by code points, after compatibility forms are resolved: blanks, punctuation, symbols,
 * pictographs. Written out, because databases and languages differ in what they call a letter.
 */
const separators: readonly (readonly [first: number, last: number])[] = [
  [0x01, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0xbf], [0xd7, 0xd7], [0xf7, 0xf7], [0x2b0, 0x2ff],
  [0x2000, 0x2bff], [0x2e00, 0x2e7f], [0x3000, 0x3004], [0x3008, 0x3020], [0x302a, 0x3030], [0x3036, 0x3037], [0x303d, 0x303f],
  [0x30a0, 0x30a0], [0x30fb, 0x30fb], [0xfe00, 0xfe6f], [0xfeff, 0xfeff], [0xffe0, 0xffff],
  [0x1f000, 0x1faff], [0xe0000, 0xe0fff],
];

/** Accents, when they stand by themselves. */
const accents: readonly (readonly [first: number, last: number])[] = [[0x300, 0x36f]];

export const inJavaScript = {
  separators: new RegExp(`[${classOf(separators, (code) => `\\u{${code.toString(16)}}`)}]+`, 'gu'),
  accents: new RegExp(`[${classOf(accents, (code) => `\\u{${code.toString(16)}}`)}]+`, 'gu'),
};

/** Bracket expressions of PostgreSQL's regular expressions. */
export const inPostgres = {
  separators: `[${classOf(separators, escapeOfPostgres)}]+`,
  accents: `[${classOf(accents, escapeOfPostgres)}]+`,
};

function classOf(ranges: readonly (readonly [number, number])[], write: (code: number) => string): string {
  return ranges.map(([first, last]) => (first === last ? write(first) : `${write(first)}-${write(last)}`)).join('');
}

function escapeOfPostgres(code: number): string {
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
