import type { Sentence } from '../language/sentence.js';
import type { BinaryOperator, Operator, ParseResult, SyntaxNode } from './syntax-tree.js';
import * as sentences from './sentences.js';
import { SyntaxError } from './syntax-error.js';
import { tokenize, type Token } from './tokenize.js';

export const longestFormula = 10_000;
/** PostgreSQL plans nested sub-selects in square time: 200 levels cost it a second at worst, and its stack has an end too. */
export const deepestFormula = 200;

/** Text to tree. A text that is no formula answers the first problem met, with its place. */
export function parseFormula(text: string): ParseResult {
  try {
    if (text.length > longestFormula) {
      throw new SyntaxError(sentences.tooLong(longestFormula, text.length), { code: 'too-long', start: longestFormula, end: text.length });
    }
    return { ok: true, tree: new Parser(tokenize(text)).parse() };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** How strongly an operator holds its operands; all of them group from the left, ^ too, as in spreadsheets. */
const binding: Readonly<Record<BinaryOperator, number>> = {
  '||': 1, '&&': 2, '=': 3, '<>': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '&': 5, '+': 6, '-': 6, '*': 7, '/': 7, '^': 8,
};
const spellings: Readonly<Record<string, BinaryOperator>> = { '==': '=', '!=': '<>' };
const words: Readonly<Record<string, { type: 'boolean'; value: boolean } | { type: 'blank'; value: null }>> = {
  TRUE: { type: 'boolean', value: true },
  FALSE: { type: 'boolean', value: false },
  NULL: { type: 'blank', value: null },
};

class Parser {
  private at = 0;
  private readonly depths = new WeakMap<SyntaxNode, number>();
  private open = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): SyntaxNode {
    const first = this.next;
    if (first.kind === 'end') throw new SyntaxError(sentences.empty, { start: 0, end: first.end });
    const tree = this.expression(0);
    if (this.next.kind !== 'end') throw this.unexpected(sentences.anOperatorOrTheEnd);
    return tree;
  }

  /** Pratt's loop: takes operators as long as they hold stronger than the one that waits to the left. */
  private expression(weakest: number): SyntaxNode {
    let left = this.operand();
    for (;;) {
      const operator = this.binaryOperator();
      if (operator === undefined || binding[operator] <= weakest) return left;
      this.at++;
      const right = this.expression(binding[operator]);
      left = this.operation(operator, [left, right], left.start, right.end);
    }
  }

  private operand(): SyntaxNode {
    if (++this.open > deepestFormula) throw tooDeep(this.next);
    const node = this.prefixed();
    this.open--;
    return node;
  }

  private prefixed(): SyntaxNode {
    const token = this.next;
    if (this.takes('-')) return this.unary('negate', token);
    if (this.takes('!')) return this.unary('!', token);
    if (this.takes('+')) return this.operand();
    if (this.takes('(')) {
      const inner = this.expression(0);
      this.closes(token, sentences.parenthesisNotClosed, sentences.anOperatorOrParenthesis);
      return this.sized({ ...inner, start: token.start, end: this.previous.end }, [inner]);
    }
    this.at++;
    if (token.kind === 'number' || token.kind === 'text') {
      return { kind: 'literal', type: token.kind, value: token.value, start: token.start, end: token.end };
    }
    if (token.kind === 'name') return this.named(token);
    this.at--;
    throw this.unexpected(sentences.aValue);
  }

  private unary(operator: Operator, token: Token): SyntaxNode {
    const operand = this.operand();
    return this.operation(operator, [operand], token.start, operand.end);
  }

  private named(token: Token): SyntaxNode {
    if (this.takes('(')) return this.call(token);
    const word = words[token.value.toUpperCase()];
    if (word !== undefined && !this.sees('.')) return { kind: 'literal', ...word, start: token.start, end: token.end };
    const path = [token.value];
    while (this.takes('.')) {
      if (this.next.kind !== 'name') throw this.unexpected(sentences.aNameAfterTheDot);
      path.push(this.next.value);
      this.at++;
    }
    return { kind: 'reference', path, start: token.start, end: this.previous.end };
  }

  private call(token: Token): SyntaxNode {
    const opening = this.previous;
    const list: SyntaxNode[] = [];
    if (!this.sees(')')) {
      do list.push(this.expression(0));
      while (this.takes(','));
    }
    this.closes(opening, sentences.callNotClosed(token.value.toUpperCase()), sentences.aCommaOrParenthesis);
    const name = token.value.toUpperCase();
    return this.sized({ kind: 'call', name, arguments: list, start: token.start, end: this.previous.end }, list);
  }

  private operation(operator: Operator, operands: readonly SyntaxNode[], start: number, end: number): SyntaxNode {
    return this.sized({ kind: 'operation', operator, operands, start, end }, operands);
  }

  private sized(node: SyntaxNode, children: readonly SyntaxNode[]): SyntaxNode {
    const depth = 1 + Math.max(0, ...children.map((child) => this.depths.get(child) ?? 1));
    if (depth > deepestFormula) throw tooDeep(node);
    this.depths.set(node, depth);
    return node;
  }

  private binaryOperator(): BinaryOperator | undefined {
    const { kind, value } = this.next;
    if (kind !== 'symbol') return undefined;
    const operator = spellings[value] ?? value;
    return Object.hasOwn(binding, operator) ? (operator as BinaryOperator) : undefined;
  }

  private get next(): Token {
    return this.tokens[this.at] as Token;
  }

  private get previous(): Token {
    return this.tokens[this.at - 1] as Token;
  }

  private sees(symbol: string): boolean {
    return this.next.kind === 'symbol' && this.next.value === symbol;
  }

  private takes(symbol: string): boolean {
    if (!this.sees(symbol)) return false;
    this.at++;
    return true;
  }

  private closes(opening: Token, sentence: Sentence, wanted: Sentence): void {
    if (this.takes(')')) return;
    if (this.next.kind === 'end') throw new SyntaxError(sentence, { start: opening.start, end: opening.end, hint: sentences.addParenthesis });
    throw this.unexpected(wanted);
  }

  private unexpected(wanted: Sentence): SyntaxError {
    const { kind, value, start, end } = this.next;
    if (kind === 'end') return new SyntaxError(sentences.endsTooEarly(wanted), { start: Math.max(0, start - 1), end });
    const shown = kind === 'text' ? sentences.someText : `"${value}"`;
    const hint = wordOperators[value.toUpperCase()];
    return new SyntaxError(sentences.unexpected(wanted, shown), { start, end, hint: kind === 'name' ? hint : undefined });
  }
}

const wordOperators: Readonly<Record<string, Sentence>> = {
  AND: sentences.writeAnd,
  OR: sentences.writeOr,
};

function tooDeep(at: { start: number; end: number }): SyntaxError {
  return new SyntaxError(sentences.tooDeep, { code: 'too-deep', start: at.start, end: at.end, hint: sentences.splitIt });
}
