import fc from 'fast-check';
import { deepestFormula, longestFormula, parseFormula } from './parse-formula.js';
import type { SyntaxNode } from './syntax-tree.js';

/** The tree as text with all its parentheses. */
function show(text: string): string {
  const result = parseFormula(text);
  return result.ok ? write(result.tree) : result.problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join(' ');
}

function write(node: SyntaxNode): string {
  if (node.kind === 'literal') return node.type === 'text' ? JSON.stringify(node.value) : String(node.value);
  if (node.kind === 'reference') return node.path.join('.');
  if (node.kind === 'call') return `${node.name}(${node.arguments.map(write).join(', ')})`;
  const [left, right] = node.operands.map(write);
  return right === undefined ? `(${node.operator} ${left})` : `(${left} ${node.operator} ${right})`;
}

describe('the formula parser', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['(1 - 2) * 3', '((1 - 2) * 3)'],
    ['2 ^ 3 ^ 2', '((2 ^ 3) ^ 2)'],
    ['-2 ^ 2', '((negate 2) ^ 2)'],
    ['2 ^ -1', '(2 ^ (negate 1))'],
    ['"a" & "b" = c', '(("a" & "b") = c)'],
    ['a > 1 && b < 2 || !c', '(((a > 1) && (b < 2)) || (! c))'],
    ['a == 1', '(a = 1)'],
    ['a != 1', '(a <> 1)'],
    ['a < 1 = b >= 2', '((a < 1) = (b >= 2))'],
    ['+5', '5'],
  ])('reads %s as %s', (text, tree) => {
    expect(show(text)).toBe(tree);
  });

  it.each([
    ['Account.Owner.Name', 'Account.Owner.Name'],
    ['$User.Id', '$User.Id'],
    ['null', 'null'],
    ['True', 'true'],
    ['if(true, 1, 2)', 'IF(true, 1, 2)'],
    ['TODAY ( )', 'TODAY()'],
    ["'it\\'s' & \"\\n\\\\\"", '("it\'s" & "\\n\\\\")'],
    ['/* one */ 1 /* ) */ + 2', '(1 + 2)'],
    ['客户.名称', '客户.名称'],
    ['.5', '.5'],
  ])('understands %s', (text, tree) => {
    expect(show(text)).toBe(tree);
  });

  it.each([
    ['', 'The formula is empty.'],
    ['1 +', 'The formula ends where a value is expected.'],
    ['(1 + 2', 'The parenthesis is not closed. Add a ).'],
    ['LEN("a"', 'The parenthesis of LEN is not closed. Add a ).'],
    ['"abc', 'The text is not closed. End it with ".'],
    ['1 /* x', 'The comment is not closed. End it with */.'],
    ['a b', 'Expected an operator or the end, but found "b".'],
    ['a and b', 'Expected an operator or the end, but found "and". Write AND(a, b) or a && b.'],
    ['a.', 'The formula ends where a name after the dot is expected.'],
    ['30days', '"30days" is neither a number nor a name: a name does not begin with a digit.'],
    ['LEN（a)', 'The character "（" has no meaning in a formula. Write ( instead.'],
    ['“a”', 'The character "“" has no meaning in a formula. Write " instead.'],
    ['"\\d"', '"\\d" is not known inside a text. For a backslash write \\\\; for others \\n, \\r, \\t, \\\' or \\".'],
    ['LEN(a;b)', 'The character ";" has no meaning in a formula. Write , instead.'],
    ['LEN(a b)', 'Expected a comma or ), but found "b".'],
    ['(a b)', 'Expected an operator or ), but found "b".'],
    [`1.${'0'.repeat(19)}`, 'A number has at most 30 digits before and 18 digits after the decimal point.'],
  ])('says of %s what is wrong', (text, message) => {
    expect(show(text)).toBe(message);
  });

  it('points at the place of the problem', () => {
    expect(parseFormula('amount > ) 1')).toEqual({ ok: false, problems: [expect.objectContaining({ code: 'syntax', start: 9, end: 10 })] });
  });

  it('keeps the place of every part', () => {
    const result = parseFormula(' IF(a , (b), c)');
    expect(result).toMatchObject({ ok: true, tree: { start: 1, end: 15, arguments: [{ start: 4, end: 5 }, { start: 8, end: 11 }, { start: 13, end: 14 }] } });
  });

  it('refuses formulas that are too long or nested too deeply, however they nest', () => {
    expect(parseFormula('1'.repeat(longestFormula + 1))).toMatchObject({ problems: [{ code: 'too-long' }] });
    const deep = deepestFormula + 5;
    for (const text of ['('.repeat(deep), '-'.repeat(deep) + '1', '1' + '+1'.repeat(deep), 'ABS('.repeat(deep)]) {
      expect(parseFormula(text)).toMatchObject({ problems: [{ code: 'too-deep' }] });
    }
  });

  it('answers with a tree or a problem for any text whatever', () => {
    const pieces = fc.constantFrom('IF', '(', ')', ',', '"a"', "'", '"', '1', '.5', 'a', '.', '$User', '&', '&&', '|', '=', '<', '-', '!', ' ', '/*', '*/', '\\', '𠮷', '\0', '\ud800');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(pieces).map((list) => list.join(''))), (text) => {
        const result = parseFormula(text);
        if (!result.ok) for (const { start, end } of result.problems) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
    );
  });
});
