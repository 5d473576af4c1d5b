import type { FieldProblem, FieldProblems, FormTree } from '../resolve/form-tree.js';

/** The rules of the object that a form breaks: at the field that they name, where it is shown, else above the form. */
export function judgeRules(tree: FormTree): { readonly fields: FieldProblems; readonly form: readonly string[] } {
  const shown = new Set(tree.sections.filter(({ visible }) => visible).flatMap(({ cells }) => cells.filter(({ visible }) => visible).map(({ name }) => name)));
  const fields: Record<string, FieldProblem[]> = {};
  const form: string[] = [];
  for (const { field, message } of tree.broken) {
    if (field !== undefined && shown.has(field)) (fields[field] ??= []).push({ code: 'rule', message });
    else form.push(message);
  }
  return { fields, form };
}
