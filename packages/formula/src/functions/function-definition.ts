import type { FormulaFunction, FormulaReader, FormulaType, TypedNode } from '../formula.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { Sentence } from '../language/sentence.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import type { Instant } from '../values/instants.js';
import type { Bind, Sql } from '../to-sql/fragments.js';

export interface FunctionDefinition extends FormulaFunction {
  readonly parameters: readonly Parameter[];
  /** The type of the answer, or how arguments and answer find their types together. */
  readonly result: FormulaType | FitArguments;
  /** A demand on what the arguments say, beyond their types. */
  readonly inspect?: (nodes: readonly TypedNode[]) => Misfit | undefined;
  /** True where a blank number field stays blank even under `treatBlanksAs: 'zero'`. */
  readonly seesBlanks?: true;
  /** Where the answer follows the moment at which it is asked for. */
  readonly readsMoment?: true;
  /** Where the SQL needs a sub-select, which a generated column cannot have. */
  readonly unstorable?: true;
  /** Asks for the state before the change: only so, with the field as it was in place of the argument, or beside it. */
  readonly prior?: 'asks' | 'instead' | 'beside';
  evaluate(call: CallArguments, moment: Moment): RuntimeValue;
  compile(call: SqlCall): Sql;
}

export interface Parameter {
  readonly name: string;
  /** What is taken; a blank literal becomes the first of these. Left out: anything. */
  readonly types?: readonly FormulaType[];
  readonly optional?: true;
  /** The last parameters may come again, in groups of this many. */
  readonly repeats?: number;
}

export interface Moment {
  readonly now: Instant;
  readonly timeZone: string;
  readonly isNew: boolean | undefined;
  readonly prior: FormulaReader | undefined;
}

export interface SqlCall {
  readonly arguments: readonly Sql[];
  readonly types: readonly FormulaType[];
  readonly nodes: readonly TypedNode[];
  readonly now: Sql;
  readonly timeZone: Sql;
  readonly isNew: Sql;
  readonly bind: Bind;
  /** A text that the function itself brings, where it may be the whole answer. */
  written(text: string): Sql;
}

/** 'blank' is the type of a NULL whose place has not yet given it one. */
export type ArgumentType = FormulaType | 'blank';
export type FitArguments = (types: readonly ArgumentType[]) => Fit | Misfit;

export interface Fit {
  readonly arguments: readonly FormulaType[];
  readonly result: FormulaType;
}

export interface Misfit {
  readonly index: number;
  readonly sentence: Sentence;
  readonly hint?: Sentence | undefined;
}

/** Everything that can be blank. */
export const blankable: readonly FormulaType[] = ['text', 'number', 'date', 'time', 'datetime', 'picklist', 'multipicklist', 'reference', 'location'];

export const text = (name: string): Parameter => ({ name, types: ['text', 'reference'] });
export const textual = (name: string): Parameter => ({ name, types: ['text', 'picklist', 'reference'] });
export const number = (name: string): Parameter => ({ name, types: ['number'] });
export const boolean = (name: string): Parameter => ({ name, types: ['boolean'] });
export const time = (name: string): Parameter => ({ name, types: ['time'] });
export const date = (name: string): Parameter => ({ name, types: ['date'] });
export const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });

/** The argument the checker has made sure of. */
export function argument(call: SqlCall, index: number): Sql {
  const found = call.arguments[index];
  if (found === undefined) throw new RangeError(`The call has no argument ${index + 1}.`);
  return found;
}
