import type { FormulaProblem } from '../formula.js';

export type SyntaxNode =
  | SyntaxLiteral
  | (Span & { readonly kind: 'reference'; readonly path: readonly string[] })
  | SyntaxCall
  | (Span & { readonly kind: 'operation'; readonly operator: Operator; readonly operands: readonly SyntaxNode[] });

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type SyntaxLiteral = Span & { readonly kind: 'literal' } & (
    | { readonly type: 'text' | 'number'; readonly value: string }
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'blank'; readonly value: null }
  );

/** `name` is in capitals; the span of the name alone is start … start + name.length. */
export interface SyntaxCall extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly SyntaxNode[];
}

/** Spellings with the same meaning (= and ==, != and <>) are one operator here. */
export type Operator = BinaryOperator | 'negate' | '!';
export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

export type ParseResult =
  | { readonly ok: true; readonly tree: SyntaxNode }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };
