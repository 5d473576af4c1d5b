import fc from 'fast-check';
import { describePeriod, hasTimeOfDay, parsePeriod, periodUnits, writePeriod } from './period.js';

describe('a period', () => {
  it.each(['P30D', 'P1M', 'P1Y2M3W4DT5H6M', 'PT12H', 'PT90M', 'P0D'])('%s is read and written back as it was', (text) => {
    const period = parsePeriod(text);
    expect(period && writePeriod(period)).toBe(text);
  });

  it.each(['', 'P', 'PT', 'P1', '30D', 'P-1D', 'P1.5D', 'P1DT', 'p30d', 'PT1S', 'P200Y'])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('survives writing and reading, whatever its parts', () => {
    const part = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.tuple(part, part, part, part, part, part), (parts) => {
        const period = Object.fromEntries(periodUnits.map((unit, index) => [unit, parts[index]]));
        expect(parsePeriod(writePeriod(period as never))).toEqual(period);
      }),
    );
  });

  it('is said to people in their language', () => {
    const say = (text: string, locale?: string) => describePeriod(parsePeriod(text)!, locale);
    expect(say('P30D')).toBe('30 days');
    expect(say('P1M2D')).toBe('1 month and 2 days');
    expect(say('P30D', 'zh-TW')).toContain('30');
    expect(say('P0D')).toBe('0 days');
  });

  it('tells whether it needs a time of day', () => {
    expect(hasTimeOfDay(parsePeriod('P1DT1H')!)).toBe(true);
    expect(hasTimeOfDay(parsePeriod('P1D')!)).toBe(false);
  });
});
