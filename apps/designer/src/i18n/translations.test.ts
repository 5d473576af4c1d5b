import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words as en } from './en/index.js';
import { words as zhCN } from './zh-CN/index.js';
import { words as zhTW } from './zh-TW/index.js';
import { matchLanguage } from './start-translations.js';

const english = flatten(en);

describe.each([['zh-TW', flatten(zhTW)], ['zh-CN', flatten(zhCN)]] as const)('the words in %s', (_language, translated) => {
  it('exist for every key and for no other', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('use the same placeholders and tags as the English ones', () => {
    const different = [...english].filter(([key, text]) => placeholders(text) !== placeholders(translated.get(key) ?? ''));
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

describe('the keys that the page asks for', () => {
  it('all exist', () => {
    const source = fileURLToPath(new URL('..', import.meta.url));
    const asked = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
      .flatMap((path) => [...readFileSync(join(source, path), 'utf8').matchAll(/\b(?:t\(|i18nKey=)['"]([\w.-]+)['"]/g)].map(([, key]) => key as string));
    const missing = [...new Set(asked)].filter((key) => !english.has(key) && !english.has(`${key}_other`));
    expect(missing).toEqual([]);
  });
});

describe('the language of a reader', () => {
  it.each([[['zh-HK'], 'zh-TW'], [['zh-Hans-SG'], 'zh-CN'], [['fr-FR', 'en-GB'], 'en'], [['de'], 'en']])('%j reads %s', (locales, language) => {
    expect(matchLanguage(locales)).toBe(language);
  });
});

function flatten(tree: object, prefix = ''): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => typeof value === 'string'
    ? [[prefix + key, value] as const]
    : [...flatten(value as object, `${prefix}${key}.`)]));
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{[^}]+\}\}|<\/?\w+>/g)].map(([match]) => match).sort().join(' ');
}
