import { findPlaceholderFault, readTranslationFile, writeTranslationFile } from './translation-file.js';

const text = { kind: 'object', name: 'Customer', path: '/object:Customer/title', role: 'title', text: 'Customer', translations: { fr: 'Client' } } as const;

it('comes back as it went out, without what is blank', () => {
  const file = writeTranslationFile('fr', [text, { ...text, path: '/object:Order/title', translations: {} }]);
  expect(readTranslationFile(file)).toEqual({ language: 'fr', texts: { '/object:Customer/title': 'Client' } });
});

it('refuses what is no file of translations', () => {
  expect(readTranslationFile('{')).toBeUndefined();
  expect(readTranslationFile('{"texts": []}')).toBeUndefined();
});

it('sees a placeholder that was lost or invented', () => {
  expect(findPlaceholderFault('Hello {name}', '你好')).toBe(true);
  expect(findPlaceholderFault('Hello {name}', '{name}，你好')).toBe(false);
  expect(findPlaceholderFault('Hello {name}', '')).toBe(false);
});
