export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'picklist' | 'reference';

/**
 * A value outside the language: numbers as decimal strings ("12.5"), dates as 'YYYY-MM-DD', instants as ISO-8601 UTC,
 * picklist values and record ids as text; blank is null, for every type.
 */
export type FormulaValue = string | boolean | null;

/** What a formula may name. Paths are the parts between dots: `Account.Owner.Name`, `$User.Id`. */
export interface FormulaScope {
  resolve(path: readonly string[]): { readonly type: FormulaType } | undefined;
  /** The names known directly below `path` ([] is the top), in the order they should be offered. */
  suggest?(path: readonly string[]): readonly string[];
}

/** `start` and `end` are UTF-16 offsets into the formula's text, as editors count. */
export interface FormulaProblem {
  readonly code: FormulaProblemCode;
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
}

export type FormulaProblemCode =
  | 'syntax'
  | 'too-long'
  | 'too-deep'
  | 'unknown-field'
  | 'unknown-function'
  | 'argument-count'
  | 'argument-type'
  | 'argument-value'
  | 'operand-type'
  | 'result-type';

/** Everything a formula refers to is settled here: the overload of each operator, the type of each part. */
export type TypedNode = TypedLiteral | TypedReference | TypedCall | TypedOperation;

interface TypedPart {
  readonly type: FormulaType;
  readonly start: number;
  readonly end: number;
}

export interface TypedLiteral extends TypedPart {
  readonly kind: 'literal';
  readonly value: FormulaValue;
}

export interface TypedReference extends TypedPart {
  readonly kind: 'reference';
  readonly path: readonly string[];
  /** True where a blank number is worked with as 0 (`treatBlanksAs: 'zero'`). */
  readonly blankAsZero: boolean;
}

export interface TypedCall extends TypedPart {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly TypedNode[];
}

export interface TypedOperation extends TypedPart {
  readonly kind: 'operation';
  /** Key of the overload in the operator registry, as "+ date number". */
  readonly operation: string;
  readonly arguments: readonly TypedNode[];
}

export interface TypedFormula {
  readonly text: string;
  readonly type: FormulaType;
  readonly root: TypedNode;
  /** Every path the formula reads, each once, in order of first appearance. */
  readonly references: readonly (readonly string[])[];
}

export interface FormulaEnvironment {
  /** ISO instant. */
  readonly now: string;
  /** IANA name, as "Asia/Shanghai". */
  readonly timeZone: string;
}

/** Answers the value behind a path; undefined counts as blank. Numbers may come as decimal strings or JS numbers. */
export type FormulaReader = (path: readonly string[]) => FormulaValue | number | undefined;

export interface FormulaExample {
  readonly formula: string;
  /** Left out where it depends on the moment. */
  readonly result?: FormulaValue;
}

/** What the editor and the generated reference tell about a function. */
export interface FormulaFunction {
  readonly name: string;
  readonly signature: string;
  readonly description: string;
  readonly examples: readonly FormulaExample[];
}

export interface FormulaOptions {
  /** 'zero': a blank number field is worked with as 0; ISBLANK, BLANKVALUE, NULLVALUE and = NULL still see the blank. */
  readonly treatBlanksAs?: 'blank' | 'zero';
}
