import { autocompletion, closeBrackets, closeCompletion, completionKeymap, startCompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Facet, Prec } from '@codemirror/state';
import { Decoration, EditorView, keymap, ViewPlugin, type DecorationSet } from '@codemirror/view';
import { completeFormula, type FormulaScope } from '@guanxi/formula';
import { splitMessage } from '@guanxi/metadata';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { formulaLook } from '../../formula/code/formula-look.js';
import { findTokenProblems } from '../token-problems.js';

/** What others may do with the text while it is written. */
export interface MessageCodeHandle {
  /** Puts a token where the cursor is. */
  insert(formula: string): void;
}

export interface MessageCodeProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly scope: FormulaScope;
  /** BCP 47: the page's, for what is said about the text, and the text's own. */
  readonly pageLanguage: string;
  readonly textLanguage: string;
  readonly label: string;
  readonly isLine: boolean;
  readonly handle: Ref<MessageCodeHandle>;
}

interface Facts { readonly scope: FormulaScope; readonly language: string }
const messageFacts = Facet.define<Facts, Facts>({ combine: ([first]) => first ?? { scope: { resolve: () => undefined }, language: 'en' } });

/** The text of a message: tokens are coloured, completed and checked where they stand. */
export function MessageCode({ value, onChange, scope, pageLanguage, textLanguage, label, isLine, handle }: MessageCodeProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(onChange);
  const beginning = useRef({ value, isLine });
  const changing = useRef(new Compartment());
  useEffect(() => { latest.current = onChange; });

  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: beginning.current.value,
        extensions: [
          history(), closeBrackets(), EditorView.lineWrapping, tokenColours, ...(beginning.current.isLine ? [oneLine] : []),
          autocompletion({ override: [offer], icons: false, interactionDelay: 0, activateOnTypingDelay: 20, maxRenderedOptions: 60 }),
          Prec.highest(keymap.of([{ key: 'Escape', run: closeCompletion, stopPropagation: true }])),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')]),
          EditorView.updateListener.of((update) => { if (update.docChanged) latest.current(update.state.doc.toString()); }),
          EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''),
          look, formulaLook(beginning.current.isLine), changing.current.of([]),
        ],
      }),
    });
    view.current = editor;
    return () => { editor.destroy(); view.current = null; };
  }, []);

  useEffect(() => {
    const problems = findTokenProblems(value, scope);
    view.current?.dispatch({ effects: changing.current.reconfigure([
      messageFacts.of({ scope, language: pageLanguage }),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-invalid': String(problems.length > 0), 'aria-multiline': String(!isLine), lang: textLanguage, spellcheck: 'true' }),
    ]) });
    const shown = view.current?.state.doc.toString();
    if (view.current && shown !== undefined && shown !== value) view.current.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
    if (view.current) view.current.dispatch(setDiagnostics(view.current.state, problems.map(({ start, end, tell }) => ({ from: Math.min(start, value.length), to: Math.min(Math.max(end, start + 1), value.length), severity: 'error' as const, message: tell(pageLanguage).message }))));
  }, [value, scope, pageLanguage, textLanguage, label, isLine]);

  useImperativeHandle(handle, () => ({
    insert: (formula) => {
      if (!view.current) return;
      view.current.dispatch(view.current.state.replaceSelection(`{{ ${formula} }}`), { scrollIntoView: true, userEvent: 'input' });
      view.current.focus();
    },
  }), []);

  return <div ref={host} />;
}

/** Inside of a token: fields across relations, and functions. */
function offer({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const text = state.doc.toString();
  const open = text.lastIndexOf('{{', pos - 1);
  if (open < 0 || text.slice(open + 2, pos).includes('}}')) return null;
  const from = open + 2;
  const close = text.indexOf('}}', pos);
  const lineEnd = text.indexOf('\n', pos) < 0 ? text.length : text.indexOf('\n', pos);
  const isClosed = close >= 0 && close <= lineEnd;
  const offers = completeFormula(text.slice(from, isClosed ? close : pos), pos - from, state.facet(messageFacts).scope);
  const [first] = offers;
  if (!first || (!explicit && first.start + from === pos && /[^{.\s]$/.test(text.slice(from, pos)))) return null;
  return {
    from: from + first.start, to: from + first.end, filter: false, update: (_, __, ___, context) => offer(context),
    options: offers.map(({ label, kind, insert, detail, title, leads }) => ({
      label, type: kind, ...((title ?? detail) !== undefined && { detail: `${title ?? detail ?? ''}${leads ? ' ›' : ''}` }),
      apply: (editor, _, begin, end) => {
        const isField = kind === 'field' && !leads;
        const behind = isClosed || !isField ? '' : ' }}';
        const before = text.slice(from, begin) === '' ? ' ' : '';
        const whole = `${before}${insert}${kind === 'function' ? ')' : ''}${behind}`;
        editor.dispatch({ changes: { from: begin, to: end, insert: whole }, selection: { anchor: begin + before.length + insert.length + behind.length }, userEvent: 'input.complete' });
        if (kind === 'function') startCompletion(editor);
      },
    })),
  };
}

const tokenColours = ViewPlugin.define(
  (view) => ({ marks: marksOf(view), update(update) { if (update.docChanged) this.marks = marksOf(update.view); } } as { marks: DecorationSet; update(update: { docChanged: boolean; view: EditorView }): void }),
  { decorations: ({ marks }) => marks },
);

function marksOf(view: EditorView): DecorationSet {
  let at = 0;
  const marks = splitMessage(view.state.doc.toString()).flatMap((piece) => {
    const from = at;
    if (piece.kind === 'words') {
      at += piece.text.length;
      return [];
    }
    const close = piece.closed ? view.state.doc.toString().indexOf('}}', piece.end) + 2 : view.state.doc.length;
    at = close;
    return [Decoration.mark({ class: 'message-token' }).range(from, close)];
  });
  return Decoration.set(marks);
}

/** A subject is one line, also when several are pasted. */
const oneLine = EditorState.transactionFilter.of((transaction) => (transaction.docChanged && transaction.newDoc.lines > 1
  ? [transaction, { changes: { from: 0, to: transaction.newDoc.length, insert: transaction.newDoc.toString().replaceAll(/\s*\n\s*/g, ' ') }, sequential: true }]
  : transaction));

const look = EditorView.theme({
  '.cm-scroller': { fontFamily: 'inherit', fontSize: '0.8125rem', lineHeight: '1.65', maxHeight: '60vh' },
  '.message-token': { fontFamily: 'var(--font-code)', fontSize: '0.75rem', color: 'var(--info-text)', backgroundColor: 'var(--info-tint)', borderRadius: 'var(--radius-cell)', padding: '1px 2px' },
});
