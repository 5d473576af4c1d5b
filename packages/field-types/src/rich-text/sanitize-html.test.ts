import fc from 'fast-check';
import { plainText } from './plain-text.js';
import { richText } from './rich-text.js';
import { sanitizeHtml } from './sanitize-html.js';

const TAGS = 'p|br|hr|h1|h2|h3|h4|strong|b|em|i|u|s|del|sub|sup|code|pre|blockquote|ul|ol|li|a|table|thead|tbody|tr|th|td';
const SAFE = new RegExp(`^(?:[^<]|</(?:${TAGS})>|<(?:${TAGS}) ?/?>|<ol start="\\d+">|<t[dh](?: (?:col|row)span="\\d+")+>|<a href="(?:https?://|mailto:)[^"<>]*" target="_blank" rel="noopener noreferrer nofollow">)*$`, 'i');

const hostile = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"//',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">x</a>',
  '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="/files/1" onclick="steal()">x</a>',
  '<a href="https://example.com" onclick="steal()" style="position:fixed" class="x" id="y">x</a>',
  `<a href='https://example.com/"onmouseover="alert(1)'>x</a>`,
  '<a href="https://example.com/&quot; onmouseover=&quot;alert(1)">x</a>',
  '<a href=https://example.com/`onmouseover=alert(1)`>x</a>',
  '<a\nhref="https://example.com"\ntarget="_self" rel="opener">x</a>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<p onclick=alert(1) onmouseover="x">x</p>',
  '<style>body{display:none}</style>x',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//">',
  '<form action="//evil.example"><input name=q><button>x</button></form>',
  '<object data="x.swf"></object><embed src="x.swf">',
  '<video><source onerror="alert(1)"></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><script>alert(1)</script></textarea>',
  '<template><script>alert(1)</script></template>',
  '<table background="javascript:alert(1)"><td colspan="2;x" rowspan="9999" onclick=x>x</table>',
  '<ol start="javascript:1"><li value=x>x</ol>',
  '<<script>alert(1)//<</script>',
  '<p><a href="https://x.example"><a href="javascript:alert(1)">x',
  '"><script>alert(1)</script>',
  '<p title="><script>alert(1)</script>">x</p>',
  '\u0000<script\u0000>alert(1)</script>',
];

describe('sanitizeHtml', () => {
  it.each(hostile)('leaves nothing that runs, loads or looks like something else: %s', (html) => {
    expect(sanitizeHtml(html)).toMatch(SAFE);
  });

  it('keeps what people write', () => {
    const html = '<h2>Plan</h2><p>One <strong>two</strong> <em>three</em></p><ul><li>王小明</li></ul><table><tbody><tr><td colspan="2">x</td></tr></tbody></table>';
    expect(sanitizeHtml(html)).toBe(html);
  });

  it('keeps links of the web and of mail, and opens them elsewhere', () => {
    expect(sanitizeHtml('<a href="mailto:ada@example.com">x</a>')).toBe('<a href="mailto:ada@example.com" target="_blank" rel="noopener noreferrer nofollow">x</a>');
    expect(sanitizeHtml('<a href="https://example.com/?a=1&amp;b=2">x</a>')).toContain('href="https://example.com/?a=1&#38;b=2"');
  });

  it('changes nothing the second time, whatever comes', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile, '<p>', '</p>', '<a href="', '">', "'", '&lt;', '&#60;', '<b', '>', 'https://x.example/', '\n', '王'), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = sanitizeHtml(pieces.join(''));
        expect(once).toMatch(SAFE);
        expect(sanitizeHtml(once)).toBe(once);
        const kept = richText.normalize(pieces.join(''), { maxLength: 1000 });
        expect(kept === null ? null : richText.normalize(kept, { maxLength: 1000 })).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });
});

describe('plainText', () => {
  it('gives the words, a line for each paragraph', () => {
    expect(plainText('<h2>Plan</h2><p>a &amp; b<br>c</p><ul><li>x</li><li>&lt;y&gt;</li></ul>')).toBe('Plan\na & b\nc\nx\n<y>');
  });
});
