import { matchProblems } from './match-problems.js';

const problem = (path: string, message: string, hint?: string) => ({ path, code: 'x', message, ...(hint && { hint }) });

describe('problems of a saved draft', () => {
  it('go to the field with the longest pointer, several in one sentence after the other, the rest above the form', () => {
    const { byField, rest } = matchProblems([
      problem('/object:A/properties/f', 'The name is taken.'), problem('/object:A/properties/f/default', 'It does not fit.', 'Write a number.'),
      problem('/object:A/properties/f/guanxi/scale', 'Too great.'), problem('/object:A/properties/f/guanxi/scale', 'No number.'), problem('/view:V/columns/0', 'No such field.'),
    ], { name: ['/object:A/properties/f'], default: ['/object:A/properties/f/default'], scale: ['/object:A/properties/f/guanxi/scale'] });
    expect(byField).toEqual({ name: 'The name is taken.', default: 'It does not fit. Write a number.', scale: 'Too great. No number.' });
    expect(rest.map(({ path }) => path)).toEqual(['/view:V/columns/0']);
  });

  it('do not take a field for another one whose name begins alike', () => {
    const { rest } = matchProblems([problem('/object:A/properties/amountNet', 'Wrong.')], { name: ['/object:A/properties/amount'] });
    expect(rest).toHaveLength(1);
  });
});
