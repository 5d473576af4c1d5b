import type { FormulaProblem, FormulaScope } from '@guanxi/formula';
import { Facet } from '@codemirror/state';

/** What the editor knows beside the text; a new value for every change. */
export interface FormulaFacts {
  readonly scope: FormulaScope;
  readonly problems: readonly FormulaProblem[];
  /** BCP 47. */
  readonly language: string;
  /** What a type of the language is called. */
  readonly typeName: (type: string) => string;
}

const nothing: FormulaFacts = { scope: { resolve: () => undefined }, problems: [], language: 'en', typeName: (type) => type };

export const formulaFacts = Facet.define<FormulaFacts, FormulaFacts>({ combine: ([first]) => first ?? nothing });
