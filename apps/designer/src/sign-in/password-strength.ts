/** 0: far too short or too plain to be taken; 4: nobody guesses it. */
export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '01234567890'];

/**
 * A first look while somebody types, on this page alone: how much there is to guess, with runs and repetitions counted little.
 * The server knows the passwords that have become public; it has the last word.
 */
export function measurePassword(password: string, shortest: number, known: readonly string[]): PasswordStrength {
  if ([...password].length < shortest) return 0;
  const plain = known.filter((word) => word.length >= 3).reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), password.toLowerCase());
  const bits = [...plain].reduce((sum, letter, index, letters) => sum + bitsOf(letter, letters[index - 1]), 0);
  return bits < 24 ? 1 : bits < 40 ? 2 : bits < 56 ? 3 : 4;
}

function bitsOf(letter: string, before: string | undefined): number {
  if (before === letter) return 0.2;
  if (before !== undefined && ROWS.some((row) => Math.abs(row.indexOf(letter) - row.indexOf(before)) === 1 && row.includes(letter) && row.includes(before))) return 0.8;
  if (/\p{Script=Han}/u.test(letter)) return 9;
  return /[a-z ]/.test(letter) ? 2.6 : /\d/.test(letter) ? 2.8 : 4.2;
}
