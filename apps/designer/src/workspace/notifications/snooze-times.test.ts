import { snoozeTimes } from './snooze-times.js';

const untils = (now: string, timeZone: string) => snoozeTimes(new Date(now), timeZone).map(({ until }) => until.toISOString());

describe('when something snoozed comes again', () => {
  it('is in three hours, on the next morning and on Monday morning, where the person is', () => {
    // A Thursday, 22:00 in Taipei.
    expect(untils('2026-11-19T14:00:00Z', 'Asia/Taipei')).toEqual(['2026-11-19T17:00:00.000Z', '2026-11-20T01:00:00.000Z', '2026-11-23T01:00:00.000Z']);
  });

  it('is the next Monday on a Monday, and keeps to the clock on the wall when that is moved', () => {
    // Berlin goes back to winter time on 2026-10-25.
    expect(untils('2026-10-19T08:00:00Z', 'Europe/Berlin').at(-1)).toBe('2026-10-26T08:00:00.000Z');
    expect(untils('2026-10-24T08:00:00Z', 'Europe/Berlin').at(1)).toBe('2026-10-25T08:00:00.000Z');
  });
});
