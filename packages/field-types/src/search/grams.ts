/**
 * The terms that an index holds of a text: of every character on, so many; so a piece that is no longer is found by the
 * terms that begin with it.
 */
export const GRAM_LENGTH = 4;

/** Begins the terms of the first letters of words; no folded text contains it. */
export const WORD_START = '^';

/** Begins the term of a whole text. */
export const WHOLE = '=';

/** Of a longer text so many characters stand for all of it. */
export const LONGEST_WHOLE = 40;
