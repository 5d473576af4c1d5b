import type { Block, Inline, Word } from './marks.js';
import { safeAddress } from './safe-address.js';
import { styleOf } from './look.js';

/** The blocks of a message as HTML. Every letter that did not come from here is escaped. `values`: what stands for each token. */
export function writeHtml(blocks: readonly Block[], values: readonly string[]): string {
  return blocks.map((block) => blockWriters[block.kind](block as never, values)).join('\n');
}

type BlockWriters = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, values: readonly string[]) => string };

const blockWriters: BlockWriters = {
  paragraph: ({ content }, values) => `<p${styleOf('p')}>${writeInlines(content, values)}</p>`,
  heading: ({ level, content }, values) => `<h${level}${styleOf(`h${level}`)}>${writeInlines(content, values)}</h${level}>`,
  list: ({ ordered, items }, values) => {
    const tag = ordered ? 'ol' : 'ul';
    return `<${tag}${styleOf('list')}>${items.map((item) => `<li${styleOf('li')}>${writeInlines(item, values)}</li>`).join('')}</${tag}>`;
  },
  quote: ({ content }, values) => `<blockquote${styleOf('quote')}>${writeInlines(content, values)}</blockquote>`,
  button: ({ href, content }, values) => {
    const address = safeAddress(plainWords(href, values));
    const words = writeInlines(content, values);
    return address === undefined ? `<p${styleOf('p')}>${words}</p>` : `<p${styleOf('p')}><a${styleOf('button')} href="${escapeHtml(address)}">${words}</a></p>`;
  },
  rule: () => `<hr${styleOf('rule')}>`,
};

function writeInlines(content: readonly Inline[], values: readonly string[]): string {
  return content.map((inline) => writeInline(inline, values)).join('');
}

function writeInline(inline: Inline, values: readonly string[]): string {
  if (inline.kind === 'words') return escapeHtml(inline.text);
  if (inline.kind === 'token') return escapeHtml(values[inline.index] ?? '').replaceAll('\n', '<br>');
  if (inline.kind === 'break') return '<br>';
  const words = writeInlines(inline.content, values);
  if (inline.kind !== 'link') return inline.kind === 'strong' ? `<strong>${words}</strong>` : `<em>${words}</em>`;
  const address = safeAddress(plainWords(inline.href, values));
  return address === undefined ? words : `<a${styleOf('a')} href="${escapeHtml(address)}">${words}</a>`;
}

/** The words with the values in their places, as plain text. */
export function plainWords(words: readonly Word[], values: readonly string[]): string {
  return words.map((word) => (word.kind === 'words' ? word.text : (values[word.index] ?? ''))).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Letters that are none, such as NUL, are left out: neither HTML nor PostgreSQL can hold them. */
export function escapeHtml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '');
}

/** Without characters that control something, but for line breaks and tabs. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '').toWellFormed();
}
