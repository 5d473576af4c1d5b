export interface MentionAt {
  /** Where the @ stands. */
  readonly start: number;
  readonly typed: string;
}

export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

export type TextPart = { readonly text: string; readonly isMention: boolean };

const longestTyped = 30;

/** The mention that is being written before the caret, if any: an @ at the start of a word, and what follows it. */
export function findMention(text: string, caret: number): MentionAt | null {
  const before = text.slice(0, caret);
  const start = Math.max(before.lastIndexOf('@'), before.lastIndexOf('＠'));
  if (start < 0) return null;
  const typed = before.slice(start + 1);
  // In Chinese no space stands before an @; in an address a letter or digit does.
  const opensWord = !/[a-z0-9._-]/i.test(before[start - 1] ?? ' ');
  return opensWord && typed.length <= longestTyped && !/[\n@＠]|\s{2}/.test(typed) && !/\s$/.test(typed.slice(0, 1)) ? { start, typed } : null;
}

/** Puts a person's name in the place of what was typed; the caret goes behind it. */
export function insertMention(text: string, { start, typed }: MentionAt, name: string): { readonly text: string; readonly caret: number } {
  const inserted = `@${name} `;
  const rest = text.slice(start + 1 + typed.length).replace(/^ /, '');
  return { text: `${text.slice(0, start)}${inserted}${rest}`, caret: start + inserted.length };
}

/** Those of the chosen people whose names still stand in the text, each once. */
export function keepMentioned(text: string, chosen: readonly Mentioned[]): readonly string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))];
}

/** The text with the mentioned names set apart; the longest name wins where one begins with another. */
export function splitMentions(text: string, names: readonly string[]): readonly TextPart[] {
  const marks = [...names].sort((one, other) => other.length - one.length).map((name) => `@${name}`);
  const parts: TextPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const mark = marks.find((candidate) => text.startsWith(candidate, at));
    if (mark === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, isMention: false });
    parts.push({ text: mark, isMention: true });
    plain = '';
    at += mark.length;
  }
  return plain === '' ? parts : [...parts, { text: plain, isMention: false }];
}
