import { foldText } from './fold-text.js';
import { GRAM_LENGTH, LONGEST_WHOLE, WHOLE } from './grams.js';
import { internationalDigits, joinNumbers } from './phone-digits.js';
import { similarTo } from './similar-terms.js';
import { containing, quoteTerm } from './term-query.js';

/** Words of one search; more than these nobody types. */
export const MOST_WORDS = 8;

/** Characters of one search. */
export const LONGEST_SEARCH = 200;

/** A piece that a text has to contain. */
export interface SearchWord {
  /** As it was typed. */
  readonly typed: string;
  /** Forms of which one has to be there, folded. */
  readonly forms: readonly string[];
  /** `tsquery` for the terms of an index: what it finds contains the word or is worth a look. */
  readonly terms: string;
  /** Patterns of LIKE for folded texts of which one has to match; undefined where the terms leave no doubt. */
  readonly patterns: readonly string[] | undefined;
}

/** What somebody searches for. */
export interface SearchText {
  /** All of them have to be there, in any order; none where nothing is searched for. */
  readonly words: readonly SearchWord[];
  /** All of it, folded. */
  readonly whole: string;
  /** `tsquery` of texts that are the whole of it, and of those that begin with it. */
  readonly exactly: string;
  readonly beginning: string;
  /** `tsquery` of texts that contain something like it; undefined where it is too short to be mistaken. */
  readonly similar: string | undefined;
}

export function readSearchText(text: string): SearchText {
  const words = typedWords(text).map(readWord);
  const whole = foldText(text);
  const start = [...whole].slice(0, LONGEST_WHOLE).join('');
  const similar = words.map(({ forms: [form = ''], terms }) => ({ terms, like: similarTo(form) }));
  return {
    words,
    whole,
    exactly: quoteTerm(`${WHOLE}${start}`),
    beginning: `${quoteTerm(`${WHOLE}${start}`)}:*`,
    similar: similar.some(({ like }) => like !== undefined) ? similar.map(({ terms, like }) => `(${like === undefined ? terms : `${terms} | ${like}`})`).join(' & ') : undefined,
  };
}

/** How many words a text is searched by: a statement has a place for each. Counts to one more than are allowed. */
export function countSearchWords(text: string): number {
  return Math.min(typedWords(text.slice(0, LONGEST_SEARCH)).length, MOST_WORDS + 1);
}

function typedWords(text: string): readonly string[] {
  return joinNumbers(text.split(/[\s,;，；、\u3000\0]+/u)).filter((word) => foldText(word) !== '');
}

function readWord(typed: string): SearchWord {
  const forms = [...new Set([foldText(typed), ...internationalDigits(typed)])];
  return {
    typed,
    forms,
    terms: forms.map((form) => `(${containing(form)})`).join(' | '),
    patterns: forms.some((form) => [...form].length > GRAM_LENGTH) ? forms.map((form) => `%${form}%`) : undefined,
  };
}
