export type {
  FormulaArea,
  FormulaEnvironment,
  FormulaExample,
  FormulaFunction,
  FormulaLocation,
  FormulaOptions,
  FormulaProblem,
  FormulaProblemCode,
  FormulaReader,
  FormulaScope,
  FormulaType,
  FormulaValue,
  TypedCall,
  TypedFormula,
  TypedLiteral,
  TypedNode,
  TypedOperation,
  TypedReference,
} from './formula.js';
export type { Sentence, Wording } from './language/sentence.js';
export { typeNames } from './check/sentences.js';
export type { Operator, ParseResult, SyntaxNode } from './parse/syntax-tree.js';
export { parseFormula } from './parse/parse-formula.js';
export { checkFormula, type CheckResult } from './check/check-formula.js';
export { evaluateFormula } from './evaluate/evaluate-formula.js';
export { traceFormula, type FormulaTrace, type FormulaTracePart } from './evaluate/trace-formula.js';
export { compileCondition, compileFormula, type SqlScope } from './to-sql/compile-formula.js';
export { compileStored, findStorageProblem, isImmutable, type StoredScope } from './to-sql/compile-stored.js';
export { compileSql } from './to-sql/compile-sql.js';
export { completeFormula, type Completion } from './editor/complete-formula.js';
export { highlightFormula, type HighlightKind, type HighlightToken } from './editor/highlight-formula.js';
export { signatureAt, type SignatureHelp } from './editor/signature-at.js';
export { findFormulaFunction, formulaFunctions } from './functions/registry.js';
export { instantOfLocal, localOfInstant } from './values/time-zone.js';
