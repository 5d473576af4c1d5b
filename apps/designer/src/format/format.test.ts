import { createFormat } from './format.js';
import { parseDecimal } from './parse-decimal.js';

const english = createFormat({ locale: 'en', timeZone: 'Asia/Taipei', currency: 'USD' });
const taiwan = createFormat({ locale: 'zh-TW', timeZone: 'Asia/Taipei', currency: 'USD' });

describe('what people read', () => {
  it('groups digits', () => expect(english.number(69659)).toBe('69,659'));
  it('keeps every digit of a decimal that no float could hold', () => {
    expect(english.decimal('12345678901234567890.10', 2)).toBe('12,345,678,901,234,567,890.10');
  });
  it('shows amounts in the org’s currency as the language writes it', () => {
    expect(english.money('2500315.63')).toBe('$2,500,315.63');
    expect(taiwan.money('48000')).toBe('US$48,000.00');
  });
  it('shows a day as that day in every time zone', () => expect(english.date('1997-01-01')).toBe('Jan 1, 1997'));
  it('shows an instant in the reader’s time zone', () => expect(taiwan.dateTime('2026-11-22T04:00:00Z')).toContain('12:00'));
  it('says how long ago something was', () => {
    const now = Date.parse('2026-11-22T04:00:00Z');
    expect(english.relative('2026-11-22T03:57:00Z', now)).toBe('3 minutes ago');
    expect(english.relative('2026-11-24T04:00:00Z', now)).toBe('in 2 days');
  });
  it('shows what is no number or date as it is', () => {
    expect(english.decimal('abc')).toBe('abc');
    expect(english.dateTime('soon')).toBe('soon');
  });
});

describe('a number as people type it', () => {
  it.each([['1,250.50', 'en', '1250.50'], ['1.250,50', 'de', '1250.50'], ['１２５０', 'zh-TW', '1250'], ['-.5', 'en', '-0.5'], ['007', 'en', '7'], ['-0', 'en', '0']])(
    '%s in %s is %s',
    (text, locale, decimal) => expect(parseDecimal(text, locale)).toBe(decimal),
  );
  it.each(['', '12a', '1.2.3', '-'])('"%s" is none', (text) => expect(parseDecimal(text, 'en')).toBeNull());
});
