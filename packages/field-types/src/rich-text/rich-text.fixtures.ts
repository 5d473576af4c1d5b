import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

const link = '<p><a href="https://example.com/?a=1&#38;b=2" target="_blank" rel="noopener noreferrer nofollow">Site</a></p>';

export const richTextFixtures: FieldTypeFixtures = {
  settings: [{ maxLength: 500 }, { maxLength: 131_072 }],
  accepted: [
    '<p>Hello <strong>Ada</strong></p>',
    '<h2>計畫</h2><ul><li>一</li><li>二 &amp; 三</li></ul>',
    '<p>a<br>b</p><pre><code>if (a &lt; b) {\n}</code></pre>',
    link,
    '<ol start="3"><li>x</li></ol>',
  ],
  rejected: [1, true, 'x'.repeat(501), 'nul\u0000'],
  normalized: [
    ['<p style="color:red" onclick="steal()" class="x">Hi</p>', '<p>Hi</p>'],
    ['<script>alert(1)</script><p>Hi</p>', '<p>Hi</p>'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="https://example.com" target="_top" rel="opener">x</a>', '<a href="https://example.com" target="_blank" rel="noopener noreferrer nofollow">x</a>'],
    ['<p> </p><hr>', null],
    ['  ', null],
  ],
  understood: [
    { text: 'Plain & simple\n<3', value: '<p>Plain &amp; simple<br>&lt;3</p>' },
    { text: '<b>Bold</b><img src=x onerror=alert(1)>', value: '<b>Bold</b>' },
    { text: '', value: null },
    { text: '<p></p>', value: null },
  ],
  refused: [{ text: '王'.repeat(501), code: 'too-long' }],
};
