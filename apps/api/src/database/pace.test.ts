import { Pace } from './pace.js';

const after = (...runs: readonly number[]) => {
  const pace = new Pace();
  for (const run of runs) pace.note(run);
  return pace.isQuick;
};
const times = (count: number, run: number) => Array.from({ length: count }, () => run);

describe('the pace of a statement', () => {
  it('is known after a few runs', () => {
    expect([after(), after(...times(5, 0.2)), after(...times(6, 0.2)), after(...times(50, 8))]).toEqual([false, false, true, false]);
  });

  it('is slow for a while after one slow run', () => {
    const pace = new Pace();
    for (const run of [...times(50, 0.2), 60]) pace.note(run);
    expect(pace.isQuick).toBe(false);
    for (const run of times(10, 0.2)) pace.note(run);
    expect(pace.isQuick).toBe(true);
  });
});
