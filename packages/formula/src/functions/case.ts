import { sql } from 'kysely';
import { CallArguments } from '../evaluate/call-arguments.js';
import type { FormulaType } from '../formula.js';
import type { Overload } from '../operators/operator-definition.js';
import { findOverload } from '../operators/registry.js';
import { bind, type Sql } from '../to-sql/fragments.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import { agree, isMisfit } from './fit-arguments.js';
import { argument, type FitArguments, type FunctionDefinition, type SqlCall } from './function-definition.js';

/** Arguments come as: subject, then pairs of value and answer, then the answer for all else. */
const fitCase: FitArguments = (types) => {
  const numbered = types.map((type, index) => ({ type, index }));
  const isAnswer = (index: number): boolean => index === types.length - 1 || (index > 0 && index % 2 === 0);
  const values = agree(numbered.filter(({ index }) => !isAnswer(index)));
  if (isMisfit(values)) return values;
  const answers = agree(numbered.filter(({ index }) => isAnswer(index)));
  if (isMisfit(answers)) return answers;
  return { arguments: types.map((_, index) => (isAnswer(index) ? answers.type : values.type)), result: answers.type };
};

export const caseFunction: FunctionDefinition = {
  name: 'CASE',
  signature: 'CASE(subject, value, answer, …, answer for all else)',
  description: 'The answer beside the first value that equals the subject; NULL as value stands for blank.',
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

function compileCase(call: SqlCall): Sql {
  const columns: Record<string, Sql> = { subject: argument(call, 0) };
  call.arguments.slice(1).forEach((expression, index) => {
    columns[`a${index + 1}`] = expression;
  });
  const name = (index: number): Sql => sql.id(`a${index}`);
  const branches: Sql[] = [];
  for (let index = 1; index < call.arguments.length - 1; index += 2) {
    branches.push(sql`when subject = ${name(index)} or (subject is null and ${name(index)} is null) then ${name(index + 1)}`);
  }
  return bind(columns, sql`case ${sql.join(branches, sql` `)} else ${name(call.arguments.length - 1)} end`);
}

function equality(type: FormulaType | undefined): Overload {
  const found = type === undefined ? undefined : findOverload('=', [type, type]);
  if (found === undefined) throw new Error(`CASE cannot compare values of the type ${String(type)}.`);
  return found.overload;
}
