import { sayMinutes } from './say-minutes.js';

describe('the time that is left', () => {
  it('is told in its two largest units', () => {
    expect(sayMinutes(200, 'en', { hasDays: true })).toBe('3 hr 20 min');
    expect(sayMinutes(-59, 'en', { hasDays: true })).toBe('59 min');
    expect(sayMinutes(2 * 1440 + 61, 'en', { hasDays: true })).toBe('2 days 1 hr');
    expect(sayMinutes(0, 'en', { hasDays: true })).toBe('0 min');
    expect(sayMinutes(120, 'zh-TW', { hasDays: true })).toBe('2 小時');
  });
  it('has no days where a calendar counts', () => expect(sayMinutes(3000, 'en', { hasDays: false })).toBe('50 hr'));
});
