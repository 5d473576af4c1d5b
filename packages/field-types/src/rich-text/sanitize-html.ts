import { FilterXSS } from 'xss';

/** Everything that may stand in rich text. No styles, no classes, no pictures from elsewhere, nothing that runs. */
const ALLOWED: Readonly<Record<string, string[]>> = {
  p: [], br: [], hr: [], h1: [], h2: [], h3: [], h4: [], strong: [], b: [], em: [], i: [], u: [], s: [], del: [], sub: [], sup: [], code: [], pre: [], blockquote: [],
  ul: [], ol: ['start'], li: [], a: ['href'], table: [], thead: [], tbody: [], tr: [], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'],
};

/** Elements of which not even the words inside are wanted. */
const DROPPED = ['script', 'style', 'iframe', 'object', 'embed', 'noscript', 'template', 'svg', 'math', 'textarea', 'title', 'select', 'xmp', 'noembed', 'plaintext'];

const filter = new FilterXSS({
  whiteList: ALLOWED,
  css: false,
  stripIgnoreTag: true,
  stripIgnoreTagBody: DROPPED,
  allowCommentTag: false,
  stripBlankChar: true,
  safeAttrValue: (_tag, name, value) => (name === 'href' ? safeAddress(value) : /^\d{1,3}$/.test(value) ? value : ''),
});

/** The same text with nothing in it but the elements of the allow-list; links open elsewhere and tell nobody where from. */
export function sanitizeHtml(html: string): string {
  return filter.process(html).replace(/<([a-z][a-z0-9]*)\s([^>]*)>/gi, (_, tag: string, rest: string) => `<${tag}${attributesOf(tag, rest)}>`);
}

/** An attribute whose value was refused is left with its name alone; it goes too. */
function attributesOf(tag: string, rest: string): string {
  if (tag.toLowerCase() !== 'a') return (rest.match(/\b(start|colspan|rowspan)="\d+"/g) ?? []).map((attribute) => ` ${attribute}`).join('');
  const address = /(?:^|\s)href="([^"]+)"/.exec(rest)?.[1];
  return address === undefined ? '' : ` href="${address}" target="_blank" rel="noopener noreferrer nofollow"`;
}

/** Only what a browser opens without running anything; `""` for every other address. */
function safeAddress(value: string): string {
  const address = decodeEntities(value).replace(/ /g, '%20').replace(/[\p{Control}\p{Format}\s]/gu, '');
  return /^(https?:\/\/[^/]|mailto:[^:]+$)/i.test(address) ? address.replace(/[&"<>]/g, (character) => `&#${String(character.charCodeAt(0))};`) : '';
}

/** What an address means to the browser once its character references are read. */
function decodeEntities(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, digits: string) => toCharacter(parseInt(digits, 16)))
    .replace(/&#(\d{1,7});?/g, (_, digits: string) => toCharacter(Number(digits)))
    .replace(/&(tab|newline|colon|amp|quot|lt|gt|lpar|rpar|sol|period);?/gi, (_, name: string) => named[name.toLowerCase()] ?? '');
}

const named: Readonly<Record<string, string>> = { tab: '\t', newline: '\n', colon: ':', amp: '&', quot: '"', lt: '<', gt: '>', lpar: '(', rpar: ')', sol: '/', period: '.' };

function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
