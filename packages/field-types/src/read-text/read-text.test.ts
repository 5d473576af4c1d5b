import fc from 'fast-check';
import { formatDecimal } from '../decimal/format-decimal.js';
import { fieldTypes } from '../registry.js';

const locales = ['en-US', 'en-GB', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'it-IT', 'pt-BR', 'nl-NL', 'pl-PL', 'sv-SE', 'ru-RU', 'ja-JP', 'zh-CN', 'zh-TW'];
const context = (locale: string) => ({ locale, timeZone: 'Asia/Taipei' });

describe.each(locales)('cells written in %s', (locale) => {
  it('give back amounts as the locale writes them', () => {
    const { decimal, currency } = fieldTypes;
    const settings = { precision: 18, scale: 2 };
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (cents) => {
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
        const value = decimal.normalize(`${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, settings);
        const plain = formatDecimal(String(value), locale, { minimumFractionDigits: 2 });
        const money = formatDecimal(String(value), locale, { style: 'currency', currency: 'EUR', minimumFractionDigits: 2 });
        expect([plain, decimal.parseText(plain, settings, context(locale))]).toEqual([plain, { ok: true, value }]);
        expect([money, currency.parseText(money, settings, context(locale))]).toEqual([money, { ok: true, value }]);
      }),
      { numRuns: 50 },
    );
  });

  it('give back days and instants as the locale writes them', () => {
    const { date, dateTime } = fieldTypes;
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'Asia/Taipei' });
    const minutes = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Taipei' });
    const minute = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true }).map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000));
    fc.assert(
      fc.property(minute, (at) => {
        const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
        const [dayText, minuteText] = [days.format(at), minutes.format(at)];
        expect([dayText, date.parseText(dayText, {}, context(locale))]).toEqual([dayText, { ok: true, value: day }]);
        expect([minuteText, dateTime.parseText(minuteText, {}, context(locale))]).toEqual([minuteText, { ok: true, value: at.toISOString() }]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('any text', () => {
  it('is understood or refused by every kind, and never breaks one; what is understood is valid and stays as it is', () => {
    for (const type of Object.values(fieldTypes)) {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+()\d.,/: '%eE年月日TZ]{0,14}$/)), fc.constantFrom(...locales), (cell, locale) => {
          const parsed = type.parseText(cell, type.defaultSettings, context(locale));
          if (parsed.ok) expect(type.normalize(parsed.value, type.defaultSettings)).toEqual(parsed.value);
          else expect(parsed.message).not.toBe('');
        }),
        { numRuns: 100 },
      );
    }
  });
});
