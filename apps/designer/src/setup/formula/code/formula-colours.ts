import { highlightFormula } from '@guanxi/formula';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';

/** The compiler's own tokens as classes: `formula-function`, `formula-field` and so on. */
export const formulaColours = ViewPlugin.define(
  (view) => ({
    marks: marksOf(view),
    update(update) { if (update.docChanged) this.marks = marksOf(update.view); },
  } as { marks: DecorationSet; update(update: { docChanged: boolean; view: EditorView }): void }),
  { decorations: ({ marks }) => marks },
);

function marksOf(view: EditorView): DecorationSet {
  return Decoration.set(highlightFormula(view.state.doc.toString()).map(({ kind, start, end }) => Decoration.mark({ class: `formula-${kind}` }).range(start, end)));
}
