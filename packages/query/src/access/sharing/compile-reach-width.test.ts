import { reachOf } from './compile-reach-width.js';

describe('reachOf', () => {
  it.each([
    [0, 'own'], [1, 'handful'], [3, 'handful'], [4, 'narrow'], [8, 'narrow'],
    [9, 'few'], [38, 'few'],
    [39, 'wide'], [500, 'wide'],
    [501, 'most'], [999, 'most'],
  ])('of a thousand people, %i below are %s', (width, reach) => {
    expect(reachOf({ width, people: 1000 })).toBe(reach);
  });

  it('takes the same people for few only among many more', () => {
    expect([20, 60, 200, 2000].map((people) => reachOf({ width: 20, people }))).toEqual(['most', 'wide', 'wide', 'few']);
  });

  it('asks a handful one by one even where they are everybody', () => {
    expect(reachOf({ width: 5, people: 6 })).toBe('narrow');
  });

  it('holds before anybody is there', () => {
    expect(reachOf({ width: 0, people: 0 })).toBe('own');
  });
});
