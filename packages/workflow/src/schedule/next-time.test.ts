import { nextCronTimes } from './next-time.js';

const times = (cron: string, zone: string, after: string, count: number) => nextCronTimes(cron, zone, new Date(after), count).map((time) => time.slice(0, 16));

describe('the next time of a schedule', () => {
  it('goes by the clocks of its zone', () => {
    expect(times('0 9 * * 1-5', 'Asia/Taipei', '2026-01-02T01:00:00Z', 2)).toEqual(['2026-01-05T01:00', '2026-01-06T01:00']);
    expect(times('30 23 L * *', 'Asia/Taipei', '2026-02-01T00:00:00Z', 2)).toEqual(['2026-02-28T15:30', '2026-03-31T15:30']);
    expect(times('0 0 1 1 *', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual(['2027-01-01T00:00']);
    expect(times('0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', 2)).toEqual(['2028-02-29T00:00', '2032-02-29T00:00']);
    expect(times('0 12 13 * 5', 'UTC', '2026-01-10T00:00:00Z', 3)).toEqual(['2026-01-13T12:00', '2026-01-16T12:00', '2026-01-23T12:00']);
    expect(times('0 0 * * 7', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual(['2026-01-04T00:00']);
  });

  it.each([
    ['America/New_York', '2026-03-07T12:00:00Z', ['2026-03-08T07:30', '2026-03-09T06:30']],
    ['Europe/Berlin', '2026-03-28T12:00:00Z', ['2026-03-29T01:30', '2026-03-30T00:30']],
  ])('misses no time that clocks in %s jump over', (zone, after, expected) => {
    expect(times('30 2 * * *', zone, after, 2)).toEqual(expected);
  });

  it.each([
    ['America/New_York', '30 1 * * *', '2026-10-31T12:00:00Z', ['2026-11-01T06:30', '2026-11-02T06:30']],
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00:00Z', ['2026-10-25T01:30', '2026-10-26T01:30']],
  ])('doubles no time that clocks in %s show twice', (zone, cron, after, expected) => {
    expect(times(cron, zone, after, 2)).toEqual(expected);
  });

  it('goes on every hour while clocks change', () => {
    expect(times('0 * * * *', 'America/New_York', '2026-03-08T05:30:00Z', 3)).toEqual(['2026-03-08T06:00', '2026-03-08T07:00', '2026-03-08T08:00']);
    expect(times('*/30 * * * *', 'Europe/Berlin', '2026-10-24T23:45:00Z', 5)).toEqual(['2026-10-25T00:00', '2026-10-25T00:30', '2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T02:00']);
    expect(times('15 * * * *', 'Asia/Kolkata', '2026-01-01T00:00:00Z', 2)).toEqual(['2026-01-01T00:45', '2026-01-01T01:45']);
  });

  it('comes to as many times as there are days in a year, or hours around a change, in zones that change clocks', () => {
    for (const zone of ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe']) {
      const daily = times('30 2 * * *', zone, '2026-01-01T12:00:00Z', 365);
      expect([new Set(daily).size, daily.at(-1)?.slice(0, 10)]).toEqual([365, zone === 'Australia/Lord_Howe' ? '2026-12-31' : '2027-01-01']);
    }
    for (const [zone, from, until] of [['America/New_York', '2026-03-07T00:00', '2026-03-10T00:00'], ['Europe/Berlin', '2026-10-24T00:00', '2026-10-27T00:00']] as const) {
      expect(times('0 * * * *', zone, `${from}:00Z`, 72).at(-1)).toBe(until);
    }
  });
});
