import type { FormulaFunction } from '../formula.js';
import { findFormulaFunction, functionOf } from '../functions/registry.js';
import { highlightFormula } from './highlight-formula.js';

export interface SignatureHelp {
  readonly function: FormulaFunction;
  /** The parts of the signature between its parentheses: ["condition", "…"]. */
  readonly parameters: readonly string[];
  /** Which of them is being written; -1 where there are too many arguments. */
  readonly active: number;
  /** Where the name of the function begins. */
  readonly start: number;
}

/** The innermost call around `position`, and the argument that is being written there. */
export function signatureAt(text: string, position: number): SignatureHelp | undefined {
  const open: { name: string; start: number; commas: number }[] = [];
  let before = { name: '', start: 0 };
  for (const { kind, start, end } of highlightFormula(text)) {
    if (end > position && kind !== 'bracket') break;
    if (start >= position) break;
    const written = text.slice(start, end);
    if (written === '(') open.push({ ...before, commas: 0 });
    else if (written === ')') open.pop();
    else if (written === ',' && open.length > 0) (open.at(-1) as { commas: number }).commas++;
    before = { name: kind === 'function' ? written : '', start };
  }
  const call = open.findLast(({ name }) => name !== '');
  const found = call && findFormulaFunction(call.name);
  if (call === undefined || found === undefined) return undefined;
  const parameters = found.signature.slice(found.name.length + 1, -1).split(', ').filter((part) => part !== '');
  return { function: found, parameters, active: activePart(found.name, parameters, call.commas), start: call.start };
}

/** Behind "…" the parameters before it come again, in their groups. */
function activePart(name: string, parts: readonly string[], place: number): number {
  const dots = parts.indexOf('…');
  if (dots < 0 || place < dots) return place < parts.length ? place : -1;
  const group = functionOf(name).parameters.find((parameter) => parameter.repeats !== undefined)?.repeats ?? 1;
  return dots - group + ((place - dots) % group);
}
