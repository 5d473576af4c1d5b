import { findFormulaFunction, highlightFormula, signatureAt, type FormulaFunction } from '@guanxi/formula';
import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view';
import { speaks } from '../speaks.js';
import { formulaFacts, type FormulaFacts } from './formula-facts.js';

/** The function whose name or arguments the cursor is in. */
export function functionAt(state: EditorState): string | null {
  const text = state.doc.toString();
  const { head } = state.selection.main;
  const under = highlightFormula(text).find(({ kind, start, end }) => kind === 'function' && start <= head && head <= end);
  return under ? text.slice(under.start, under.end).toUpperCase() : (signatureAt(text, head)?.function.name ?? null);
}

/** What a function does, or what a field is, where the pointer rests. */
export const helpOnHover = hoverTooltip((view, position) => {
  const text = view.state.doc.toString();
  const facts = view.state.facet(formulaFacts);
  const tokens = highlightFormula(text);
  const place = tokens.findIndex(({ start, end }) => start <= position && position <= end);
  const token = tokens[place];
  if (token?.kind === 'function') {
    const found = findFormulaFunction(text.slice(token.start, token.end));
    return found ? { pos: token.start, end: token.end, above: true, create: () => ({ dom: drawFunction(found, facts) }) } : null;
  }
  if (token?.kind !== 'field') return null;
  const words = describeField(pathUpTo(text, tokens, place), facts);
  return words === null ? null : { pos: token.start, end: token.end, above: true, create: () => ({ dom: draw('formula-tip', words) }) };
}, { hoverTime: 350 });

const leave = StateEffect.define<null>();

/** While a call is written: its parameters, the one that is next in bold. */
export const signatureHelp: Extension = [
  StateField.define<Tooltip | null>({
    create: () => null,
    update: (shown, transaction) => {
      if (transaction.effects.some((effect) => effect.is(leave))) return null;
      if (!transaction.docChanged && !transaction.selection) return shown;
      return transaction.isUserEvent('input') || transaction.isUserEvent('delete') || shown ? signatureTip(transaction.state) : null;
    },
    provide: (field) => showTooltip.from(field),
  }),
  EditorView.focusChangeEffect.of((_, isFocusing) => (isFocusing ? null : leave.of(null))),
];

function signatureTip(state: EditorState): Tooltip | null {
  const help = signatureAt(state.doc.toString(), state.selection.main.head);
  if (!help || help.parameters.length === 0) return null;
  const { name } = help.function;
  return {
    pos: help.start, above: true,
    create: () => {
      const dom = draw('formula-tip formula-signature', '');
      dom.append(draw('formula-function', name, 'span'), '(');
      help.parameters.forEach((part, index) => {
        if (index > 0) dom.append(', ');
        dom.append(draw(index === help.active ? 'formula-active' : '', part, 'span'));
      });
      dom.append(')');
      return { dom };
    },
  };
}

function drawFunction({ signature, description, examples }: FormulaFunction, { language }: FormulaFacts): HTMLElement {
  const dom = draw('formula-tip', '');
  dom.append(draw('formula-tip-code', signature), draw('formula-tip-words', description[speaks(language)]));
  const [example] = examples;
  if (example) dom.append(draw('formula-tip-example', example.result === undefined ? example.formula : `${example.formula} → ${example.result === null ? '∅' : String(example.result)}`));
  return dom;
}

function pathUpTo(text: string, tokens: ReturnType<typeof highlightFormula>, place: number): readonly string[] {
  const { start = 0, end = 0 } = tokens[place] ?? {};
  const name = text.slice(start, end);
  const dot = tokens[place - 1];
  return dot && text.slice(dot.start, dot.end) === '.' && tokens[place - 2]?.kind === 'field' ? [...pathUpTo(text, tokens, place - 2), name] : [name];
}

function describeField(path: readonly string[], { scope, typeName }: FormulaFacts): string | null {
  const type = scope.resolve(path)?.type;
  const words = [scope.label?.(path), type && typeName(type)].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(' · ');
}

function draw(className: string, words: string, tag: 'div' | 'span' = 'div'): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = words;
  return element;
}
