import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { FormulaType } from '../formula.js';
import { blankInSql } from '../to-sql/fragments.js';
import { isTextual, runtimeForms, type RuntimeValue } from '../values/runtime-value.js';
import { agree, isMisfit } from './fit-arguments.js';
import { argument, boolean, type ArgumentType, type Fit, type Misfit, type FunctionDefinition } from './function-definition.js';

export const ifs: FunctionDefinition = {
  name: 'IFS',
  signature: 'IFS(condition, value, …)',
  area: 'logic',
  description: {
    en: 'The value beside the first condition that is true; blank where none is.',
    'zh-TW': '第一個成立的條件旁邊的值；都不成立時為空白。',
    'zh-CN': '第一个成立的条件旁边的值；都不成立时为空白。',
  },
  examples: [
    { formula: 'IFS(1 > 2, "a", 2 > 1, "b")', result: 'b' },
    { formula: 'IFS(FALSE, 1)', result: null },
  ],
  parameters: [{ ...boolean('condition'), repeats: 2 }, { name: 'value' }],
  result: fitPairs,
  evaluate: chooseValue,
  compile: (call) => {
    const [, type = 'text'] = call.types;
    const pairs = conditionsOf(call.types).map((index) => sql`when ${argument(call, index)} then ${argument(call, index + 1)}`);
    return sql`(case ${sql.join(pairs, sql` `)} else ${isTextual(type) ? call.written('') : blankInSql(type)} end)`;
  },
};

function fitPairs(types: readonly ArgumentType[]): Fit | Misfit {
  const values = agree(types.map((type, index) => ({ type, index })).filter(({ index }) => index % 2 === 1));
  if (isMisfit(values)) return values;
  return { arguments: types.map((_, index) => (index % 2 === 0 ? 'boolean' : values.type)), result: values.type };
}

function chooseValue(call: CallArguments): RuntimeValue {
  const found = conditionsOf(call.types).find((index) => call.boolean(index));
  return found === undefined ? runtimeForms[call.types[1] ?? 'text'].read(null) : call.any(found + 1);
}

function conditionsOf(types: readonly FormulaType[]): readonly number[] {
  return types.flatMap((_, index) => (index % 2 === 0 ? [index] : []));
}
