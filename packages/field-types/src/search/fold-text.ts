import { variantForms } from './character-variants.js';
import { inJavaScript } from './separators.js';

/** The text after this many characters is not searched. */
export const LONGEST_SEARCHED = 20_000;

/** What no database can hold. */
const LONE = /[\p{Surrogate}\0]/gu;

/**
 * The one form that texts are compared in when people search: compatibility forms resolved, small letters, no accents, one
 * character for all variants of it, nothing but letters and digits. `guanxi.fold_text` is the same in SQL.
 */
export function foldText(text: string): string {
  return foldWords(text).replaceAll(' ', '');
}

/** The same with one blank wherever something else than letters and digits stood. */
export function foldWords(text: string): string {
  const bare = text.replace(LONE, ' ').normalize('NFKD').replace(inJavaScript.accents, '').normalize('NFC');
  let folded = '';
  for (const character of bare) folded += lowered(character);
  const words = folded.replace(inJavaScript.separators, ' ');
  let answer = '';
  for (const character of words) answer += variantForms.get(character) ?? character;
  return answer;
}

/** By itself, as PostgreSQL does it: what stands around makes no difference. */
function lowered(character: string): string {
  const small = character.toLowerCase();
  return [...small].length === 1 ? small : character;
}
