import fc from 'fast-check';
import { checkFormula } from '@guanxi/formula';
import type { MessageTemplateDocument } from '@guanxi/metadata';
import { formatValue } from './format-value.js';
import { parseMarks } from './parse-marks.js';
import type { MessageToken } from './read-tokens.js';
import { renderMessage, renderPlain } from './render-message.js';
import { safeAddress } from './safe-address.js';
import { writeHtml } from './write-html.js';
import { writeText } from './write-text.js';

const reader = { language: 'en', timeZone: 'Asia/Taipei', currency: 'TWD', orgName: 'Shop & Sons' };
const scope = { resolve: () => ({ type: 'text' as const }) };

function tokenOf(text: string): MessageToken {
  const checked = checkFormula(text, scope);
  if (!checked.ok) throw new Error(text);
  return { text, formula: checked.formula };
}

function render(body: string, values: Readonly<Record<string, string>> = {}, subject = 'Hello') {
  const template: MessageTemplateDocument = { kind: 'message-template', name: 't', title: 'T', channel: 'email', subject, body, guanxi: { id: 't' } };
  const tokens = new Map(Object.keys(values).map((name) => [name, tokenOf(name)]));
  return renderMessage(template, tokens, new Map(Object.entries(values).map(([name, value]) => [name, { value }])), reader);
}

describe('the marks of a message', () => {
  const html = (body: string): string => writeHtml(parseMarks(body).blocks, []).replaceAll(/ (?:class|style)="[^"]*"/g, '');

  it('are headings, lists, quotes, rules, strong, emphasis and links', () => {
    expect(html('# Hello\n\nOne **two** and *three*\nnext line\n\n- a\n- b\n\n1. c\n2. d\n\n> said\n\n---\n\nsee [there](https://example.com/a?b=1&c=2) now')).toBe([
      '<h1>Hello</h1>', '<p>One <strong>two</strong> and <em>three</em><br>next line</p>', '<ul><li>a</li><li>b</li></ul>', '<ol><li>c</li><li>d</li></ol>', '<blockquote>said</blockquote>', '<hr>',
      '<p>see <a href="https://example.com/a?b=1&amp;c=2">there</a> now</p>',
    ].join('\n'));
  });

  it('make a button of a link that stands alone', () => expect(html('[Pay now](https://example.com/)')).toBe('<p><a href="https://example.com/">Pay now</a></p>'));
  it('mean nothing behind a backslash', () => expect(html('\\*as it stands\\*')).toBe('<p>*as it stands*</p>'));
  it('leave HTML as words', () => expect(html('<b onclick=x>&</b>')).toBe('<p>&lt;b onclick=x&gt;&amp;&lt;/b&gt;</p>'));
  it.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', 'vbscript:x', '//example.com', 'https://a:b@example.com/', 'https://exa mple.com'])('lead nowhere with %s', (address) => expect(safeAddress(address)).toBeUndefined());
  it('are told in plain text too', () => {
    expect(writeText(parseMarks('# Hello\n\n- a\n- b\n\n[Pay](https://example.com/pay)').blocks, [])).toBe('Hello\n\n- a\n- b\n\nPay (https://example.com/pay)');
  });
});

describe('what a record says', () => {
  it('stands where its token stood, in subject, words and addresses', () => {
    const { subject, text, html } = render('Dear {{ name }}, [open]({{ link }})', { name: '王小明', link: 'https://example.com/1' }, 'For {{ name }}');
    expect(subject).toBe('For 王小明');
    expect(text).toBe('Dear 王小明, open (https://example.com/1)');
    expect(html).toContain('href="https://example.com/1"');
  });
  it('cannot become a mark, a link or an address that runs something', () => {
    const { html } = render('{{ name }} [x]({{ link }})', { name: '**bold** [a](https://evil.example) <img src=x onerror=alert(1)>', link: 'javascript:alert(1)' });
    expect(html).toContain('**bold** [a](https://evil.example) &lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('<strong>');
  });
  it('cannot break the line of a subject', () => expect(render('x', { name: 'a\r\nBcc: evil@example.com\u2028b' }, 'S {{ name }}').subject).toBe('S a Bcc: evil@example.com b'));
  it('keeps its own lines in the body', () => expect(render('{{ name }}', { name: 'one\ntwo' }).html).toContain('one<br>two'));

  /** Every letter of a value is escaped, so whatever still looks like markup is ours. */
  const markupOf = (html: string): readonly string[] => (html.match(/<[^>]*>?/g) ?? []).filter((tag) => tag !== '<br>');
  it('never adds an element or an attribute to the mail, whatever it is', () => {
    const body = '# {{ a }}\n\nHi **{{ b }}** [{{ c }}](https://example.com/)\n\n- {{ a }}\n\n> {{ b }}\n\n[{{ c }}](https://example.com/)';
    const expected = markupOf(render(body, { a: 'x', b: 'y', c: 'z' }, '{{ a }}').html);
    const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('<', '>', '"', "'", '&', '{{', '}}', '**', '[a](javascript:x)', '<script>', '</style>', '</title>', '<!--', ' onload=', '\n', '\0', 'a'), { maxLength: 12 }).map((parts) => parts.join('')));
    fc.assert(fc.property(nasty, nasty, nasty, (a, b, c) => {
      const { html, subject } = render(body, { a, b, c }, '{{ a }}{{ b }}');
      expect(markupOf(html)).toEqual(expected);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }), { numRuns: 100 });
  });
  it('is words alone where a step brings the whole text', () => {
    const { html, text } = renderPlain('Hello {{ name }}', 'One **two** {{ three }}\n\n<b>', { language: 'en', orgName: 'Shop' });
    expect(text).toBe('One **two** {{ three }}\n\n<b>');
    expect(html).toContain('&lt;b&gt;');
  });
});

describe('a value in the language of whoever gets it', () => {
  const write = (value: string | boolean | readonly string[] | null, type: Parameters<typeof formatValue>[0]['type'], language: string, extra = {}) => formatValue({ value: value as never, type, ...extra }, { ...reader, language });
  const currency = (settings: object) => ({ field: { value: { type: 'currency', settings } } });
  const picklist = { field: { value: { type: 'picklist', settings: { values: [{ value: 'new', label: 'New', labels: { 'zh-TW': '新客戶' } }] } } } };

  it.each([
    ['2026-11-22', 'date', 'en', 'November 22, 2026'], ['2026-11-22', 'date', 'zh-TW', '2026年11月22日'], ['2026-11-22T17:00:00Z', 'datetime', 'zh-CN', '2026年11月23日 01:00'],
    ['12345678901234567890.5', 'number', 'en', '12,345,678,901,234,567,890.5'], [true, 'boolean', 'zh-TW', '是'], [null, 'text', 'en', ''],
  ] as const)('%s as %s in %s is %s', (value, type, language, expected) => expect(write(value, type, language)).toBe(expected));
  it('is an amount in its own currency, or in the one that the record names', () => {
    expect(write('1250.50', 'number', 'zh-TW', currency({ currency: 'USD' }))).toBe('US$1,250.50');
    expect(write('1250', 'number', 'en', { ...currency({}), currency: 'EUR' })).toBe('€1,250.00');
    expect(write('1250', 'number', 'zh-TW', currency({}))).toBe('$1,250.00');
  });
  it('is the label of a picklist value', () => {
    expect(write('new', 'picklist', 'zh-TW', picklist)).toBe('新客戶');
    expect(write(['new', 'old'], 'multipicklist', 'en', picklist)).toBe('New and old');
  });
});
