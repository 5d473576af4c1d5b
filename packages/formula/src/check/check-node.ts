import type { FormulaOptions, FormulaProblem, FormulaProblemCode, FormulaScope, FormulaType, TypedNode, TypedReference } from '../formula.js';
import { isMisfit } from '../functions/fit-arguments.js';
import type { ArgumentType, Fit, FunctionDefinition, Misfit } from '../functions/function-definition.js';
import { findFunction } from '../functions/registry.js';
import { findOverload } from '../operators/registry.js';
import { makeProblem } from '../language/make-problem.js';
import type { Sentence } from '../language/sentence.js';
import type { Overload } from '../operators/operator-definition.js';
import type { Operator, Span, SyntaxCall, SyntaxNode } from '../parse/syntax-tree.js';
import { explainMisuse } from './explain-operands.js';
import { checkArgumentCount, fitParameters } from './fit-parameters.js';
import { hintForField, hintForFunction } from './name-hints.js';
import * as sentences from './sentences.js';

/** A checked part; the node of a 'blank' one takes its type when its place is known. */
export interface Draft {
  readonly type: ArgumentType;
  readonly node: TypedNode;
}

/** Goes through the whole tree and collects every problem; a part with a problem is undefined and troubles nobody above it. */
export class Checker {
  readonly problems: FormulaProblem[] = [];

  constructor(
    private readonly scope: FormulaScope,
    private readonly options: FormulaOptions,
  ) {}

  check(node: SyntaxNode): Draft | undefined {
    switch (node.kind) {
      case 'literal':
        return { type: node.type, node: { ...this.span(node), kind: 'literal', type: node.type === 'blank' ? 'text' : node.type, value: node.value } };
      case 'reference':
        return this.reference(node, node.path);
      case 'call':
        return this.call(node);
      case 'operation':
        return this.operation(node, node.operator, node.operands);
    }
  }

  /** The node with its last word on the type: a blank becomes one of `type`. */
  settle(draft: Draft | undefined, type: FormulaType): TypedNode | undefined {
    if (draft === undefined) return undefined;
    return draft.type === 'blank' ? { ...draft.node, type } : draft.node;
  }

  private reference(span: Span, path: readonly string[]): Draft | undefined {
    const found = this.scope.resolve(path);
    if (found !== undefined) return { type: found.type, node: { ...this.span(span), kind: 'reference', type: found.type, path, blankAsZero: false } };
    this.report('unknown-field', sentences.unknownField(path.join('.')), span, hintForField(path, this.scope));
    return undefined;
  }

  private call(node: SyntaxCall): Draft | undefined {
    const definition = findFunction(node.name);
    const drafts: readonly (Draft | undefined)[] = node.arguments.map((argument) => this.check(argument));
    if (definition === undefined) {
      const name = { start: node.start, end: node.start + node.name.length };
      this.report('unknown-function', sentences.unknownFunction(node.name), name, hintForFunction(node.name));
      return undefined;
    }
    const miscount = checkArgumentCount(definition, drafts.length);
    if (miscount !== undefined) this.report('argument-count', miscount, node, sentences.writeSignature(definition.signature));
    if (miscount !== undefined) return undefined;
    if (!isWhole(drafts)) return undefined;
    const fit = fitParameters(definition, drafts.map(({ type }) => type));
    if (isMisfit(fit)) return this.misfit('argument-type', fit, drafts);
    return this.fittedCall(node, definition, drafts, fit);
  }

  private fittedCall(node: SyntaxCall, definition: FunctionDefinition, drafts: readonly Draft[], fit: Fit): Draft | undefined {
    const settled = drafts.map((draft, index) => this.settle(draft, fit.arguments[index] ?? 'text') as TypedNode);
    const misfit = definition.inspect?.(settled);
    if (misfit !== undefined) return this.misfit('argument-value', misfit, drafts);
    const list = this.withPrior(node, definition, settled)?.map((argument) => (definition.seesBlanks ? argument : this.worked(argument)));
    if (list === undefined) return undefined;
    return { type: fit.result, node: { ...this.span(node), kind: 'call', type: fit.result, name: definition.name, arguments: list } };
  }

  /** The arguments, with the field as it was where the function asks for that; undefined where it cannot be asked. */
  private withPrior(span: Span, { name, prior }: FunctionDefinition, list: readonly TypedNode[]): readonly TypedNode[] | undefined {
    if (prior === undefined) return list;
    if (this.options.allow?.prior !== true) {
      this.report('prior-state', sentences.noPriorState(name), span, sentences.onlyWhenSaved);
      return undefined;
    }
    if (prior === 'asks') return list;
    const [field] = list;
    if (field?.kind === 'reference' && this.isOwn(field)) return prior === 'instead' ? [{ ...field, prior: true }] : [field, { ...field, prior: true }];
    this.report('argument-value', sentences.takesOwnField(name), field ?? span, sentences.nameAlone);
    return undefined;
  }

  /** What stands behind a reference is another record, with a past of its own; a part of a field (`address.city`) is the record's. */
  private isOwn({ path }: TypedReference): boolean {
    const [first = ''] = path;
    return !first.startsWith('$') && (path.length === 1 || this.scope.resolve([first])?.type !== 'reference');
  }

  private operation(span: Span, operator: Operator, operands: readonly SyntaxNode[]): Draft | undefined {
    const drafts: readonly (Draft | undefined)[] = operands.map((operand) => this.check(operand));
    if (!isWhole(drafts)) return undefined;
    const asksForBlank = (operator === '=' || operator === '<>') && drafts.some((draft) => draft.type === 'blank');
    const done = asksForBlank ? this.blankTest(span, operator, drafts) : this.overloaded(span, operator, drafts);
    if (done !== undefined) return done;
    const { sentence, hint } = explainMisuse(operator, drafts.map((draft) => draft.type));
    this.report('operand-type', sentence, span, hint);
    return undefined;
  }

  /** `x = NULL` and `x <> NULL`; with any other operator a NULL is a blank of the other operand's type. */
  private blankTest(span: Span, operator: '=' | '<>', drafts: readonly Draft[]): Draft | undefined {
    const tested = this.settle(drafts.find((draft) => draft.type !== 'blank') ?? drafts[0], 'text');
    if (tested === undefined) return undefined;
    const found = findOverload(operator === '=' ? 'is blank' : 'is not blank', [tested.type]);
    return found === undefined ? undefined : operationOf(this.span(span), found, [tested]);
  }

  private overloaded(span: Span, operator: Operator, drafts: readonly Draft[]): Draft | undefined {
    const known = drafts.find((draft) => draft.type !== 'blank')?.type;
    const fallbacks: readonly FormulaType[] = known === undefined || known === 'blank' ? ['number', 'boolean', 'text'] : [known, 'number', 'boolean', 'text'];
    for (const fallback of fallbacks) {
      const settled = drafts.map((draft) => this.settle(draft, fallback) as TypedNode);
      const found = findOverload(operator, settled.map((node) => node.type));
      if (found !== undefined) return operationOf(this.span(span), found, settled.map((node) => this.worked(node)));
    }
    return undefined;
  }

  private worked(node: TypedNode): TypedNode {
    const asZero = this.options.treatBlanksAs === 'zero' && node.kind === 'reference' && node.type === 'number';
    return asZero ? { ...node, blankAsZero: true } : node;
  }

  private misfit(code: FormulaProblemCode, { index, sentence, hint }: Misfit, drafts: readonly Draft[]): undefined {
    const place = drafts[index]?.node;
    if (place !== undefined) this.report(code, sentence, place, hint);
    return undefined;
  }

  private report(code: FormulaProblemCode, sentence: Sentence, { start, end }: Span, hint?: Sentence): void {
    this.problems.push(makeProblem(sentence, { code, start, end, hint }));
  }

  private span({ start, end }: Span): Span {
    return { start, end };
  }
}

function isWhole(drafts: readonly (Draft | undefined)[]): drafts is readonly Draft[] {
  return drafts.every((draft) => draft !== undefined);
}

function operationOf(span: Span, found: { key: string; overload: Overload }, list: readonly TypedNode[]): Draft {
  const type = found.overload.result;
  return { type, node: { ...span, kind: 'operation', type, operation: found.key, arguments: list } };
}
