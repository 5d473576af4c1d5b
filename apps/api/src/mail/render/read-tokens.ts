import { checkFormula, type FormulaProblem, type FormulaScope, type TypedFormula } from '@guanxi/formula';
import { messageScope, resolvePath, splitMessage, templateTexts, type FieldModel, type MessageTemplateDocument, type Model } from '@guanxi/metadata';

/** A formula of a message, ready to be worked out. */
export interface MessageToken {
  /** As it stands in the message. */
  readonly text: string;
  readonly formula: TypedFormula;
  /** Where the formula is nothing but the name of a field: that field, by which the value is written. Of a lookup: the name of what it points to. */
  readonly field?: FieldModel;
  /** Where the record says itself which currency the amount is in. */
  readonly currency?: TypedFormula;
}

export interface ReadTokens {
  readonly tokens: ReadonlyMap<string, MessageToken>;
  readonly unresolved: readonly { readonly text: string; readonly problem: FormulaProblem }[];
}

/** Every formula of a template, each once, in all its languages. */
export function readTokens(template: MessageTemplateDocument, model: Model): ReadTokens {
  return readTokensIn(templateTexts(template).map(({ text }) => text), { model, object: template.object, scope: messageScope(model, template.object) });
}

export interface TokenPlace {
  readonly model: Model;
  /** Whose records they are about. */
  readonly object: string | undefined;
  readonly scope: FormulaScope;
}

/** Every formula of some texts, each once. */
export function readTokensIn(texts: readonly string[], place: TokenPlace): ReadTokens {
  const tokens = new Map<string, MessageToken>();
  const unresolved = new Map<string, FormulaProblem>();
  for (const text of texts) {
    for (const piece of splitMessage(text)) {
      if (piece.kind === 'words' || !piece.closed || tokens.has(piece.formula) || unresolved.has(piece.formula)) continue;
      const read = readToken(piece.formula, place);
      if ('problem' in read) unresolved.set(piece.formula, read.problem);
      else tokens.set(piece.formula, read);
    }
  }
  return { tokens, unresolved: [...unresolved].map(([text, problem]) => ({ text, problem })) };
}

/** One formula; the whole of a text. */
export function readToken(text: string, { model, object, scope }: TokenPlace): MessageToken | { readonly problem: FormulaProblem } {
  const checked = checkFormula(text, scope);
  if (!checked.ok) return { problem: checked.problems[0] as FormulaProblem };
  const { formula } = checked;
  const found = formula.root.kind === 'reference' && object !== undefined ? resolvePath(model, object, formula.root.path) : undefined;
  if (!found || found.part || formula.root.kind !== 'reference') return { text, formula };
  const { field } = found;
  const { path } = formula.root;
  const target = field.target === undefined ? undefined : model.objectByName.get(field.target);
  if (target) {
    const named = checkFormula([...path, target.nameField].join('.'), scope);
    const nameField = target.fieldByName.get(target.nameField);
    return named.ok && nameField ? { text, formula: named.formula, field: nameField } : { text, formula };
  }
  const { codeFrom } = field.value.settings;
  const code = typeof codeFrom === 'string' ? checkFormula([...path.slice(0, -1), codeFrom].join('.'), scope) : undefined;
  return { text, formula, field, ...(code?.ok && { currency: code.formula }) };
}
