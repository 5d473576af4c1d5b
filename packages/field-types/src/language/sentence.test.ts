import { listWords } from './list-words.js';
import { asWord, countWord, say, type Sentence } from './sentence.js';

const greeting: Sentence = { en: 'Good day, {name}.', 'zh-TW': '{name}您好。', 'zh-CN': '{name}您好。', words: { name: (locale) => (locale.startsWith('zh') ? '王先生' : 'Mr Wang') } };

describe('say', () => {
  it.each([['en', 'Good day, Mr Wang.'], ['de', 'Good day, Mr Wang.'], ['zh-TW', '王先生您好。'], ['zh-Hant-HK', '王先生您好。'], ['not a tag', 'Good day, Mr Wang.']])('speaks %s', (locale, said) => {
    expect(say(greeting, locale)).toBe(said);
  });

  it('leaves a name alone that looks like a pattern', () => {
    expect(say({ ...greeting, words: { name: '$& {name}' } }, 'en')).toBe('Good day, $& {name}.');
  });

  it('puts a sentence, and a list of words, into another', () => {
    const names = listWords([asWord({ en: 'Ada', 'zh-TW': '艾達', 'zh-CN': '艾达' }), 'Bob'], 'disjunction');
    expect(say({ ...greeting, words: { name: names } }, 'zh-CN')).toBe('艾达或Bob您好。');
  });

  it('groups the digits of a count as its reader does', () => {
    const words = { name: countWord(12_500) };
    expect([say({ ...greeting, words }, 'en'), say({ ...greeting, words }, 'de')]).toEqual(['Good day, 12,500.', 'Good day, 12.500.']);
  });
});
