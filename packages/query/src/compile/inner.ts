import { compilePage } from './compile-page.js';
import { fieldExpression } from './field-expression.js';
import { compileTest } from './record-formula.js';
import type { Inner } from './compilation.js';

/** What rows, pages and predicates contain of each other. */
export const inner: Inner = {
  page: compilePage,
  test: (formula, table) => compileTest(formula, table, table.compilation, fieldExpression),
};
