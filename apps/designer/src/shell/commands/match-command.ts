/**
 * How well a text is found by what was typed: 0 is not at all, more is better. The start of the text wins over the
 * start of a word, that over a part, that over letters in order (`cst` finds Customers).
 */
export function matchCommand(text: string, typed: string): number {
  const [haystack, needle] = [fold(text), fold(typed.trim())];
  if (needle === '') return 1;
  if (haystack.startsWith(needle)) return 5;
  const at = haystack.indexOf(needle);
  if (at > 0) return /[\s\-/:：]/.test(haystack[at - 1] ?? '') ? 4 : 3;
  return hasInOrder(haystack, needle) ? 1 : 0;
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function hasInOrder(haystack: string, needle: string): boolean {
  let from = 0;
  for (const character of needle.replaceAll(' ', '')) {
    const at = haystack.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}
