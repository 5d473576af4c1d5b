import { splitMessage } from '@guanxi/metadata';
import type { Block, Inline, Word } from './marks.js';

export interface ParsedMessage {
  readonly blocks: readonly Block[];
  /** The formulas of the tokens, by their number. */
  readonly formulas: readonly string[];
}

/**
 * Reads the marks of a message's body: blank lines part paragraphs, `#` heads, `-` and `1.` list, `>` quotes, `---` rules,
 * `**strong**`, `*emphasis*`, `[words](address)`; a link alone in its paragraph is a button. A backslash takes a mark its meaning.
 */
export function parseMarks(body: string): ParsedMessage {
  const { text, formulas } = hideTokens(body);
  const blocks = text.split(/\n[ \t]*\n+/).flatMap((part) => readPart(part.split('\n').filter((line) => line.trim() !== '')));
  return { blocks, formulas };
}

/** One line of a message, such as its subject: tokens and no marks. */
export function parseLine(line: string): { readonly words: readonly Word[]; readonly formulas: readonly string[] } {
  const { text, formulas } = hideTokens(line.replace(/\s+/g, ' ').trim());
  return { words: readWords(text), formulas };
}

/** Tokens stand as one private character each while marks are read, so that no formula is taken for marks. */
const FIRST_TOKEN = 0xf0000;
const TOKEN = /[\u{F0000}-\u{FFFFD}]/u;
const TOKENS = /([\u{F0000}-\u{FFFFD}])/u;

function hideTokens(message: string): { readonly text: string; readonly formulas: readonly string[] } {
  const formulas: string[] = [];
  const text = splitMessage(message.replaceAll(/\r\n?/g, '\n').replaceAll(new RegExp(TOKEN, 'gu'), '')).map((piece) => {
    if (piece.kind === 'words') return piece.text;
    if (!piece.closed) return `{{${piece.formula}`;
    formulas.push(piece.formula);
    return String.fromCodePoint(FIRST_TOKEN + formulas.length - 1);
  });
  return { text: text.join(''), formulas };
}

type LineKind = 'words' | 'bullet' | 'number' | 'quote' | 'heading' | 'rule';

const kinds: readonly (readonly [LineKind, RegExp])[] = [
  ['heading', /^ {0,3}#{1,3} +(?=\S)/],
  ['rule', /^ {0,3}(?:-{3,}|\*{3,}) *$/],
  ['bullet', /^ {0,3}[-*] +(?=\S)/],
  ['number', /^ {0,3}\d{1,3}[.)] +(?=\S)/],
  ['quote', /^ {0,3}> ?/],
];

/** Lines of the same kind belong together, whether blank lines stand around them or not. */
function readPart(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length; ) {
    const kind = kindOf(lines[from] ?? '');
    let to = from + 1;
    while (to < lines.length && kind !== 'heading' && kind !== 'rule' && kindOf(lines[to] ?? '') === kind) to += 1;
    blocks.push(makeBlock(kind, lines.slice(from, to)));
    from = to;
  }
  return blocks;
}

function kindOf(line: string): LineKind {
  return kinds.find(([, mark]) => mark.test(line))?.[0] ?? 'words';
}

function makeBlock(kind: LineKind, lines: readonly string[]): Block {
  const mark = kinds.find(([one]) => one === kind)?.[1];
  const bare = lines.map((line) => (mark ? line.replace(mark, '') : line).trim());
  if (kind === 'rule') return { kind: 'rule' };
  if (kind === 'heading') return { kind: 'heading', level: Math.min(3, /#+/.exec(lines[0] ?? '')?.[0].length ?? 1) as 1 | 2 | 3, content: readInlines(bare.join(' ')) };
  if (kind === 'bullet' || kind === 'number') return { kind: 'list', ordered: kind === 'number', items: bare.map((item) => readInlines(item)) };
  const content = bare.flatMap((line, index): readonly Inline[] => [...(index > 0 ? [{ kind: 'break' as const }] : []), ...readInlines(line)]);
  if (kind === 'quote') return { kind: 'quote', content };
  const [only] = content;
  return content.length === 1 && only?.kind === 'link' ? { ...only, kind: 'button' } : { kind: 'paragraph', content };
}

const MARK = /\\([\\`*_#[\](){}>+.!-])|\*\*(?=\S)((?:[^*\\]|\\.|\*(?!\*))+?)\*\*(?!\*)|\*(?=\S)((?:[^*\\]|\\.)+?)\*|\[((?:[^[\]\\]|\\.)+)\]\(([^()\s]+)\)/u;

function readInlines(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let rest = text;
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    const [whole, escaped, strong, emphasis, label, address] = match;
    found.push(...readWords(rest.slice(0, match.index)));
    if (escaped !== undefined) found.push({ kind: 'words', text: escaped });
    else if (strong !== undefined) found.push({ kind: 'strong', content: readInlines(strong) });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', content: readInlines(emphasis) });
    else found.push({ kind: 'link', href: readWords(address ?? ''), content: readInlines(label ?? '') });
    rest = rest.slice(match.index + whole.length);
  }
  return [...found, ...readWords(rest)];
}

function readWords(text: string): readonly Word[] {
  return text.split(TOKENS).filter((part) => part !== '').map((part): Word => (TOKEN.test(part) ? { kind: 'token', index: (part.codePointAt(0) ?? FIRST_TOKEN) - FIRST_TOKEN } : { kind: 'words', text: part }));
}
