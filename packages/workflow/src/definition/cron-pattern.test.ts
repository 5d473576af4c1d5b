import fc from 'fast-check';
import { readCronPattern, writeCronPattern, type CronPattern } from './cron-pattern.js';
import { describeCron } from './describe-cron.js';

const hour = fc.integer({ min: 0, max: 23 });
const minute = fc.integer({ min: 0, max: 59 });
const anyPattern: fc.Arbitrary<CronPattern> = fc.oneof(
  fc.record({ every: fc.constant('hour' as const), minute }),
  fc.record({ every: fc.constant('day' as const), hour, minute }),
  fc.record({ every: fc.constant('week' as const), hour, minute, days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }).map((days) => days.sort()) }),
  fc.record({ every: fc.constant('month' as const), hour, minute, day: fc.integer({ min: 1, max: 31 }) }),
);

describe('a schedule that people can say', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(anyPattern, (pattern) => { expect(readCronPattern(writeCronPattern(pattern))).toEqual(pattern); }));
  });

  it('understands names and ranges of days, and 7 as Sunday', () => {
    expect(readCronPattern('30 9 * * MON-FRI')).toEqual({ every: 'week', days: [1, 2, 3, 4, 5], hour: 9, minute: 30 });
    expect(readCronPattern('0 9 * * 7')).toEqual({ every: 'week', days: [0], hour: 9, minute: 0 });
  });

  it('leaves what says more to the five fields', () => {
    expect(['*/5 * * * *', '0 9 1 1 *', '0 9 1 * 1', '0 9-17 * * *', '0 9 * * 5L', 'nonsense'].map(readCronPattern)).toEqual(Array(6).fill(undefined));
    expect(describeCron('*/5 * * * *', 'en')).toBe('*/5 * * * *');
  });

  it('is said in three languages', () => {
    expect(['en', 'zh-TW', 'zh-CN'].map((locale) => describeCron('5 9 * * 1,4', locale))).toEqual(['every Monday and Thursday at 09:05', '每週的星期一和星期四 09:05', '每周的星期一和星期四 09:05']);
    expect(describeCron('0 18 * * 1-5', 'en')).toBe('from Monday to Friday at 18:00');
    expect(describeCron('0 8 1 * *', 'zh-TW')).toBe('每月 1 日 08:00');
  });
});
