/** Calling codes of countries by their first digits; all others have three. */
const CALLING_CODE = '(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9][0-9][0-9])';

/** What stands before the national number, in a form that JavaScript and PostgreSQL read alike. */
export const CALLING_PREFIX = `^[+]${CALLING_CODE}`;

const LEAST_DIGITS = 7;
const ONLY_DIGITS = /^[+(]*\d[\d()+./#\-\u2010-\u2015]*$/u;

/** Numbers that stand side by side are one number when together they are long enough for a phone. */
export function joinNumbers(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const end = (): void => {
    const together = run.join(' ');
    if (run.length > 1 && together.replace(/\D/gu, '').length >= LEAST_DIGITS) joined.push(together);
    else joined.push(...run);
    run = [];
  };
  for (const word of words) {
    if (ONLY_DIGITS.test(word.normalize('NFKC'))) run.push(word);
    else {
      end();
      joined.push(word);
    }
  }
  end();
  return joined;
}

/** A number with a calling code, as people at home write it. */
export function internationalDigits(typed: string): readonly string[] {
  const plain = typed.normalize('NFKC').replace(/[\s().\-\u2010-\u2015]/gu, '').replace(/^00/u, '+');
  const digits = plain.replace(/\D/gu, '');
  if (!/^[+]\d+$/u.test(plain) || digits.length < LEAST_DIGITS + 1) return [];
  return [digits, plain.replace(new RegExp(CALLING_PREFIX, 'u'), '0')];
}
