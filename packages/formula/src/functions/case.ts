import { sql } from 'kysely';
import { notComparable, typeNames } from '../check/sentences.js';
import { CallArguments } from '../evaluate/call-arguments.js';
import type { FormulaType } from '../formula.js';
import type { Overload } from '../operators/operator-definition.js';
import { findOverload } from '../operators/registry.js';
import type { Sql } from '../to-sql/fragments.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import { agree, isMisfit } from './fit-arguments.js';
import { argument, type FitArguments, type FunctionDefinition, type SqlCall } from './function-definition.js';

/** Arguments come as: subject, then pairs of value and answer, then the answer for all else. */
const fitCase: FitArguments = (types) => {
  const numbered = types.map((type, index) => ({ type, index }));
  const isAnswer = (index: number): boolean => index === types.length - 1 || (index > 0 && index % 2 === 0);
  const values = agree(numbered.filter(({ index }) => !isAnswer(index)));
  if (isMisfit(values)) return values;
  if (values.type === 'multipicklist' || values.type === 'location') return { index: 0, sentence: notComparable(typeNames[values.type]) };
  const answers = agree(numbered.filter(({ index }) => isAnswer(index)));
  if (isMisfit(answers)) return answers;
  return { arguments: types.map((_, index) => (isAnswer(index) ? answers.type : values.type)), result: answers.type };
};

export const caseFunction: FunctionDefinition = {
  name: 'CASE',
  signature: 'CASE(subject, value, answer, …, answer for all else)',
  area: 'logic',
  description: {
    en: 'The answer beside the first value that equals the subject; NULL as value stands for blank.',
    'zh-TW': '等於主題的第一個值旁邊的答案；值寫 NULL 表示空白。',
    'zh-CN': '等于主题的第一个值旁边的答案；值写 NULL 表示空白。',
  },
  examples: [
    { formula: 'CASE(3, 1, "one", 3, "three", "many")', result: 'three' },
    { formula: 'CASE("", NULL, "blank", "something")', result: 'blank' },
  ],
  parameters: [{ name: 'subject' }, { name: 'value', repeats: 2 }, { name: 'answer' }, { name: 'answer for all else' }],
  result: fitCase,
  evaluate: chooseAnswer,
  compile: compileCase,
};

function chooseAnswer(call: CallArguments): RuntimeValue {
  const subject = call.any(0);
  for (let index = 1; index < call.length - 1; index += 2) {
    const value = call.any(index);
    const pair = new CallArguments([subject, value], call.types);
    if (value === null ? subject === null : equality(call.types[0]).evaluate(pair)) return call.any(index + 1);
  }
  return call.any(call.length - 1);
}

/** Arrays of one element are compared, since they count null as equal to null; each part stands in the SQL once. */
function compileCase(call: SqlCall): Sql {
  const branches: Sql[] = [];
  for (let index = 1; index < call.arguments.length - 1; index += 2) {
    branches.push(sql`when array[${argument(call, index)}] then ${argument(call, index + 1)}`);
  }
  return sql`(case array[${argument(call, 0)}] ${sql.join(branches, sql` `)} else ${argument(call, call.arguments.length - 1)} end)`;
}

function equality(type: FormulaType | undefined): Overload {
  const found = type === undefined ? undefined : findOverload('=', [type, type]);
  if (found === undefined) throw new Error(`CASE cannot compare values of the type ${String(type)}.`);
  return found.overload;
}
