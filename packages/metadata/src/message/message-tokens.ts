/** A stretch of a message: words as they stand, or a formula whose value stands there. */
export type MessagePiece =
  | { readonly kind: 'words'; readonly text: string }
  /** `start` and `end` enclose the formula, without blanks and braces, as UTF-16 offsets into the message. `closed`: its braces end. */
  | { readonly kind: 'token'; readonly formula: string; readonly start: number; readonly end: number; readonly closed: boolean };

/** Takes a message apart at its tokens, `{{ formula }}`. Braces inside a text of the formula do not end it. */
export function splitMessage(text: string): readonly MessagePiece[] {
  const pieces: MessagePiece[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    if (open > from) pieces.push({ kind: 'words', text: text.slice(from, open) });
    const close = findClose(text, open + 2);
    const inside = text.slice(open + 2, close ?? text.length);
    const start = open + 2 + (inside.length - inside.trimStart().length);
    pieces.push({ kind: 'token', formula: inside.trim(), start, end: start + inside.trim().length, closed: close !== undefined });
    from = close === undefined ? text.length : close + 2;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}

/** A quote that nobody closes is a slip of the pen: then the next braces count. */
function findClose(text: string, from: number): number | undefined {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '}' && text[at + 1] === '}') return at;
  }
  const next = text.indexOf('}}', from);
  return next < 0 ? undefined : next;
}
