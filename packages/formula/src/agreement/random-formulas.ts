import fc, { type Arbitrary } from 'fast-check';
import { numbers, texts } from './random-records.js';

/** Patterns from pieces of the language both sides know. */
const patterns: Arbitrary<string> = fc.letrec<Record<'pattern', string>>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('a', '.', '\\d', '\\w', '\\s', '\\D', '\\W', '[a-z]', '[^a-z]', '[关係-]', '[\\]\\-\\d]', '\\.', '\\\\', '%', '😀', '𠮷', '-', "'"),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
    fc.tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,3}', '*?')).map(([part, times]) => `(?:${part})${times}`),
  ),
})).pattern;

/** Formulas that pass the checker, over all functions and operators. */
export const { any: formulas } = fc.letrec<Record<'any' | 'text' | 'number' | 'boolean' | 'date' | 'datetime', string>>((tie) => {
  const call = (name: string, ...kinds: Arbitrary<string>[]): Arbitrary<string> => fc.tuple(...kinds).map((list) => `${name}(${list.join(', ')})`);
  const infix = (operators: readonly string[], left: Arbitrary<string>, right: Arbitrary<string>): Arbitrary<string> =>
    fc.tuple(left, fc.constantFrom(...operators), right).map(([one, operator, other]) => `(${one} ${operator} ${other})`);
  const [text, number, boolean, date, datetime] = [tie('text'), tie('number'), tie('boolean'), tie('date'), tie('datetime')];
  const comparisons = ['=', '<>', '<', '<=', '>', '>='];
  const count = fc.oneof(whole(-2, 9), number);
  const nest = (leaf: Arbitrary<string>, ...branches: Arbitrary<string>[]): Arbitrary<string> =>
    fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
      { arbitrary: leaf, weight: 8 },
      ...branches.map((arbitrary) => ({ arbitrary, weight: 1 })),
    );
  const choices = (kind: Arbitrary<string>): Arbitrary<string>[] => [
    call('IF', boolean, kind, kind),
    call('IF', boolean, kind, fc.constant('NULL')),
    call('CASE', fc.constant('stage'), fc.constant('"won"'), kind, fc.constant('NULL'), kind, kind),
    call('CASE', number, number, kind, number, kind, kind),
    call('CASE', date, date, kind, fc.constant('NULL'), kind, kind),
    call('BLANKVALUE', kind, kind),
    call('NULLVALUE', kind, kind),
  ];
  const extremes = (kind: Arbitrary<string>): Arbitrary<string>[] => [call('MIN', kind, kind, kind), call('MAX', kind, kind)];
  const textual = fc.oneof(text, fc.constantFrom('stage', 'owner'));
  return {
    any: fc.oneof(text, number, boolean, date, datetime),
    text: nest(
      fc.oneof(fc.constantFrom('name', 'note', 'owner', 'TEXT(stage)'), texts.map(writeText)),
      infix(['&', '+'], text, text),
      infix(['&'], textual, textual),
      ...choices(text),
      call('TEXT', number),
      call('TEXT', date),
      call('TEXT', datetime),
      call('LEFT', text, count),
      call('RIGHT', text, count),
      call('MID', text, count, count),
      call('UPPER', text),
      call('LOWER', text),
      call('TRIM', text),
      call('SUBSTITUTE', text, text, text),
      call('LPAD', text, whole(-1, 12)),
      call('RPAD', text, count, text),
      call('LPAD', text, fc.constant('pieces'), text),
    ),
    number: nest(
      fc.oneof(fc.constantFrom('amount', 'price', 'pieces'), numbers),
      infix(['+', '-', '*', '/'], number, number),
      infix(['^'], number, fc.oneof(whole(-5, 12), fc.constantFrom('0.5', '1.5', '-0.25', 'amount', '2', '3', '4', '-1'))),
      infix(['-'], date, date),
      infix(['-'], datetime, datetime),
      number.map((operand) => `-${operand}`),
      ...choices(number),
      ...extremes(number),
      call('VALUE', text),
      call('LEN', text),
      call('FIND', text, text),
      call('FIND', text, text, count),
      call('ROUND', number, count),
      call('ABS', number),
      call('MOD', number, number),
      ...['FLOOR', 'CEILING', 'MFLOOR', 'MCEILING', 'SQRT'].map((name) => call(name, number)),
      ...['YEAR', 'MONTH', 'DAY', 'WEEKDAY'].map((name) => call(name, date)),
    ),
    boolean: nest(
      fc.constantFrom('active', 'TRUE', 'FALSE'),
      infix(comparisons, number, number),
      infix(comparisons, text, text),
      infix(comparisons, date, date),
      infix(comparisons, datetime, datetime),
      infix(['=', '<>'], boolean, boolean),
      infix(['=', '<>'], textual, textual),
      infix(['&&', '||'], boolean, boolean),
      boolean.map((operand) => `!${operand}`),
      call('NOT', boolean),
      call('AND', boolean, boolean, boolean),
      call('OR', boolean, boolean),
      call('IF', boolean, boolean, boolean),
      call('CONTAINS', textual, text),
      call('BEGINS', textual, text),
      call('ISPICKVAL', fc.constant('stage'), texts.map(writeText)),
      ...[number, text, date, datetime, textual].map((kind) => call('ISBLANK', kind)),
      infix(['=', '<>'], fc.oneof(number, text, date, datetime), fc.constant('NULL')),
      call('REGEX', text, patterns.map(writeText)),
    ),
    date: nest(
      fc.constantFrom('signed', 'due', 'TODAY()'),
      infix(['+', '-'], date, number),
      infix(['+'], number, date),
      infix(['+', '-'], date, whole(-800, 800)),
      ...choices(date),
      ...extremes(date),
      call('DATE', fc.oneof(whole(1890, 2110), number), fc.oneof(whole(0, 13), number), fc.oneof(whole(0, 32), number)),
      call('DATEVALUE', text),
      call('DATEVALUE', datetime),
      call('ADDMONTHS', date, fc.oneof(whole(-30, 30), number)),
    ),
    datetime: nest(
      fc.constantFrom('seen', 'sent', 'NOW()'),
      infix(['+', '-'], datetime, number),
      infix(['+'], number, datetime),
      ...choices(datetime),
      ...extremes(datetime),
      call('DATETIMEVALUE', text),
      call('DATETIMEVALUE', fc.constantFrom('due', 'DATE(2024, 3, 10)', 'DATE(2024, 11, 3)')),
    ),
  };
});

function whole(min: number, max: number): Arbitrary<string> {
  return fc.integer({ min, max }).map(String);
}

function writeText(text: string): string {
  const escaped = text.replace(/[\\"]/g, (character) => `\\${character}`).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${escaped}"`;
}
