import { periodDays, startOfDay, type Period } from './period.js';

const at = (now: string, timeZone = 'UTC') => ({ now, timeZone });

describe('periodDays', () => {
  it.each<[Period, string, string]>([
    [{ last: { days: 1 } }, '2026-03-31', '2026-04-01'],
    [{ last: { days: 30 } }, '2026-03-02', '2026-04-01'],
    [{ last: { months: 1 } }, '2026-03-01', '2026-04-01'],
    [{ next: { days: 7 } }, '2026-03-31', '2026-04-07'],
    [{ next: { months: 1 } }, '2026-03-31', '2026-04-30'],
    [{ this: 'day' }, '2026-03-31', '2026-04-01'],
    [{ this: 'week' }, '2026-03-30', '2026-04-06'],
    [{ this: 'month' }, '2026-03-01', '2026-04-01'],
    [{ this: 'quarter' }, '2026-01-01', '2026-04-01'],
    [{ this: 'year' }, '2026-01-01', '2027-01-01'],
    [{ last: { quarters: 1 } }, '2026-01-01', '2026-04-01'],
    [{ previous: 'day' }, '2026-03-30', '2026-03-31'],
    [{ previous: 'week' }, '2026-03-23', '2026-03-30'],
    [{ previous: 'month' }, '2026-02-01', '2026-03-01'],
    [{ previous: 'quarter' }, '2025-10-01', '2026-01-01'],
    [{ previous: 'year' }, '2025-01-01', '2026-01-01'],
    [{ following: 'day' }, '2026-04-01', '2026-04-02'],
    [{ following: 'week' }, '2026-04-06', '2026-04-13'],
    [{ following: 'month' }, '2026-04-01', '2026-05-01'],
    [{ following: 'quarter' }, '2026-04-01', '2026-07-01'],
    [{ following: 'year' }, '2027-01-01', '2028-01-01'],
  ])('%j on 31 March 2026 is %s to %s', (period, from, to) => {
    expect(periodDays(period, at('2026-03-31T12:00:00Z'))).toEqual({ from, to });
  });

  it('begins weeks on Monday, also on a Sunday', () => {
    expect(periodDays({ this: 'week' }, at('2026-11-22T12:00:00Z')).from).toBe('2026-11-16');
  });

  it('takes today from the time zone', () => {
    const now = '2026-12-31T18:00:00Z';
    expect(periodDays({ this: 'year' }, at(now, 'Asia/Shanghai')).from).toBe('2027-01-01');
    expect(periodDays({ this: 'year' }, at(now, 'America/New_York')).from).toBe('2026-01-01');
  });
});

describe('startOfDay', () => {
  it('is the midnight of the time zone, or the first moment where midnight is skipped', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });
});
