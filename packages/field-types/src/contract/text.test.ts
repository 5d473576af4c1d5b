import type { FieldTypeName, TextContext } from '../field-type.js';
import { fieldTypes } from '../registry.js';
import { fixtures } from './fixtures.js';

const english: TextContext = { locale: 'en', timeZone: 'UTC' };
const names = Object.keys(fieldTypes) as FieldTypeName[];

describe.each(names)('%s, as text', (name) => {
  const type = fieldTypes[name];
  const examples = fixtures[name];
  const [settings] = examples.settings;

  it('reads back what it writes', () => {
    for (const value of examples.accepted) {
      expect(type.parseText(type.formatText(value, settings), settings, english)).toEqual({ ok: true, value });
    }
  });

  it.each(examples.understood)('understands $text ($context)', ({ text, value, context }) => {
    expect(type.parseText(text, settings, { ...english, ...context })).toEqual({ ok: true, value });
  });

  it.each(examples.refused)('refuses $text and says what was expected and found', ({ text, code, context }) => {
    const parsed = type.parseText(text, settings, { ...english, ...context });
    expect(parsed).toMatchObject({ ok: false, code, message: expect.stringMatching(/^Expected .*found .*\.$/s) });
    if (parsed.ok) return;
    expect(parsed.tell('en')).toEqual({ message: parsed.message, ...(parsed.hint !== undefined && { hint: parsed.hint }) });
    for (const locale of ['zh-TW', 'zh-CN']) expect(Object.values(parsed.tell(locale)).join(' ')).toMatch(/^[^{}]*\p{Script=Han}[^{}]*。$/u);
  });
});
