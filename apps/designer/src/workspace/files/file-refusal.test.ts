import { refusalOf } from './file-refusal.js';

const limits = { bytes: 1000, refusedEndings: ['exe', 'bat'] };

it.each([
  ['note.txt', 10, null],
  ['note.txt', 0, 'empty'],
  ['film.mp4', 1001, 'tooLarge'],
  ['Setup.EXE', 10, 'program'],
  ['exe', 10, null],
])('%s of %i bytes: %s', (name, size, refusal) => {
  expect(refusalOf({ name, size }, limits)).toBe(refusal);
});

it('refuses only what is empty as long as the limits are not known', () => {
  expect([refusalOf({ name: 'a.exe', size: 5 }, undefined), refusalOf({ name: 'a.exe', size: 0 }, undefined)]).toEqual([null, 'empty']);
});
