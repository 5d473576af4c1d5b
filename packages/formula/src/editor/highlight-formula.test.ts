import fc from 'fast-check';
import { highlightFormula, signatureAt } from '../index.js';

const shown = (text: string): string[] => highlightFormula(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('the colours of a formula', () => {
  it.each([
    ['IF(a.b > 1.5, "x", NULL)', ['function IF', 'bracket (', 'field a', 'operator .', 'field b', 'operator >', 'number 1.5', 'bracket ,', 'text "x"', 'bracket ,', 'keyword NULL', 'bracket )']],
    ['/* why */ a', ['comment /* why */', 'field a']],
    ['FOO(1', ['unreadable FOO', 'bracket (', 'number 1']],
    ['a @ "open', ['field a', 'unreadable @', 'text "open']],
    ['"a\\d" & b /* open', ['text "a\\d"', 'operator &', 'field b', 'comment /* open']],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens);
  });

  it('are found for any text, in order and without overlap', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let at = 0;
      for (const { start, end } of highlightFormula(text)) {
        expect(start >= at && end > start && end <= text.length).toBe(true);
        at = end;
      }
    }));
  });
});

describe('the signature at the cursor', () => {
  const at = (marked: string): string | undefined => {
    const position = marked.indexOf('|');
    const help = signatureAt(marked.replace('|', ''), position);
    return help && `${help.function.name} ${help.parameters[help.active] ?? '-'}`;
  };

  it.each([
    ['IF(|', 'IF condition'], ['IF(a, |', 'IF value if true'], ['IF(a, LEN(|', 'LEN text'], ['IF(a, LEN(b), |)', 'IF value if false'], ['IF(a, (1 + |', 'IF value if true'],
    ['CASE(x, 1, 2, |', 'CASE value'], ['CASE(x, 1, 2, 3, |', 'CASE answer'], ['AND(a, b, |', 'AND condition'], ['LEN(a, |', 'LEN -'], ['LEN("a, (|")', 'LEN text'],
    ['LEN(a)|', undefined], ['a + |', undefined], ['LE|N(a)', undefined], ['TODAY(|', 'TODAY -'],
  ])('%s is %s', (marked, help) => {
    expect(at(marked)).toBe(help);
  });
});
