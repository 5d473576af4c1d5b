/**
 * Lower case as PostgreSQL's `lower` and ILIKE have it in a C.UTF-8 database: one character at a time, by Unicode's
 * simple mapping. JavaScript's own toLowerCase looks at neighbours (final sigma) and may lengthen the text (İ).
 */
export function foldCase(text: string): string {
  let folded = '';
  for (const character of text) folded += String.fromCodePoint(character.toLowerCase().codePointAt(0) ?? 0);
  return folded;
}

/** Text that stands for itself in a LIKE pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
