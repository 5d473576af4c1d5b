import type { ParsedText } from '../field-type.js';
import { asWord, say, type Sentence, type Word } from '../language/sentence.js';

/** The answer to a cell that is not understood: what was expected and what was found. */
export function refuse(code: string, sentence: Sentence, hint?: Sentence): Extract<ParsedText, { ok: false }> {
  const tell = (locale: string) => ({ message: say(sentence, locale), ...(hint && { hint: say(hint, locale) }) });
  return { ok: false, code, ...tell('en'), tell };
}

/** A cell as it stands in a sentence: in quotation marks and not longer than a line. */
export function quote(cell: string): Word {
  const line = cell.replace(/\s+/g, ' ').trim();
  return asWord({ ...quoted, words: { line: line.length > 60 ? `${line.slice(0, 59)}…` : line } });
}

const quoted = { en: '"{line}"', 'zh-TW': '「{line}」', 'zh-CN': '“{line}”' };
