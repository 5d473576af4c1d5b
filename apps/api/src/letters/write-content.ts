import type { Content, ContentText } from 'pdfmake/interfaces.js';
import type { Block, Inline } from '../mail/render/marks.js';
import { safeAddress } from '../mail/render/safe-address.js';
import { cleanText, plainWords } from '../mail/render/write-html.js';
import { ink } from './look.js';

/** Blocks of marks as content of a page; `values` are what stands for the tokens, by number. */
export function writeContent(blocks: readonly Block[], values: readonly string[]): Content[] {
  return blocks.map((block) => writers[block.kind](block as never, values));
}

type Writers = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, values: readonly string[]) => Content };

const writers: Writers = {
  paragraph: ({ content }, values) => ({ text: inlines(content, values), margin: [0, 0, 0, 8] }),
  heading: ({ level, content }, values) => ({ text: inlines(content, values), style: `h${level}` }),
  list({ ordered, items }, values) {
    const entries = items.map((item) => ({ text: inlines(item, values), margin: [0, 0, 0, 2] as [number, number, number, number] }));
    return ordered ? { ol: entries, margin: [0, 0, 0, 8] } : { ul: entries, margin: [0, 0, 0, 8] };
  },
  quote: ({ content }, values) => ({ text: inlines(content, values), color: ink.quiet, margin: [12, 0, 0, 8] }),
  button: ({ href, content }, values) => ({ text: [linked(content, href, values)], margin: [0, 0, 0, 8] }),
  rule: () => ({ table: { widths: ['*'], body: [['']] }, layout: 'rule', margin: [0, 4, 0, 8] }),
};

function inlines(content: readonly Inline[], values: readonly string[]): Content[] {
  return content.map((inline): Content => {
    if (inline.kind === 'words' || inline.kind === 'token') return cleanText(plainWords([inline], values));
    if (inline.kind === 'break') return '\n';
    if (inline.kind === 'link') return linked(inline.content, inline.href, values);
    return { text: inlines(inline.content, values), ...(inline.kind === 'strong' ? { bold: true } : { italics: true }) };
  });
}

function linked(content: readonly Inline[], href: Parameters<typeof plainWords>[0], values: readonly string[]): ContentText {
  const address = safeAddress(plainWords(href, values));
  return { text: inlines(content, values), ...(address !== undefined && { link: address, color: ink.link }) };
}
