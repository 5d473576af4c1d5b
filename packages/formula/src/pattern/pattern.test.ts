import { matchPattern } from './match-pattern.js';
import { parsePattern } from './parse-pattern.js';
import { writePattern } from './write-pattern.js';

function fits(written: string, text: string): boolean | string {
  const result = parsePattern(written);
  return result.ok ? matchPattern(result.pattern, text) : result.sentence.en;
}

describe('patterns', () => {
  it.each([
    ['a|b', 'b', true],
    ['a|b', 'ab', false],
    ['^\\d{4}-\\d\\d$', '2026-11', true],
    ['(?:ab)+', 'ababab', true],
    ['(a|b)*c?', '', true],
    ['[^a-c]{2,3}', 'xyz', true],
    ['[^a-c]{2,3}', 'xaz', false],
    ['[\\w.-]+@[\\w-]+\\.\\w{2,}', 'li.si@example.cn', true],
    ['.', '𠮷', true],
    ['王.{1,2}', '王小明', true],
    ['a{2,}', 'aaaa', true],
    ['', '', true],
    ['a||b', '', true],
  ])('/%s/ against "%s" is %s', (written, text, expected) => {
    expect(fits(written, text)).toBe(expected);
  });

  it('stays quick where engines that go back and forth would not end', () => {
    const started = performance.now();
    expect(fits('(a+)+b', 'a'.repeat(5_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([['a**'], ['*'], ['(a'], ['a)'], ['[a'], ['[]'], ['\\b'], ['(?=a)'], ['a{3,1}'], ['a{300}'], ['[z-a]'], ['a^'], ['\\'], ['(.{200}){200}']])('refuses /%s/ with a sentence', (written) => {
    expect(fits(written, '')).toMatch(/^[A-Z\\].*\.$/);
  });

  it('is written for PostgreSQL without any character that could mean something else', () => {
    const result = parsePattern('a.b\\.[x\\]-]|\\d+');
    expect(result.ok && writePattern(result.pattern)).toBe('^(?:a.b\\u002e[x\\u005d\\u002d]|(?:[0-9])+)$');
  });
});
