import { GRAM_LENGTH, WORD_START } from './grams.js';

/** Every second term of a long piece is enough: what they bring is looked at. */
export function containing(piece: string): string {
  const letters = [...piece];
  if (letters.length < 3 && !isWide(piece)) return `${quoteTerm(`${WORD_START}${piece}`)}:*`;
  if (letters.length < GRAM_LENGTH) return `${quoteTerm(piece)}:*`;
  const last = letters.length - GRAM_LENGTH;
  const places = letters.flatMap((_, place) => (place <= last && (place % 2 === 0 || place === last) ? [place] : []));
  return [...new Set(places.map((place) => quoteTerm(letters.slice(place, place + GRAM_LENGTH).join(''))))].join(' & ');
}

/** One character of Chinese, Japanese or Korean says more than two Latin letters. */
export function isWide(piece: string): boolean {
  return /[\u2e80-\uffff\u{20000}-\u{3ffff}]/u.test(piece);
}

export function quoteTerm(term: string): string {
  return `'${term}'`;
}
