import type { FormulaOptions } from '@guanxi/formula';
import { createContext } from 'react';

/** What formulas may ask in this part of the page, where a field does not say it itself: before a save they know what the record was. */
export const FormulaMoment = createContext<FormulaOptions>({});
