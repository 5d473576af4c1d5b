import type { FormulaEnvironment, FormulaReader, FormulaValue, TypedFormula, TypedNode } from '../formula.js';
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

export function momentOf({ now, timeZone }: FormulaEnvironment): Moment {
  const instant = readInstant(now);
  if (instant === null) throw new RangeError(`"${now}" is no ISO instant.`);
  return { now: instant, timeZone };
}

function valueOf(node: TypedNode, evaluate: (child: TypedNode) => RuntimeValue, { read, moment }: { read: FormulaReader; moment: Moment }): RuntimeValue {
  if (node.kind === 'literal') return runtimeForms[node.type].read(node.value);
  if (node.kind === 'reference') {
    const value = runtimeForms[node.type].read(read(node.path));
    return value === null && node.blankAsZero ? new Numeric(0) : value;
  }
  const call = new CallArguments(node.arguments.map(evaluate), node.arguments.map((argument) => argument.type));
  return node.kind === 'call' ? functionOf(node.name).evaluate(call, moment) : overloadOf(node.operation).evaluate(call);
}
