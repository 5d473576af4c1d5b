import type { FormulaEnvironment, FormulaReader, FormulaValue, TypedFormula, TypedNode } from '../formula.js';
import { runtimeForms } from '../values/runtime-value.js';
import { evaluateNode, momentOf } from './evaluate-formula.js';

export interface FormulaTrace {
  readonly value: FormulaValue;
  readonly parts: readonly FormulaTracePart[];
}

export interface FormulaTracePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: FormulaValue;
}

/**
 * Works a formula out and tells how: every condition (comparison, logical part, true-or-false function) and every
 * field with its value, the outer ones before what they are made of.
 */
export function traceFormula(formula: TypedFormula, read: FormulaReader, environment: FormulaEnvironment): FormulaTrace {
  const parts: FormulaTracePart[] = [];
  const value = evaluateNode(formula.root, read, momentOf(environment), (node, seen) => {
    if (isTold(node)) {
      const { start, end } = node;
      parts.push({ text: formula.text.slice(start, end), start, end, value: runtimeForms[node.type].write(seen) });
    }
  });
  parts.sort((one, other) => one.start - other.start || other.end - one.end);
  return { value: runtimeForms[formula.type].write(value), parts };
}

function isTold(node: TypedNode): boolean {
  return node.kind === 'reference' || (node.kind !== 'literal' && node.type === 'boolean');
}
