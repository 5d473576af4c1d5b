import { glanceOf, LONGEST_SEARCH, MOST_WORDS, readSearchText, type SearchText, type SearchWord } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import { toParameter, type Operand } from '../request/operand.js';
import { InputError } from '../statement/slot.js';

/** What a statement is told about a text that somebody searches for: an expression for each. */
export interface SearchSlots {
  readonly words: readonly WordSlots[];
  readonly exactly: RawBuilder<unknown>;
  readonly beginning: RawBuilder<unknown>;
  readonly similar: RawBuilder<unknown>;
  /** Folded, all of it. */
  readonly whole: RawBuilder<unknown>;
  /** Patterns of all forms of all words. */
  readonly anyPattern: RawBuilder<unknown>;
}

export interface WordSlots {
  readonly terms: RawBuilder<unknown>;
  /** Null where the terms of an index leave no doubt. */
  readonly patterns: RawBuilder<unknown>;
  /** Of all forms, for texts that no index has the terms of. */
  readonly allPatterns: RawBuilder<unknown>;
  /** The word as it was typed, for tables whose indexes are not there yet. */
  readonly typed: RawBuilder<unknown>;
  /** Regular expression that texts with the word match as they are, for statements that may go past many without it. */
  readonly glance?: RawBuilder<unknown> | undefined;
}

/** As parameters, for as many words as the statement has places. A text with fewer fills them with its first one. `sealed`: PostgreSQL does not see the words when it plans. */
export function searchSlots(text: Operand, words: number, sealed = false): SearchSlots {
  const slot = (read: (search: SearchText) => unknown) => toParameter(text, (value) => read(readText(String(value ?? ''))));
  const ofWord = (index: number, read: (word: SearchWord) => unknown) => slot(({ words: given }) => {
    const word = given[index] ?? given[0];
    return word === undefined ? null : read(word);
  });
  const termsOf = (index: number) => sql`${ofWord(index, ({ terms }) => terms)}::tsquery`;
  // Bracketed alone, a list would be taken for rows.
  const wordPart = (index: number, type: 'text' | 'text[]', read: (word: SearchWord) => unknown) =>
    sealed ? sql`(select ${ofWord(index, read)}::${sql.raw(type)})::${sql.raw(type)}` : sql`${ofWord(index, read)}::${sql.raw(type)}`;
  // Several words are selected, so that PostgreSQL does not see them: taking the first for very rare, it would look for the others row by row.
  // One word it may see, or it would take it for frequent and go through the order of the list instead of the index.
  return {
    words: Array.from({ length: words }, (_, index): WordSlots => ({
      terms: sealed || words > 1 ? sql`(select ${termsOf(index)})` : termsOf(index),
      patterns: wordPart(index, 'text[]', ({ patterns }) => patterns ?? null),
      allPatterns: wordPart(index, 'text[]', ({ forms }) => forms.map((form) => `%${form}%`)),
      typed: wordPart(index, 'text', ({ typed }) => `%${typed.normalize('NFC').replace(/[\\%_]/gu, '\\$&')}%`),
      // Of the few that an index has found, most have the word.
      glance: sealed ? undefined : wordPart(index, 'text', ({ forms }) => glanceOf(forms)),
    })),
    exactly: sql`${slot(({ exactly }) => exactly)}::tsquery`,
    beginning: sql`${slot(({ beginning }) => beginning)}::tsquery`,
    similar: sql`${slot(({ similar }) => similar ?? null)}::tsquery`,
    whole: sql`${slot(({ whole }) => whole)}::text`,
    anyPattern: sql`${slot(({ words: given }) => given.flatMap(({ forms }) => forms.map((form) => `%${form}%`)))}::text[]`,
  };
}

function readText(text: string): SearchText {
  if (text.length > LONGEST_SEARCH) throw new InputError(`A search takes at most ${LONGEST_SEARCH} characters; this one has ${text.length}.`);
  if (text === last?.text) return last.search;
  const search = readSearchText(text);
  if (search.words.length > MOST_WORDS) throw new InputError(`A search takes at most ${MOST_WORDS} words; this one has ${search.words.length}.`);
  last = { text, search };
  return search;
}

/** A statement asks for many parts of one text. */
let last: { readonly text: string; readonly search: SearchText } | undefined;
