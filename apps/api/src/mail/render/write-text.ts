import type { Block, Inline } from './marks.js';
import { safeAddress } from './safe-address.js';
import { cleanText, plainWords } from './write-html.js';

/** The same message for programs that show plain text, and for notifications. */
export function writeText(blocks: readonly Block[], values: readonly string[]): string {
  return cleanText(blocks.map((block) => writers[block.kind](block as never, values)).join('\n\n')).trim();
}

type Writers = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, values: readonly string[]) => string };

const writers: Writers = {
  paragraph: ({ content }, values) => inlineText(content, values),
  heading: ({ content }, values) => inlineText(content, values),
  list: ({ ordered, items }, values) => items.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${inlineText(item, values)}`).join('\n'),
  quote: ({ content }, values) => inlineText(content, values).split('\n').map((line) => `> ${line}`).join('\n'),
  button: ({ href, content }, values) => withAddress(inlineText(content, values), plainWords(href, values)),
  rule: () => '--------',
};

function inlineText(content: readonly Inline[], values: readonly string[]): string {
  return content.map((inline): string => {
    if (inline.kind === 'words' || inline.kind === 'token') return plainWords([inline], values);
    if (inline.kind === 'break') return '\n';
    const words = inlineText(inline.content, values);
    return inline.kind === 'link' ? withAddress(words, plainWords(inline.href, values)) : words;
  }).join('');
}

function withAddress(words: string, href: string): string {
  const address = safeAddress(href);
  return address === undefined || address.replace(/\/$/, '') === words.replace(/\/$/, '') ? words : `${words} (${address})`;
}
