import type { FormulaProblem } from '@guanxi/formula';
import styles from './FormulaField.module.css';

/** Lies behind the text of the field and underlines what is wrong in it; whoever cannot see it hears the sentence. */
export function MarkedText({ text, problems }: { readonly text: string; readonly problems: readonly FormulaProblem[] }) {
  return <div className={styles['marks']} aria-hidden>{cut(text, problems).map(({ words, isWrong }, index) => (isWrong ? <mark key={index}>{words}</mark> : words))}{'\u200b'}</div>;
}

interface Piece { readonly words: string; readonly isWrong: boolean }

function cut(text: string, problems: readonly FormulaProblem[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...problems].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    // A fault at the very end has no letters of its own to underline.
    const [from, to] = start >= text.length ? [Math.max(text.length - 1, at), text.length] : [start, Math.max(end, start + 1)];
    pieces.push({ words: text.slice(at, from), isWrong: false }, { words: text.slice(from, to), isWrong: true });
    at = to;
  }
  return [...pieces, { words: text.slice(at), isWrong: false }];
}
