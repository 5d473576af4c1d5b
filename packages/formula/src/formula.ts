import type { Wording } from './language/sentence.js';

export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'time' | 'datetime' | 'picklist' | 'multipicklist' | 'reference' | 'location';

/**
 * A value outside the language: numbers as decimal strings ("12.5"), dates as 'YYYY-MM-DD', times as 'HH:MM:SS' (a
 * fraction behind it where there is one), instants as ISO-8601 UTC, picklist values and record ids as text, several
 * picklist values as a list, a location as its two numbers; blank is null, for every type.
 */
export type FormulaValue = string | boolean | null | readonly string[] | FormulaLocation;

/** Degrees as decimal strings: latitude from -90 to 90, longitude from -180 to 180. */
export interface FormulaLocation {
  readonly latitude: string;
  readonly longitude: string;
}

/**
 * What a formula may name. Paths are the parts between dots: `account.owner.name`, `$User.id`, `$Org.currency`, `$Source.city`.
 * Names that begin with $ are resolved by the scope as any others; `$User` counts as a part of the moment.
 */
export interface FormulaScope {
  resolve(path: readonly string[]): { readonly type: FormulaType } | undefined;
  /** The names known directly below `path` ([] is the top), in the order they should be offered. */
  suggest?(path: readonly string[]): readonly string[];
  /** What people call the last name of the path, for editors. */
  label?(path: readonly string[]): string | undefined;
}

/** `start` and `end` are UTF-16 offsets into the formula's text, as editors count. */
export interface FormulaProblem {
  readonly code: FormulaProblemCode;
  /** In English, as the hint is. */
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
  /** The same in the language of a BCP 47 tag: en, zh-TW or zh-CN. */
  readonly tell: (locale: string) => { readonly message: string; readonly hint?: string };
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
  | 'prior-state'
  | 'not-storable'
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
  /** The field as it was before the change (PRIORVALUE, ISCHANGED). */
  readonly prior?: true;
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
  /** Whether the answer can change though no record does: NOW, TODAY, TIMENOW, $User. */
  readonly readsMoment: boolean;
  /** Whether it asks for the state before the change: ISNEW, ISCHANGED, PRIORVALUE. */
  readonly readsPrior: boolean;
}

export interface FormulaEnvironment {
  /** ISO instant. */
  readonly now: string;
  /** IANA name, as "Asia/Shanghai". */
  readonly timeZone: string;
  /** Whether the record comes into being with this change. Needed with `prior` by formulas that read the prior state. */
  readonly isNew?: boolean;
  /** The record before the change; not asked where `isNew`. */
  readonly prior?: FormulaReader;
}

/** Answers the value behind a path; undefined counts as blank. Numbers may come as decimal strings or JS numbers. */
export type FormulaReader = (path: readonly string[]) => FormulaValue | number | undefined;

export interface FormulaExample {
  readonly formula: string;
  /** Left out where it depends on the moment. */
  readonly result?: FormulaValue;
}

export type FormulaArea = 'logic' | 'text' | 'number' | 'date' | 'picklist' | 'location' | 'record';

/** What the editor and the generated reference tell about a function. */
export interface FormulaFunction {
  readonly name: string;
  /** Under which heading it is found. */
  readonly area: FormulaArea;
  readonly signature: string;
  readonly description: Wording;
  readonly examples: readonly FormulaExample[];
}

export interface FormulaOptions {
  /** 'zero': a blank number field is worked with as 0; ISBLANK, BLANKVALUE, NULLVALUE and = NULL still see the blank. */
  readonly treatBlanksAs?: 'blank' | 'zero';
  /** `prior`: there is a state before the change, so ISNEW, ISCHANGED and PRIORVALUE can be asked. */
  readonly allow?: { readonly prior?: boolean };
}
