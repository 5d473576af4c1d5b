import type { FormulaEnvironment, FormulaReader, FormulaValue, TypedFormula, TypedNode, TypedReference } from '../formula.js';
import type { Moment } from '../functions/function-definition.js';
import { functionOf } from '../functions/registry.js';
import { overloadOf } from '../operators/registry.js';
import { Numeric } from '../values/decimals.js';
import { readInstant } from '../values/instants.js';
import { runtimeForms, type RuntimeValue } from '../values/runtime-value.js';
import { CallArguments } from './call-arguments.js';

/** Works a formula out for one record. Never fails on values: what has no answer is blank. */
export function evaluateFormula(formula: TypedFormula, read: FormulaReader, environment: FormulaEnvironment): FormulaValue {
  return runtimeForms[formula.type].write(evaluateNode(formula.root, read, momentOf(environment)));
}

/** `observe` is told the value of every part, innermost first. */
export function evaluateNode(node: TypedNode, read: FormulaReader, moment: Moment, observe?: (node: TypedNode, value: RuntimeValue) => void): RuntimeValue {
  const value = valueOf(node, (child) => evaluateNode(child, read, moment, observe), { read, moment });
  observe?.(node, value);
  return value;
}

export function momentOf({ now, timeZone, isNew, prior }: FormulaEnvironment): Moment {
  const instant = readInstant(now);
  if (instant === null) throw new RangeError(`"${now}" is no ISO instant.`);
  return { now: instant, timeZone, isNew, prior };
}

function valueOf(node: TypedNode, evaluate: (child: TypedNode) => RuntimeValue, { read, moment }: { read: FormulaReader; moment: Moment }): RuntimeValue {
  if (node.kind === 'literal') return runtimeForms[node.type].read(node.value);
  if (node.kind === 'reference') {
    const value = runtimeForms[node.type].read(readerOf(node, read, moment)(node.path));
    return value === null && node.blankAsZero ? new Numeric(0) : value;
  }
  const call = new CallArguments(node.arguments.map(evaluate), node.arguments.map((argument) => argument.type));
  return node.kind === 'call' ? functionOf(node.name).evaluate(call, moment) : overloadOf(node.operation).evaluate(call);
}

/** A new record has no earlier state: then a field was always what it is. */
function readerOf({ prior }: TypedReference, read: FormulaReader, moment: Moment): FormulaReader {
  if (prior === undefined || moment.isNew === true) return read;
  if (moment.prior === undefined) throw new TypeError('The formula reads the state before the change, which the environment does not give.');
  return moment.prior;
}
