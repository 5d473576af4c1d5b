import { createQueryId, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import { Slot, type StatementInput } from './slot.js';

/** SQL made once and run many times: some of its parameters are `Slot`s that each run fills. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

const compiler = new PostgresQueryCompiler();

export function compileStatement(builder: RawBuilder<unknown>): Statement {
  const { sql, parameters } = compiler.compileQuery(builder.toOperationNode(), createQueryId());
  return Object.freeze({ text: sql, parameters });
}

/** The values to send with `statement.text`. Throws `InputError` when a value does not fit its place. */
export function bindStatement(statement: Statement, input: StatementInput): unknown[] {
  const { parameters } = statement;
  const values = new Array<unknown>(parameters.length);
  for (let index = 0; index < parameters.length; index += 1) {
    const parameter = parameters[index];
    values[index] = parameter instanceof Slot ? parameter.read(input) : parameter;
  }
  return values;
}
