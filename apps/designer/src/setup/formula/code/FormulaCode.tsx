import { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { formulaColours } from './formula-colours.js';
import { acceptOffer, offerCompletions } from './formula-completions.js';
import { formulaFacts, type FormulaFacts } from './formula-facts.js';
import { functionAt, helpOnHover, signatureHelp } from './formula-help.js';
import { formulaLook } from './formula-look.js';
import { toDiagnostics } from './formula-problems.js';

/** What others may do with the text while it is written. */
export interface FormulaCodeHandle {
  insert(text: string): void;
}

export interface FormulaCodeProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly facts: FormulaFacts;
  readonly label: string;
  readonly placeholder: string;
  readonly isCompact: boolean;
  readonly isReadOnly: boolean;
  readonly autoFocus: boolean;
  /** Asked for with F1; without a name for all functions. */
  readonly onHelp: (name: string | null) => void;
  readonly handle: Ref<FormulaCodeHandle>;
}

/** The text of a formula with colours, completion, help and its problems at their places. Loaded when the first one is shown. */
export function FormulaCode({ value, onChange, facts, label, placeholder, isCompact, isReadOnly, autoFocus, onHelp, handle }: FormulaCodeProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, onHelp });
  // The editor keeps its own text and history from here on; what changes is told to it below.
  const beginning = useRef({ value, isCompact, autoFocus });
  const changing = useRef(new Compartment());
  useEffect(() => { latest.current = { onChange, onHelp }; });

  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: beginning.current.value,
        extensions: [
          ...unchanging,
          keymap.of([{ key: 'F1', preventDefault: true, run: ({ state }) => { latest.current.onHelp(functionAt(state)); return true; } }]),
          EditorView.updateListener.of((update) => { if (update.docChanged) latest.current.onChange(update.state.doc.toString()); }),
          EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''),
          formulaLook(beginning.current.isCompact), changing.current.of([]),
        ],
      }),
    });
    view.current = editor;
    if (beginning.current.autoFocus) {
      editor.dispatch({ selection: { anchor: editor.state.doc.length } });
      editor.focus();
    }
    return () => { editor.destroy(); view.current = null; };
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: changing.current.reconfigure(describing({ facts, label, placeholder, isReadOnly })) });
    view.current?.dispatch(setDiagnostics(view.current.state, toDiagnostics(facts, view.current.state.doc.length)));
  }, [facts, label, placeholder, isReadOnly]);

  useEffect(() => {
    const shown = view.current?.state.doc.toString();
    if (shown !== undefined && shown !== value) view.current?.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
  }, [value]);

  useImperativeHandle(handle, () => ({
    insert: (text) => {
      if (!view.current) return;
      view.current.dispatch(view.current.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input' });
      view.current.focus();
    },
  }), []);

  return <div ref={host} />;
}

const unchanging: readonly Extension[] = [
  history(), bracketMatching(), closeBrackets(), EditorView.lineWrapping, formulaColours, signatureHelp, helpOnHover,
  autocompletion({ override: [offerCompletions], icons: false, interactionDelay: 0, activateOnTypingDelay: 20, maxRenderedOptions: 60 }),
  // A key that closes the list, or takes from it, must not close the panel around the field or leave the field.
  Prec.highest(keymap.of([{ key: 'Escape', run: closeCompletion, stopPropagation: true }, { key: 'Tab', run: acceptOffer, stopPropagation: true }])),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
];

function describing({ facts, label, placeholder, isReadOnly }: Pick<FormulaCodeProps, 'facts' | 'label' | 'placeholder' | 'isReadOnly'>): Extension {
  return [
    formulaFacts.of(facts), placeholderText(placeholder), EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-invalid': String(facts.problems.length > 0), 'aria-multiline': 'true', spellcheck: 'false', autocapitalize: 'off' }),
  ];
}
