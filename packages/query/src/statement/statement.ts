import { createQueryId, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import { Slot, type StatementInput } from './slot.js';

/** SQL made once and run many times: some of its parameters are `Slot`s that each run fills. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

export function compileStatement(builder: RawBuilder<unknown>): Statement {
  const { sql, parameters } = new StatementCompiler().compileQuery(builder.toOperationNode(), createQueryId());
  return Object.freeze({ text: sql, parameters });
}

/** A slot that stands in a statement at many places is one parameter: read, sent and planned with once. */
class StatementCompiler extends PostgresQueryCompiler {
  private readonly placeholders = new Map<Slot, string>();

  protected override appendValue(parameter: unknown): void {
    const known = parameter instanceof Slot ? this.placeholders.get(parameter) : undefined;
    if (known !== undefined) return this.append(known);
    super.appendValue(parameter);
    if (parameter instanceof Slot) this.placeholders.set(parameter, this.getCurrentParameterPlaceholder());
  }
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
