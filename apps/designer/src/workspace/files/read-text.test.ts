import { readText } from './read-text.js';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

it.each([
  ['UTF-8', new Uint8Array(Buffer.from('王小明')), 'en', '王小明'],
  ['UTF-8 that is cut within a character', new Uint8Array(Buffer.from('王小明').subarray(0, 8)), 'en', '王小'],
  ['UTF-16', bytes('fffe8b73'), 'en', '\u738b'],
  ['Big5 for readers in Taiwan', bytes('a4fda470a9fa'), 'zh-TW', '王小明'],
  ['GB18030 for readers in China', bytes('cdf5d0a1c3f7'), 'zh-CN', '王小明'],
  ['an older Latin encoding', bytes('4bf66c6e'), 'en', 'Köln'],
])('reads %s', (_, content, language, text) => {
  expect(readText(content, language)).toBe(text);
});
