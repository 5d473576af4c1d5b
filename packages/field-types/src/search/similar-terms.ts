import { containing, isWide, quoteTerm } from './term-query.js';
import { GRAM_LENGTH, WORD_START } from './grams.js';

const SHORTEST = 4;
const LONGEST = 24;

/**
 * `tsquery` of texts that have a word which differs from this one by a letter too many, too few, another one or two that
 * changed places: what stands before and after the place is there. Undefined where nearly everything would be like it.
 */
export function similarTo(word: string): string | undefined {
  const letters = [...word];
  if (letters.length < SHORTEST || letters.length > LONGEST || /^\d+$/u.test(word)) return undefined;
  // A short word has too little left without two letters: there those that changed places are written out.
  const isShort = letters.length < 6;
  const gap = isShort ? 1 : 2;
  const around = letters.flatMap((_, place) => (place + gap <= letters.length ? [withGap(letters, place, place + gap)] : []));
  const swapped = isShort ? letters.slice(1).map((letter, place) => starting([...letters.slice(0, place), letter, letters[place] ?? '', ...letters.slice(place + 2)].join(''))) : [];
  return `(${[...around, ...swapped].map((one) => `(${one})`).join(' | ')})`;
}

function withGap(letters: readonly string[], from: number, to: number): string {
  const [before, after] = [letters.slice(0, from).join(''), letters.slice(to).join('')];
  return [...(before === '' ? [] : [starting(before)]), ...(after === '' ? [] : [ending(after)])].join(' & ');
}

/** Only Latin words are told apart by blanks. */
function starting(piece: string): string {
  if (isWide(piece)) return containing(piece);
  const letters = [...piece];
  const first = letters.slice(0, GRAM_LENGTH).join('');
  const rest = letters.length > GRAM_LENGTH ? [containing(piece)] : [];
  return [letters.length < GRAM_LENGTH ? `${quoteTerm(`${WORD_START}${first}`)}:*` : quoteTerm(`${WORD_START}${first}`), ...rest].join(' & ');
}

function ending(piece: string): string {
  const letters = [...piece];
  if (letters.length < 3 && !isWide(piece)) return `${quoteTerm(piece)}:*`;
  return containing(piece);
}
