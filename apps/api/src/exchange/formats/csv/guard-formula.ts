/** What a spreadsheet takes for the beginning of a formula; the wide forms count where it runs in Chinese or Japanese. */
const BEGINS = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A spreadsheet would work out a text that begins like a formula; behind an apostrophe it stays text. */
export function guardFormula(text: string): string {
  return BEGINS.test(text) ? `'${text}` : text;
}

/** The text as it was before it was guarded. */
export function freeFormula(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && BEGINS.test(text) ? text.slice(1) : text;
}

const APOSTROPHE = 39;
