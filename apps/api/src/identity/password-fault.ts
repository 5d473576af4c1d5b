import type { Sentence } from '@guanxi/field-types';
import { accountFaults } from './identity-wording.js';
import { isLeaked } from './leaked-passwords.js';
import { LONGEST_PASSWORD } from './password.js';

export interface PasswordRules {
  /** Characters, by the org's sign-in policy. */
  readonly shortest: number;
  /** What everybody knows of the person: name, e-mail address, the org's name. */
  readonly known: readonly string[];
}

/** With fewer characters than this beside what is known of its person, a password is that. */
const LEAST_OWN = 4;

/** Undefined when it may be used, else a sentence. Which characters it is made of is nobody's business. */
export function findPasswordFault(password: string, { shortest, known }: PasswordRules): Sentence | undefined {
  if ([...password].length < shortest) return { ...accountFaults.shortPassword, words: { limit: String(shortest) } };
  if (password.length > LONGEST_PASSWORD) return { ...accountFaults.longPassword, words: { limit: String(LONGEST_PASSWORD) } };
  if (isLeaked(password)) return accountFaults.leakedPassword;
  if (new Set(password).size <= 2) return accountFaults.monotonousPassword;
  const word = findKnownWord(password, known);
  return word === undefined ? undefined : { ...accountFaults.knownPassword, words: { word } };
}

function findKnownWord(password: string, known: readonly string[]): string | undefined {
  const plain = simplify(password);
  const words = known.flatMap((text) => [text, ...text.split(/[\s@._-]+/)]).filter((word) => simplify(word).length >= (isAscii(word) ? 3 : 2));
  return words.find((word) => plain.includes(simplify(word)) && plain.replaceAll(simplify(word), '').length < LEAST_OWN);
}

function simplify(text: string): string {
  return text.toLowerCase().normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
