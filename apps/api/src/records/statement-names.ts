const MOST_NAMES = 600;
const names = new Map<string, string>();

/**
 * A name under which every connection keeps the plan of a statement. PostgreSQL never forgets one by itself, so only so
 * many statements get a name; the rest is planned each time.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `records_${names.size}`;
  names.set(text, name);
  return name;
}
