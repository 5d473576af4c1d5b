import { createQueryId, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import { Slot, type StatementInput } from './slot.js';

/** SQL made once and run many times: some of its parameters are `Slot`s that each run fills. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** `standIns`: expressions that stand where slots would be: a column of people, and the statement is asked for each of them. */
export function compileStatement(builder: RawBuilder<unknown>, standIns?: ReadonlyMap<Slot, RawBuilder<unknown>>): Statement {
  const { sql, parameters } = new StatementCompiler(standIns).compileQuery(builder.toOperationNode(), createQueryId());
  return Object.freeze({ text: sql, parameters });
}

/** A slot that stands in a statement at many places is one parameter: read, sent and planned with once. */
class StatementCompiler extends PostgresQueryCompiler {
  private readonly placeholders = new Map<Slot, string>();

  constructor(private readonly standIns?: ReadonlyMap<Slot, RawBuilder<unknown>>) {
    super();
  }

  protected override appendValue(parameter: unknown): void {
    const standIn = parameter instanceof Slot ? this.standIns?.get(parameter) : undefined;
    if (standIn) return this.visitNode(standIn.toOperationNode());
    if (!(parameter instanceof Slot)) return super.appendValue(parameter);
    const { sealed } = parameter;
    if (sealed) this.append('(select ');
    const known = this.placeholders.get(parameter);
    if (known !== undefined) this.append(known);
    else {
      super.appendValue(parameter);
      this.placeholders.set(parameter, this.getCurrentParameterPlaceholder());
    }
    if (sealed) this.append(`::${sealed})`);
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
