import { dictionary } from '@zxcvbn-ts/language-common';

/** Some fifty thousand passwords that everybody who guesses tries first; in lower case, as guessers vary the case themselves. */
let leaked: ReadonlySet<string> | undefined;

/** Whether a password is among those that have become public often. Read when first asked: most processes never are. */
export function isLeaked(password: string): boolean {
  leaked ??= new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase()));
  const lower = password.toLowerCase();
  return leaked.has(lower) || leaked.has(withoutTail(lower));
}

/** A leaked word with a year or an exclamation mark behind it is guessed just as soon. */
function withoutTail(password: string): string {
  return password.replace(/[\d\W_]{1,4}$/, '');
}
