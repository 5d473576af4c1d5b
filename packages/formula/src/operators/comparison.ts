import { sql } from 'kysely';
import type { FormulaType } from '../formula.js';
import { orderOf } from '../values/order.js';
import { compareText } from '../values/text.js';
import type { Sql } from '../to-sql/fragments.js';
import type { Overload } from './operator-definition.js';

type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

const comparisons: Readonly<Record<Comparison, { holds(order: number): boolean; sign: Sql }>> = {
  '=': { holds: (order) => order === 0, sign: sql`=` },
  '<>': { holds: (order) => order !== 0, sign: sql`<>` },
  '<': { holds: (order) => order < 0, sign: sql`<` },
  '<=': { holds: (order) => order <= 0, sign: sql`<=` },
  '>': { holds: (order) => order > 0, sign: sql`>` },
  '>=': { holds: (order) => order >= 0, sign: sql`>=` },
};

const ordered: readonly FormulaType[] = ['number', 'date', 'time', 'datetime'];

/**
 * A comparison with a blank number, date or instant is false, <> too: ask `= NULL` or ISBLANK. Blank text is the empty
 * text, so it equals blank text and comes before all other text. Text is compared by code points, case counts.
 */
export const comparison: readonly Overload[] = (Object.keys(comparisons) as Comparison[]).flatMap((operator) => [
  ...ordered.map((type) => compareOrdered(operator, type)),
  compareTexts(operator),
  ...(operator === '=' || operator === '<>' ? [compareBooleans(operator)] : []),
]);

function compareOrdered(operator: Comparison, type: FormulaType): Overload {
  const { holds, sign } = comparisons[operator];
  return {
    operator,
    operands: [type, type],
    result: 'boolean',
    nullable: true,
    evaluate: (call) => {
      const [left, right] = [call.any(0), call.any(1)];
      return left !== null && right !== null && holds(orderOf(left, right));
    },
    compile: ([left, right]) => sql`(${left} ${sign} ${right})`,
  };
}

function compareTexts(operator: Comparison): Overload {
  const { holds, sign } = comparisons[operator];
  const onlyEquality = operator === '=' || operator === '<>';
  return {
    operator,
    operands: ['text', 'text'],
    result: 'boolean',
    evaluate: (call) => holds(compareText(call.text(0), call.text(1))),
    compile: ([left, right]) => (onlyEquality ? sql`(${left} ${sign} ${right})` : sql`(${left} collate "C" ${sign} ${right} collate "C")`),
  };
}

function compareBooleans(operator: '=' | '<>'): Overload {
  return {
    operator,
    operands: ['boolean', 'boolean'],
    result: 'boolean',
    evaluate: (call) => (call.boolean(0) === call.boolean(1)) === (operator === '='),
    compile: ([left, right]) => sql`(${left} ${comparisons[operator].sign} ${right})`,
  };
}
