/** A piece of a formula's text. Names are whole paths: `Broker__r.Name`, `$User.FirstName`. */
export interface FormulaToken {
  readonly kind: 'name' | 'function' | 'text' | 'number' | 'comment' | 'other';
  readonly text: string;
}

const PIECES: readonly (readonly [FormulaToken['kind'], RegExp])[] = [
  ['comment', /\/\*[\s\S]*?\*\//y],
  ['text', /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y],
  ['number', /\d+(?:\.\d+)?|\.\d+/y],
  ['function', /[A-Za-z_][A-Za-z0-9_]*(?=\s*\()/y],
  ['name', /\$?[A-Za-z_][A-Za-z0-9_]*(?:(?:\s*\.\s*|:)[A-Za-z_][A-Za-z0-9_]*)*/y],
];

/** Never fails: what is no known piece goes on as it is, character by character. */
export function tokenizeFormula(text: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let position = 0;
  while (position < text.length) {
    const found = match(text, position);
    tokens.push(found);
    position += found.text.length;
  }
  return tokens;
}

function match(text: string, position: number): FormulaToken {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return { kind: 'other', text: text.charAt(position) };
}
