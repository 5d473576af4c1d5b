import { completeFormula, type Completion as Offer } from '@guanxi/formula';
import { acceptCompletion, completionStatus, startCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { speaks } from '../speaks.js';
import { formulaFacts, type FormulaFacts } from './formula-facts.js';

/** Fields across relations, functions and words: the list of `completeFormula`, in its order. */
export function offerCompletions({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const facts = state.facet(formulaFacts);
  const text = state.doc.toString();
  const offers = completeFormula(text, pos, facts.scope);
  const from = offers[0]?.start ?? pos;
  if (offers.length === 0 || (!explicit && from === pos && text[pos - 1] !== '.')) return null;
  const to = offers[0]?.end ?? pos;
  return { from, to, filter: false, update: (_, __, ___, context) => offerCompletions(context), options: offers.map((offer) => describe(offer, facts)) };
}

/** Who writes quickly presses Tab before the list is there: then the first of it is taken. */
export function acceptOffer(view: EditorView): boolean {
  if (acceptCompletion(view)) return true;
  if (completionStatus(view.state) !== 'pending') return false;
  const { head } = view.state.selection.main;
  const [first] = completeFormula(view.state.doc.toString(), head, view.state.facet(formulaFacts).scope);
  if (!first || first.start === head) return false;
  insertOffer(view, { insert: first.insert, from: first.start, to: first.end });
  return true;
}

function describe(offer: Offer, { language, typeName }: FormulaFacts): Completion {
  const { label, kind, insert, detail, title, leads, description } = offer;
  const says = kind === 'field' ? [title, detail === undefined ? undefined : typeName(detail)].filter(Boolean).join(' · ') : detail;
  return {
    label, type: kind,
    ...(says !== undefined && says !== '' && { detail: `${says}${leads ? ' ›' : ''}` }),
    ...(description && { info: description[speaks(language)] }),
    apply: (view, _, from, to) => insertOffer(view, { insert, from, to }),
  };
}

/** Behind the opening parenthesis of a function the next thing to write is offered at once. */
function insertOffer(view: EditorView, { insert, from, to }: { readonly insert: string; readonly from: number; readonly to: number }): void {
  const isOpen = insert.endsWith('(') && view.state.sliceDoc(to, to + 1) === '(';
  const isCall = insert.endsWith('(') && !isOpen;
  view.dispatch({
    changes: { from, to, insert: isCall ? `${insert})` : isOpen ? insert.slice(0, -1) : insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
  });
  if (isCall) startCompletion(view);
}
