/** Text is counted in code points, as PostgreSQL counts: 𠮷 is one character. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}

export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Negative, zero or positive, in the order of code points (UTF-16's own order puts 𠮷 before 豈). */
export function compareText(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at++) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one !== other) return surrogatesLast(one) - surrogatesLast(other);
  }
  return left.length - right.length;
}

function surrogatesLast(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** What TRIM takes away: space, tab, line ends, no-break space and the wide space of Chinese typesetting. */
export const trimmedCharacters = ' \t\n\r\u00a0\u3000';

export function trimText(text: string): string {
  return text.replace(/^[ \t\n\r\u00a0\u3000]+|[ \t\n\r\u00a0\u3000]+$/g, '');
}

/** Far above any stored text; counts and positions are cut to it, so that they fit PostgreSQL's integers. */
export const longestText = 1_000_000_000;
