import { findFunction } from '../functions/registry.js';
import type { FormulaOptions, FormulaProblem, FormulaScope, FormulaType, TypedFormula, TypedNode } from '../formula.js';
import { makeProblem } from '../language/make-problem.js';
import { listAlternatives } from '../language/sentence.js';
import { parseFormula } from '../parse/parse-formula.js';
import { isTextual } from '../values/runtime-value.js';
import { Checker } from './check-node.js';
import { textMakesText, typeNames, wrongResult } from './sentences.js';

export type CheckResult =
  | { readonly ok: true; readonly formula: TypedFormula }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/**
 * Text to typed tree, or everything that is wrong with it. `expected` names the types the answer may have; text,
 * picklist and reference stand for each other there.
 */
export function checkFormula(
  text: string,
  scope: FormulaScope,
  expected?: FormulaType | readonly FormulaType[],
  options: FormulaOptions = {},
): CheckResult {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const wanted = expected === undefined ? [] : typeof expected === 'string' ? [expected] : expected;
  const checker = new Checker(scope, options);
  const root = checker.settle(checker.check(parsed.tree), wanted[0] ?? 'text');
  const problems = [...checker.problems, ...(root === undefined ? [] : checkResult(root, wanted))];
  if (root === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, formula: freeze({ text, type: root.type, root, ...readingsOf(root) }) };
}

function checkResult(root: TypedNode, wanted: readonly FormulaType[]): FormulaProblem[] {
  const fits = wanted.length === 0 || wanted.some((type) => type === root.type || (isTextual(type) && isTextual(root.type)));
  if (fits) return [];
  const sentence = wrongResult(listAlternatives(wanted.map((type) => typeNames[type])), typeNames[root.type]);
  return [makeProblem(sentence, { code: 'result-type', start: root.start, end: root.end, hint: wanted.some(isTextual) ? textMakesText : undefined })];
}

function readingsOf(root: TypedNode): Pick<TypedFormula, 'references' | 'readsMoment' | 'readsPrior'> {
  const found = new Map<string, readonly string[]>();
  let [readsMoment, readsPrior] = [false, false];
  const visit = (node: TypedNode): void => {
    if (node.kind === 'literal') return;
    if (node.kind === 'reference') {
      found.set(node.path.join('.'), found.get(node.path.join('.')) ?? node.path);
      readsMoment ||= node.path[0] === '$User';
      readsPrior ||= node.prior === true;
      return;
    }
    const definition = node.kind === 'call' ? findFunction(node.name) : undefined;
    readsMoment ||= definition?.readsMoment === true;
    readsPrior ||= definition?.prior !== undefined;
    node.arguments.forEach(visit);
  };
  visit(root);
  return { references: [...found.values()], readsMoment, readsPrior };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
