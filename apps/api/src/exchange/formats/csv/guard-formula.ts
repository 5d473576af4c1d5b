/** A spreadsheet would work out a text that begins like a formula; behind an apostrophe it stays text. */
export function guardFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text as it was before it was guarded. */
export function freeFormula(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

const APOSTROPHE = 39;
