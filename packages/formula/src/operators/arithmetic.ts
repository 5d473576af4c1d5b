import { sql } from 'kysely';
import { power, settleNumber, type Numeric } from '../values/decimals.js';
import { settleNumber as settleNumberInSql, type Bind, type Sql } from '../to-sql/fragments.js';
import type { Overload } from './operator-definition.js';

/** A calculation with a blank number, or without an answer (division by zero), is blank. */
export const arithmetic: readonly Overload[] = [
  numeric('+', (left, right) => left.plus(right), (left, right) => sql`(${left} + ${right})`),
  numeric('-', (left, right) => left.minus(right), (left, right) => sql`(${left} - ${right})`),
  numeric('*', (left, right) => settleNumber(left.times(right)), (left, right) => settleNumberInSql(sql`${left} * ${right}`)),
  numeric(
    '/',
    (left, right) => (right.isZero() ? null : settleNumber(left.dividedBy(right))),
    (left, right) => settleNumberInSql(sql`round(${left}, 70) / nullif(${right}, 0)`),
  ),
  numeric('^', power, powerInSql),
  {
    operator: 'negate',
    operands: ['number'],
    result: 'number',
    evaluate: (call) => call.number(0)?.negated() ?? null,
    compile: ([operand]) => sql`(- ${operand})`,
  },
];

function numeric(
  operator: '+' | '-' | '*' | '/' | '^',
  work: (left: Numeric, right: Numeric) => Numeric | null,
  compile: (left: Sql, right: Sql, bind: Bind) => Sql,
): Overload {
  return {
    operator,
    operands: ['number', 'number'],
    result: 'number',
    evaluate: (call) => {
      const [left, right] = [call.number(0), call.number(1)];
      return left === null || right === null ? null : work(left, right);
    },
    compile: ([left, right], bind) => compile(left, right, bind),
  };
}

/** The limits on exponents keep PostgreSQL from numbers of ten thousand digits, and from overflow errors. */
function powerInSql(left: Sql, right: Sql, bind: Bind): Sql {
  return bind(
    { base: left, exponent: right },
    ({ base, exponent }) => sql`(case when abs(${exponent}) > 400 then null
      when ${exponent} <> trunc(${exponent}) and (${base} < 0 or abs(${exponent}) > 100) then null
      when ${base} = 0 and ${exponent} < 0 then null
      else ${settleNumberInSql(sql`power(round(${base}, 40), ${exponent})`)} end)`,
  );
}
