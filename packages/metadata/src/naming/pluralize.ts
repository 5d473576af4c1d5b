/** The regular English plural of a name or title; the document says it where this is wrong (`guanxi.plural`). */
export function pluralize(word: string): string {
  if (!/[A-Za-z0-9]$/.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return `${word}s`;
}
