import { foldText } from './fold-text.js';
import type { SearchWord } from './search-text.js';
import { isWide } from './term-query.js';

/** A piece of a text, in UTF-16 code units, the second one not taken in. */
export type Mark = readonly [from: number, to: number];

/** Where a text has what was searched for: in order, without overlaps. */
export function findMarks(text: string, words: readonly Pick<SearchWord, 'forms'>[]): readonly Mark[] {
  const folded = foldInPlaces(text);
  return joinMarks(words.flatMap(({ forms }) => occurrencesOf(forms, folded)));
}

/** The same where nothing is quite what was searched for: the words that are most like it. */
export function findSimilar(text: string, words: readonly Pick<SearchWord, 'forms'>[]): readonly Mark[] {
  const pieces = [...text.matchAll(/[^\s,;，；、]+/gu)].map(({ index, 0: piece }) => ({ mark: [index, index + piece.length] as const, folded: foldText(piece) }));
  return joinMarks(
    words.flatMap(({ forms: [form = ''] }) => {
      const best = pieces.map(({ mark, folded }) => ({ mark, likeness: likenessOf(form, folded) })).toSorted((left, right) => right.likeness - left.likeness)[0];
      return best && best.likeness > 0 ? [best.mark] : [];
    }),
  );
}

interface FoldedInPlaces {
  readonly letters: string;
  /** Of each code unit of `letters`: which piece of the text it comes from. */
  readonly marks: readonly Mark[];
  readonly startsWord: readonly boolean[];
}

/** What has to be folded together: a letter with its accents, syllables written in pieces. */
const CLUSTER = /[\u1100-\u11ff]+|[^\p{M}]\p{M}*|\p{M}+/gsu;

function foldInPlaces(text: string): FoldedInPlaces {
  let letters = '';
  const marks: Mark[] = [];
  const startsWord: boolean[] = [];
  let isStart = true;
  for (const { index, 0: cluster } of text.matchAll(CLUSTER)) {
    const folded = foldText(cluster);
    for (let place = 0; place < folded.length; place += 1) {
      marks.push([index, index + cluster.length]);
      startsWord.push(isStart && place === 0);
    }
    letters += folded;
    isStart = folded === '';
  }
  return { letters, marks, startsWord };
}

function occurrencesOf(forms: readonly string[], { letters, marks, startsWord }: FoldedInPlaces): readonly Mark[] {
  const found: Mark[] = [];
  // A number from home has no place in one with a calling code, but all after its first nought has.
  for (const form of forms.flatMap((one) => (/^0\d{3,}$/u.test(one) && !letters.includes(one) ? [one, one.slice(1)] : [one]))) {
    const onlyAtStart = form.length < 3 && !isWide(form);
    for (let at = letters.indexOf(form); form !== '' && at >= 0; at = letters.indexOf(form, at + 1)) {
      const [first, last] = [marks[at], marks[at + form.length - 1]];
      if (first && last && (!onlyAtStart || startsWord[at])) found.push([first[0], last[1]]);
    }
  }
  return found;
}

function joinMarks(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = [];
  for (const [from, to] of marks.toSorted((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const before = joined.at(-1);
    if (before && from <= before[1]) joined[joined.length - 1] = [before[0], Math.max(before[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** How many pairs of neighbouring letters two words share, 0 to 1. */
function likenessOf(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function pairsOf(word: string): ReadonlySet<string> {
  const letters = [...` ${word} `];
  return new Set(letters.slice(1).map((letter, place) => `${letters[place] ?? ''}${letter}`));
}
