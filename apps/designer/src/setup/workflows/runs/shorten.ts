/** A page of thousands of values helps nobody, and takes long to draw. */
export const MOST_ENTRIES = 30;
export const MOST_LETTERS = 1_000;

/** Texts and lists of a trace as the page shows them. */
export function shortenText(text: string): string {
  const letters = text.length > MOST_LETTERS ? [...text.slice(0, (MOST_LETTERS + 1) * 2)] : [];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')} …` : text;
}

/** Whether the page leaves out something of these values. */
export function isShortened(value: unknown): boolean {
  if (typeof value === 'string') return shortenText(value) !== value;
  if (Array.isArray(value)) return value.length > MOST_ENTRIES || value.some(isShortened);
  return typeof value === 'object' && value !== null && Object.values(value).some(isShortened);
}
